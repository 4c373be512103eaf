"""Turtle: every relation as a direct triple and as a statement node with its evidence, in SPARQL 1.1's plain RDF.

Posts are memberships of the W3C Organization Ontology too, evidence is a Web Annotation resource with flat offsets.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse, serialize

from kg import ontology
from kg.export.dataset import counts, dataset
from kg.export.provenance import document_node, documents, evidence, rules
from kg.export.terms import Fact, chinese, day, decimal, digest, integer, names, plain, said, thing, types
from kg.graph import KnowledgeGraph
from kg.model import Entity, Evidence
from kg.ontology import RelationType

_Statements = dict[tuple[str, str, str, str], set[Evidence]]

_BATCH = 1000  # subjects parsed at once, so that a large graph is never held as one text


def write(graph: KnowledgeGraph, path: Path) -> None:
    """Write a graph as Turtle, the same bytes for the same graph.

    :raises OSError: when `path` cannot be written.
    """
    # Sorting lines of N-Triples and streaming them is many times faster than rdflib's own serializer.
    quads = chain.from_iterable(_parsed(lines(graph)))
    serialize(quads, path, RdfFormat.TURTLE, prefixes=dict(ontology.load().prefixes))


def lines(graph: KnowledgeGraph) -> Iterator[bytes]:
    """All triples of a graph as lines of N-Triples, sorted, each once; the lines of a subject are one piece."""
    found = defaultdict[str, set[str]](set)
    for subject, predicate, value in _facts(graph):
        if predicate == "a":
            found[subject].update(types(value))
        else:
            found[subject].add(said(predicate, value))
    for subject, predicate, value in list(counts(found.values())):
        found[subject].add(said(predicate, value))
    for subject in sorted(found):
        between = f" .\n{subject} "
        yield f"{subject} {between.join(sorted(found[subject]))} .\n".encode()


def _parsed(pieces: Iterator[bytes]) -> Iterator[Iterable[Quad]]:
    while batch := b"".join(islice(pieces, _BATCH)):
        yield parse(batch, RdfFormat.N_TRIPLES, lenient=True)  # the lines are our own


def _facts(graph: KnowledgeGraph) -> Iterator[Fact]:
    yield from dataset(graph)
    yield from documents(graph)
    yield from rules(graph)
    for entity in graph.entities:
        yield from _entity(entity, graph.mentions[entity.id])
    sources = {document.name: document_node(document) for document in graph.documents}
    for (name, head, tail, title), found in _statements(graph).items():
        kind, ends = ontology.load().relations[name], (graph.by_id[head], graph.by_id[tail])
        statement = thing(f"st-{digest(16, name, head, tail, title)}")
        yield from _links(kind, *ends)
        yield from _statement(statement, kind, *ends, found)
        yield from _reported(statement, {date for each in found if (date := graph.date(each))})
        if "http://www.w3.org/ns/org#Membership" in kind.statement_types:
            yield from _membership(statement, *ends, title)
        for each in _distinct(found, sources):
            yield from evidence(statement, each, sources[each.document], graph.article(each))


def _entity(entity: Entity, mentions: int) -> Iterator[Fact]:
    node = thing(entity.id)
    yield node, "a", entity.subtype or entity.type
    yield from names(node, entity.name)
    yield node, "kg:mentionCount", integer(mentions)
    for alias in {*entity.aliases} - {entity.name}:
        yield node, "skos:altLabel", chinese(alias)
    for misprint in {*entity.misprints} - {entity.name, *entity.aliases}:
        yield node, "skos:hiddenLabel", chinese(misprint)
    if entity.code:
        yield node, "a", ontology.load().levels[len(entity.code)]
        yield node, "kg:adcode", plain(entity.code)


def _statements(graph: KnowledgeGraph) -> _Statements:
    """The evidence of each fact; a symmetric one is kept in one direction, from the smaller id."""
    found: _Statements = defaultdict(set)
    for relation in graph.relations:
        ends = (relation.head, relation.tail)
        head, tail = sorted(ends) if ontology.load().relations[relation.type].symmetric else ends
        found[relation.type, head, tail, relation.title or ""].update(relation.evidence)
    return found


def _distinct(found: set[Evidence], sources: Mapping[str, str]) -> Iterable[Evidence]:
    """Copies of one file state the same in the same place: the surest of them speaks for all."""
    ranked = sorted(found, key=lambda each: (each.confidence, each))
    return {(sources[each.document], each.start, each.end, each.rule): each for each in ranked}.values()


def _links(kind: RelationType, head: Entity, tail: Entity) -> Iterator[Fact]:
    for one, other in ((head, tail), (tail, head)) if kind.symmetric else ((head, tail),):
        for predicate in kind.predicates:
            yield thing(one.id), f"<{predicate}>", thing(other.id)
        for form in kind.forms:
            if _fits(one, form.domain) and _fits(other, form.range):
                start, end = (other, one) if form.inverse else (one, other)
                yield thing(start.id), f"<{form.predicate}>", thing(end.id)


def _fits(entity: Entity, classes: frozenset[str]) -> bool:
    return not classes or bool(classes & {entity.type, entity.subtype})


def _statement(node: str, kind: RelationType, head: Entity, tail: Entity, found: set[Evidence]) -> Iterator[Fact]:
    yield node, "a", "Statement"
    for classes, subject in ((kind.statement_types, node), (kind.head_types, thing(head.id))):
        for iri in classes:
            yield subject, "rdf:type", f"<{iri}>"
    yield node, "rdf:subject", thing(head.id)
    yield node, "rdf:predicate", f"<{kind.iri}>"
    yield node, "rdf:object", thing(tail.id)
    yield node, "kg:confidence", decimal(max(each.confidence for each in found))


def _reported(node: str, dates: set[str]) -> Iterator[Fact]:
    if dates:
        yield node, "kg:firstReported", day(min(dates))
        yield node, "kg:lastReported", day(max(dates))


def _membership(node: str, person: Entity, body: Entity, title: str) -> Iterator[Fact]:
    # A post may be of an area (河西区区长); ORG knows posts of organizations only, so the area is what it covers.
    in_body = body.type == "Organization"
    yield node, "org:member", thing(person.id)
    yield node, "org:organization" if in_body else "dcterms:spatial", thing(body.id)
    if title:
        post, role = thing(f"post-{digest(12, body.id, title)}"), thing(f"role-{digest(12, title)}")
        yield node, "kg:title", chinese(title)
        yield node, "kg:post", post
        yield post, "rdf:type", "org:Post"
        yield from names(post, body.name + title)
        yield post, "org:postIn" if in_body else "dcterms:spatial", thing(body.id)
        yield thing(person.id), "org:holds", post
        for each in (node, post):
            yield each, "org:role", role
        yield role, "rdf:type", "org:Role"
        yield from names(role, title)
