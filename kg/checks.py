"""What must hold of every graph that is written: asked of the file itself at each build, fast enough for that."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from pyoxigraph import NamedNode, QuerySolutions, RdfFormat, Store

from kg import store
from kg.export.terms import term
from kg.graph import KnowledgeGraph
from kg.ontology import ONTOLOGY, load

_QUOTES = """
SELECT ?evidence ?sum ?start ?end ?quote WHERE {
  ?evidence oa:hasSource/kg:textSha256 ?sum ; oa:start ?start ; oa:end ?end ; oa:exact ?quote
} ORDER BY ?evidence"""
_NAME = re.compile(r"\b\w+:\w+")
_MISQUOTED = (
    "引文与文件此处的原文不同；这是程序的错误，请报告。 "
    "The quote is not what the file has there; a fault of the program, please report it."
)


def findings(graph: KnowledgeGraph, path: Path) -> tuple[str, ...]:
    """What is wrong with a graph as a Turtle file has it: a line each, with the nodes, the fault and what to do.

    The queries are those of `ontology/checks`, each with its words in the first two lines; they see `kg.ttl` too.

    :raises SourceError: when there is no such file, or it is no Turtle.
    """
    asked = _asked()  # a third of what the file says: only this takes the time that a store takes to fill
    written = store.load(path, lambda quad: quad.predicate in asked or quad.object in asked)
    written.bulk_load(path=str(ONTOLOGY / "kg.ttl"), format=RdfFormat.TURTLE)
    return (*_broken(written), *_misquoted(written, graph))


@cache
def _asked() -> frozenset[NamedNode]:
    """All that the queries name, and what their variables stand for: the relations and the main classes."""
    queries = (_QUOTES, *(query for _, query in _checks()))
    named = {term(name)[1:-1] for query in queries for name in _NAME.findall(query)}
    kinds = load()
    main = {each.iri for each in kinds.classes.values() if not each.parent}
    return frozenset(map(NamedNode, named | main | {each.iri for each in kinds.relations.values()}))


def _broken(written: Store) -> Iterator[str]:
    for words, query in _checks():
        for row in _rows(written, query):
            yield f"{' '.join(filter(None, map(store.cell, row)))}: {words}"


@cache
def _checks() -> tuple[tuple[str, str], ...]:
    """Each query with its words, in the order of the file names."""
    texts = (path.read_text(encoding="utf-8") for path in sorted((ONTOLOGY / "checks").glob("*.rq")))
    return tuple((" ".join(line.removeprefix("# ") for line in text.splitlines()[:2]), text) for text in texts)


def _misquoted(written: Store, graph: KnowledgeGraph) -> Iterator[str]:
    texts = {document.sha256: document.text for document in graph.documents}
    for evidence, sum_, start, end, quote in _rows(written, _QUOTES):
        text = texts.get(sum_.value, "")
        if text[int(start.value) : int(end.value)] != quote.value:
            yield f"{store.cell(evidence)} {store.cell(quote)}: {_MISQUOTED}"


def _rows(written: Store, query: str) -> QuerySolutions:
    answer = store.ask(written, query)
    assert isinstance(answer, QuerySolutions)  # noqa: S101 - only SELECT is asked here; this tells mypy
    return answer
