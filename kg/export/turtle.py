"""Turtle: every relation as a direct triple and as a statement node with its evidence, in SPARQL 1.1's plain RDF.

Posts are memberships of the W3C Organization Ontology too, evidence is a Web Annotation resource with flat offsets.
"""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import RdfFormat, Triple, parse, serialize

from kg import ontology
from kg.export.terms import chinese, decimal, digest, integer, plain, term, thing
from kg.graph import KnowledgeGraph
from kg.model import Document, Entity, Evidence
from kg.ontology import RelationType

# Subject, predicate and object; nodes and literals as N-Triples writes them, vocabulary terms by prefixed name.
_Fact = tuple[str, str, str]
_Statements = dict[tuple[str, str, str, str], set[Evidence]]

_BATCH = 10_000  # lines parsed at once, so that a large graph is never held as one text


def write(graph: KnowledgeGraph, path: Path) -> None:
    """Write a graph as Turtle, the same bytes for the same graph.

    :raises OSError: when `path` cannot be written.
    """
    # Sorting lines of N-Triples and streaming them is many times faster than rdflib's own serializer.
    lines = sorted({_line(fact) for fact in _facts(graph)})
    serialize(_triples(lines), path, RdfFormat.TURTLE, prefixes=dict(ontology.load().prefixes))


def _triples(lines: list[str]) -> Iterator[Triple]:
    for start in range(0, len(lines), _BATCH):
        for quad in parse("".join(lines[start : start + _BATCH]), RdfFormat.N_TRIPLES):
            yield quad.triple


def _line(fact: _Fact) -> str:
    return " ".join(part if part[0] in '<"' else term(part) for part in fact) + " .\n"


def _facts(graph: KnowledgeGraph) -> Iterator[_Fact]:
    yield from _dataset(graph)
    for document in graph.documents:
        yield from _document(document, graph.titles.get(document.name, ()))
    for entity in graph.entities:
        yield from _entity(entity, graph.mentions[entity.id])
    documents = {document.name: _document_node(document) for document in graph.documents}
    for (name, head, tail, title), found in _statements(graph).items():
        kind, ends = ontology.load().relations[name], (graph.by_id[head], graph.by_id[tail])
        statement = thing(f"st-{digest(16, name, head, tail, title)}")
        yield from _links(kind, *ends)
        yield from _statement(statement, kind, *ends, found)
        if "http://www.w3.org/ns/org#Membership" in kind.statement_types:
            yield from _membership(statement, *ends, title)
        for evidence in found:
            yield from _evidence(statement, evidence, documents[evidence.document])


def _dataset(graph: KnowledgeGraph) -> Iterator[_Fact]:
    node, prefixes = thing(""), ontology.load().prefixes
    yield node, "rdf:type", "void:Dataset"
    yield node, "void:vocabulary", f"<{prefixes['kg']}>"
    yield node, "void:uriSpace", plain(prefixes["id"])
    yield node, "void:entities", integer(len(graph.entities))


def _document(document: Document, titles: tuple[str, ...]) -> Iterator[_Fact]:
    node = _document_node(document)
    yield from _types(node, "Document")
    yield node, "dcterms:source", plain(document.name)
    yield node, "kg:textSha256", plain(document.sha256)
    for title in titles:
        yield node, "dcterms:title", chinese(title)


def _entity(entity: Entity, mentions: int) -> Iterator[_Fact]:
    node = thing(entity.id)
    yield from _types(node, entity.subtype or entity.type)
    yield from _names(node, entity.name)
    yield node, "kg:mentionCount", integer(mentions)
    for alias in {*entity.aliases} - {entity.name}:
        yield node, "skos:altLabel", chinese(alias)
    for misprint in {*entity.misprints} - {entity.name, *entity.aliases}:
        yield node, "skos:hiddenLabel", chinese(misprint)
    if entity.code:
        yield from _types(node, "AdministrativeArea")
        yield node, "kg:adcode", plain(entity.code)


def _statements(graph: KnowledgeGraph) -> _Statements:
    """The evidence of each fact; a symmetric one is kept in one direction, from the smaller id."""
    found: _Statements = defaultdict(set)
    for relation in graph.relations:
        ends = (relation.head, relation.tail)
        head, tail = sorted(ends) if ontology.load().relations[relation.type].symmetric else ends
        found[relation.type, head, tail, relation.title or ""].update(relation.evidence)
    return found


def _links(kind: RelationType, head: Entity, tail: Entity) -> Iterator[_Fact]:
    for one, other in ((head, tail), (tail, head)) if kind.symmetric else ((head, tail),):
        for predicate in kind.predicates:
            yield thing(one.id), f"<{predicate}>", thing(other.id)
        for form in kind.forms:
            if _fits(one, form.domain) and _fits(other, form.range):
                start, end = (other, one) if form.inverse else (one, other)
                yield thing(start.id), f"<{form.predicate}>", thing(end.id)


def _fits(entity: Entity, classes: frozenset[str]) -> bool:
    return not classes or bool(classes & {entity.type, entity.subtype})


def _statement(node: str, kind: RelationType, head: Entity, tail: Entity, found: set[Evidence]) -> Iterator[_Fact]:
    yield from _types(node, "Statement")
    for types, subject in ((kind.statement_types, node), (kind.head_types, thing(head.id))):
        for iri in types:
            yield subject, "rdf:type", f"<{iri}>"
    yield node, "rdf:subject", thing(head.id)
    yield node, "rdf:predicate", f"<{kind.iri}>"
    yield node, "rdf:object", thing(tail.id)
    yield node, "kg:confidence", decimal(max(evidence.confidence for evidence in found))


def _membership(node: str, person: Entity, body: Entity, title: str) -> Iterator[_Fact]:
    # A post may be of an area (河西区区长); ORG knows posts of organizations only, so the area is what it covers.
    in_body = body.type == "Organization"
    yield node, "org:member", thing(person.id)
    yield node, "org:organization" if in_body else "dcterms:spatial", thing(body.id)
    if title:
        post = thing(f"post-{digest(12, body.id, title)}")
        yield node, "kg:title", chinese(title)
        yield node, "kg:post", post
        yield post, "rdf:type", "org:Post"
        yield from _names(post, body.name + title)
        yield post, "org:postIn" if in_body else "dcterms:spatial", thing(body.id)
        yield thing(person.id), "org:holds", post


def _evidence(statement: str, evidence: Evidence, source: str) -> Iterator[_Fact]:
    confidence = decimal(evidence.confidence)
    content = (statement, source, str(evidence.start), str(evidence.end), evidence.rule, confidence)
    node, rule = thing(f"ev-{digest(16, *content)}"), thing(f"rule-{digest(12, evidence.rule)}")
    yield statement, "kg:hasEvidence", node
    yield from _types(node, "Evidence")
    yield node, "oa:hasSource", source
    yield node, "oa:start", integer(evidence.start)
    yield node, "oa:end", integer(evidence.end)
    yield node, "oa:exact", plain(evidence.quote)
    yield node, "kg:confidence", confidence
    yield node, "kg:rule", rule
    yield from _types(rule, "ExtractionRule")
    yield rule, "rdfs:label", plain(evidence.rule)


def _types(node: str, name: str) -> Iterator[_Fact]:
    for iri in ontology.load().types[name]:
        yield node, "rdf:type", f"<{iri}>"


def _names(node: str, name: str) -> Iterator[_Fact]:
    for predicate in ("skos:prefLabel", "rdfs:label"):
        yield node, predicate, chinese(name)


def _document_node(document: Document) -> str:
    return thing(f"doc-{document.sha256[:12]}")
