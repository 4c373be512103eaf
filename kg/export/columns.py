"""The graph as the columns that the explorer reads: numbers point into other columns, from 0."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from typing import Any

from pypinyin import Style, lazy_pinyin
from pypinyin.seg.mmseg import seg

from kg.export.choice import importance
from kg.export.communities import communities
from kg.export.layout import positions
from kg.export.plain import one_line
from kg.graph import KnowledgeGraph
from kg.model import Article, Document, Evidence
from kg.ontology import load

Columns = dict[str, Any]
Places = Mapping[str, int]

# Offsets stay right when a character stands for each that UTF-8 cannot write.
_SURROGATE = re.compile("[\ud800-\udfff]")


def columns(graph: KnowledgeGraph) -> Columns:
    """All that the explorer shows, ready for JSON; texts and offsets are those of the files, in code points."""
    ontology = load()
    kinds = {name: at for at, name in enumerate(sorted(ontology.classes))}
    relations = {name: at for at, name in enumerate(sorted(ontology.relations))}
    places = {entity.id: at for at, entity in enumerate(graph.entities)}
    documents = {document.name: at for at, document in enumerate(graph.documents)}
    evidence = [found for relation in graph.relations for found in relation.evidence]
    return {
        "classes": [_class(name, kinds) for name in kinds],
        "relations": [_relation(name) for name in relations],
        "nodes": _nodes(graph, kinds),
        "links": _links(graph, relations, places),
        "evidence": _evidence(evidence, graph.documents, documents),
        "documents": [_document(one, graph.articles.get(one.name, ())) for one in graph.documents],
        "spans": _spans(graph, places),
        "issued": graph.issued,
    }


def _class(name: str, kinds: Places) -> Columns:
    kind = load().classes[name]
    parent = kinds[kind.parent] if kind.parent else -1
    return {"name": name, "zh": kind.label_zh, "en": kind.label_en, "parent": parent, "colour": kind.colour}


def _relation(name: str) -> Columns:
    kind = load().relations[name]
    return {
        "name": name,
        "zh": kind.label_zh,
        "en": kind.label_en,
        "backZh": kind.inverse_zh,
        "backEn": kind.inverse_en,
        "symmetric": kind.symmetric,
    }


def _nodes(graph: KnowledgeGraph, kinds: Places) -> Columns:
    nodes, weight = graph.entities, importance(graph)
    names = [one_line(_written(one.name)) for one in nodes]
    links = [(one.head, one.tail) for one in graph.relations]
    community = communities([one.id for one in nodes], links)
    at = positions([one.id for one in nodes], links)
    return {
        "id": [one.id for one in nodes],
        "name": names,
        "initials": list(map(_initials, names)),
        "aliases": ["\n".join(one_line(_written(form)) for form in (*one.aliases, *one.misprints)) for one in nodes],
        "kind": [kinds[one.type] for one in nodes],
        "subtype": [kinds[one.subtype or one.type] for one in nodes],
        "mentions": [graph.mentions[one.id] for one in nodes],
        "weight": [weight[one.id] for one in nodes],
        "community": [community[one.id] for one in nodes],
        "x": [at[one.id][0] for one in nodes],
        "y": [at[one.id][1] for one in nodes],
    }


def _initials(name: str) -> str:
    """What people type who do not switch their keyboard to Chinese: 重庆市 cqs."""
    return "".join(chain.from_iterable(map(_letters, seg.cut(name)))).lower()


@lru_cache(1 << 16)
def _letters(word: str) -> list[str]:
    """Names are made of the same words again and again."""
    return lazy_pinyin(word, style=Style.FIRST_LETTER)


def _links(graph: KnowledgeGraph, relations: Places, places: Places) -> Columns:
    return {
        "kind": [relations[one.type] for one in graph.relations],
        "head": [places[one.head] for one in graph.relations],
        "tail": [places[one.tail] for one in graph.relations],
        "title": [one_line(_written(one.title or "")) for one in graph.relations],
        "evidence": [len(one.evidence) for one in graph.relations],
    }


def _evidence(evidence: Sequence[Evidence], documents: Sequence[Document], places: Places) -> Columns:
    rules = sorted({one.rule for one in evidence})
    rule = {name: at for at, name in enumerate(rules)}
    return {
        "rules": rules,
        "document": [places[one.document] for one in evidence],
        "start": [one.start for one in evidence],
        "end": [one.end for one in evidence],
        "rule": [rule[one.rule] for one in evidence],
        "confidence": [round(one.confidence * 100) for one in evidence],
        "context": {at: [[p.start, p.end] for p in one.context] for at, one in enumerate(evidence) if one.context},
        # A graph that was read back has quotes, but no texts to cut them from.
        "quote": {
            at: _written(one.quote)
            for at, one in enumerate(evidence)
            if documents[places[one.document]].text[one.start : one.end] != one.quote
        },
    }


def _document(document: Document, articles: Sequence[Article]) -> Columns:
    source = document.source
    return {
        "name": _written(document.name),
        "title": _written(source.title or ""),
        "publisher": _written(source.publisher or ""),
        "date": source.date,
        "url": source.url,
        "text": _written(document.text),
        "articles": [[article.start, one_line(_written(article.title)), article.date] for article in articles],
    }


def _spans(graph: KnowledgeGraph, places: Places) -> Columns:
    found = [graph.spans.get(document.name, ()) for document in graph.documents]
    return {
        "count": list(map(len, found)),
        "start": [step for spans in found for step in _steps([one.start for one in spans])],
        "length": [one.end - one.start for spans in found for one in spans],
        "node": [places[one.entity] for spans in found for one in spans],
    }


def _steps(ascending: Sequence[int]) -> Iterator[int]:
    """The differences, which are small and compress well."""
    return (later - earlier for earlier, later in pairwise((0, *ascending)))


def _written(text: str) -> str:
    return _SURROGATE.sub("�", text)
