"""A built graph read back from `graph.ttl` as the value it was written from.

What Turtle does not hold cannot come back. The text of a document has □, the sign for a missing character, wherever the
graph does not quote it, so that `text[start:end]` still is what stands on the page. The `key` of an entity is its id,
which was made from the key. Where RDF knows no order (bylines, context) things come sorted. `spans` and `findings` are
not restored.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from kg import store
from kg.errors import SourceError
from kg.graph import KnowledgeGraph
from kg.model import Article, Document, Entity, Evidence, Passage, Relation, Source
from kg.ontology import load
from kg.ontology.triples import Triples

_MISSING = "□"

# The names of each document node: copies of one file are one node.
_Files = Mapping[str, tuple[str, ...]]
_Articles = Mapping[str, tuple[Article, ...]]


def restore(source: Path | str) -> KnowledgeGraph:
    """The graph of a folder that `kg build` wrote, or of a Turtle file.

    :raises SourceError: when there is no such graph, it is no Turtle, or not as `kg build` writes it.
    """
    path = Path(source)
    triples = Triples(store.load(path), load().prefixes)
    try:
        return _graph(triples)
    except (KeyError, ValueError) as error:
        remedy = "see what is wrong with `kg validate`, or build it again"
        raise SourceError(store.path_of(path), f"is not as `kg build` writes it: {error}", remedy) from error


def _graph(triples: Triples) -> KnowledgeGraph:
    files = triples.gather("?term a kg:Document ; dcterms:source ?value")
    articles = dict(_articles(triples, files))
    relations = tuple(sorted(_relations(triples, files), key=_order))
    return KnowledgeGraph(
        documents=tuple(_documents(triples, _texts(relations, articles))),
        entities=tuple(_entities(triples)),
        relations=relations,
        mentions={_id(triples, node): int(count) for node, count in triples.rows(_MENTIONS)},
        articles=articles,
        issued=_issued(triples),
    )


def _issued(triples: Triples) -> str | None:
    dates = [date for (date,) in triples.rows(_DATASET)]
    if not dates:
        raise ValueError("it does not describe itself as a dataset")
    return dates[0] or None


def _documents(triples: Triples, texts: Mapping[str, str]) -> Iterator[Document]:
    for name, sha256, *said in triples.rows(_DOCUMENTS):
        yield Document(name, texts[name], sha256, Source(*(each or None for each in said)))


def _texts(relations: Iterable[Relation], articles: _Articles) -> Mapping[str, str]:
    """What is known of the text of each document: what is quoted of it, and how long it is at least."""
    known = {name: [_MISSING] * max((one.end for one in found), default=0) for name, found in articles.items()}
    for evidence in (each for relation in relations for each in relation.evidence):
        text = known[evidence.document]
        for start, end, quote in _quoted(evidence):
            text += [_MISSING] * (end - len(text))
            text[start:end] = quote
    return {name: "".join(text) for name, text in known.items()}


def _quoted(evidence: Evidence) -> Iterator[tuple[int, int, str]]:
    yield evidence.start, evidence.end, evidence.quote
    yield from ((passage.start, passage.end, passage.quote) for passage in evidence.context)


def _articles(triples: Triples, files: _Files) -> Iterator[tuple[str, tuple[Article, ...]]]:
    bylines = triples.gather("?term a kg:Article ; schema:creditText ?value")
    found = defaultdict[str, list[Article]](list)
    for document, node, start, end, title, date in triples.rows(_ARTICLES):
        found[document].append(Article(int(start), int(end), title, bylines[node], date or None))
    for document, names in files.items():
        for name in names:
            yield name, tuple(found[document])


def _entities(triples: Triples) -> Iterator[Entity]:
    types = triples.gather("?term a kg:Entity ; a ?value")
    aliases, misprints = triples.gather("?term skos:altLabel ?value"), triples.gather("?term skos:hiddenLabel ?value")
    for node, name, code in triples.rows(_ENTITIES):
        one, (kind, subtype) = _id(triples, node), _kinds(node, types[node])
        yield Entity(one, kind, name, one, subtype, aliases[node], misprints[node], code or None)


def _kinds(node: str, types: tuple[str, ...]) -> tuple[str, str | None]:
    """The main class of an entity, and the one below it if there is one."""
    classes = load().classes
    stated = [name for name, one in classes.items() if one.iri in types and name not in _implied()]
    main = [name for name in stated if not classes[name].parent]
    if len(main) != 1:
        raise ValueError(f"{node} is of {len(main)} main classes, not of one")
    return main[0], next((name for name in stated if name not in main), None)


@cache
def _implied() -> frozenset[str]:
    """Classes that follow from a division code or from a relation, and that nothing is said to be of."""
    heads = {iri for relation in load().relations.values() for iri in relation.head_types}
    below = (one.name for one in load().classes.values() if one.parent and one.iri in heads)
    return frozenset([*load().levels.values(), *below])


def _relations(triples: Triples, files: _Files) -> Iterator[Relation]:
    names = {one.iri: one.name for one in load().relations.values()}
    found = _evidence(triples, files)
    for node, predicate, head, tail, title in triples.rows(_STATEMENTS):
        ends = _id(triples, head), _id(triples, tail)
        yield Relation(names[predicate], *ends, tuple(sorted(found[node])), title or None)


def _order(relation: Relation) -> tuple[str, ...]:
    return relation.type, relation.head, relation.tail, relation.title or ""


def _evidence(triples: Triples, files: _Files) -> Mapping[str, list[Evidence]]:
    context = defaultdict[str, list[Passage]](list)
    for node, start, end, quote in triples.rows(_CONTEXT):
        context[node].append(Passage(int(start), int(end), quote))
    found = defaultdict[str, list[Evidence]](list)
    for statement, node, document, start, end, quote, rule, confidence in triples.rows(_EVIDENCE):
        read = int(start), int(end), quote, rule, float(confidence), tuple(sorted(context[node]))
        found[statement] += [Evidence(name, *read) for name in files[document]]
    return dict(found)


def _id(triples: Triples, node: str) -> str:
    return node.removeprefix(triples.prefixes["id"])


_DATASET = "SELECT ?date { id: a void:Dataset OPTIONAL { id: dcterms:issued ?date } }"

_DOCUMENTS = """
SELECT ?name ?sha256 ?title ?date ?publisher ?url {
  ?document a kg:Document ; dcterms:source ?name ; kg:textSha256 ?sha256
  OPTIONAL { ?document dcterms:title ?title } OPTIONAL { ?document dcterms:date ?date }
  OPTIONAL { ?document dcterms:publisher/rdfs:label ?publisher } OPTIONAL { ?document schema:url ?url }
} ORDER BY ?name"""

_ARTICLES = """
SELECT ?document ?article ?start ?end ?title ?date {
  ?article a kg:Article ; dcterms:isPartOf ?document ; oa:start ?start ; oa:end ?end
  OPTIONAL { ?article dcterms:title ?title } OPTIONAL { ?article dcterms:date ?date }
} ORDER BY ?document ?start ?end"""

_ENTITIES = """
SELECT ?entity ?name ?code {
  ?entity a kg:Entity ; skos:prefLabel ?name OPTIONAL { ?entity kg:adcode ?code }
} ORDER BY ?entity"""

_MENTIONS = "SELECT ?entity ?count { ?entity kg:mentionCount ?count }"

_STATEMENTS = """
SELECT ?statement ?predicate ?head ?tail ?title {
  ?statement a kg:Statement ; rdf:predicate ?predicate ; rdf:subject ?head ; rdf:object ?tail
  OPTIONAL { ?statement kg:title ?title }
}"""

_EVIDENCE = """
SELECT ?statement ?evidence ?document ?start ?end ?quote ?rule ?confidence {
  ?statement kg:hasEvidence ?evidence . ?evidence oa:hasSource ?document ; oa:start ?start ; oa:end ?end ;
    oa:exact ?quote ; kg:rule/rdfs:label ?rule ; kg:confidence ?confidence
}"""

_CONTEXT = """
SELECT ?evidence ?start ?end ?quote {
  ?evidence kg:context ?passage . ?passage oa:start ?start ; oa:end ?end ; oa:exact ?quote
}"""
