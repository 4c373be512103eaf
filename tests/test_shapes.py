"""`shapes.ttl` accepts what the program writes, and finds what is wrong."""

from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
import rdflib
from factory import entity, graph, relation, small_graph
from pyshacl import validate
from rdflib import DCTERMS, ORG, RDF, SKOS, Literal

from kg import ontology
from kg.export import turtle

SHAPES = ontology.ONTOLOGY / "shapes.ttl"
KG, ID = rdflib.Namespace("https://w3id.org/district-kg/ns#"), rdflib.Namespace("https://w3id.org/district-kg/id/")
OA, SH = rdflib.Namespace("http://www.w3.org/ns/oa#"), rdflib.SH
Fault = Callable[[rdflib.Graph], object]
MAIN = ("Organization", "Place", "Programme", "Person")


@pytest.fixture(scope="module")
def shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(SHAPES)


@pytest.fixture
def small(tmp_path: Path) -> rdflib.Graph:
    turtle.write(small_graph(), tmp_path / "graph.ttl")
    return rdflib.Graph().parse(tmp_path / "graph.ttl")


def violations(data: rdflib.Graph, shapes: rdflib.Graph) -> set[rdflib.term.Node]:
    """The focus nodes at fault."""
    _, report, _ = validate(data, shacl_graph=shapes)
    assert isinstance(report, rdflib.Graph)
    return set(report.objects(None, SH.focusNode))


def test_what_the_program_writes_conforms(small: rdflib.Graph, shapes: rdflib.Graph) -> None:
    conforms, _, report = validate(small, shacl_graph=shapes, meta_shacl=True)
    assert conforms, report


def test_statements_know_the_relations_of_the_ontology(shapes: rdflib.Graph) -> None:
    (listed,) = shapes.objects(None, SH["in"])
    assert {str(iri) for iri in shapes.items(listed)} == {one.iri for one in ontology.load().relations.values()}


def test_relations_reach_what_the_ontology_says(tmp_path: Path, shapes: rdflib.Graph) -> None:
    """Every relation between every two main classes: exactly those the ontology admits conform."""
    relations = ontology.load().relations
    cases = list(product(relations.values(), MAIN, MAIN))
    ends = [
        entity(f"x-{n}{end}", "甲", type=cases[n][side])
        for n in range(len(cases))
        for side, end in ((1, "h"), (2, "t"))
    ]
    links = [relation(kind.name, f"x-{n}h", f"x-{n}t") for n, (kind, _, _) in enumerate(cases)]
    turtle.write(graph(tuple(ends), tuple(links)), tmp_path / "graph.ttl")
    found = {str(node) for node in violations(rdflib.Graph().parse(tmp_path / "graph.ttl"), shapes)}
    at_fault = {n for n in range(len(cases)) for end in "ht" if f"{ID}x-{n}{end}" in found}
    expected = {n for n, (kind, head, tail) in enumerate(cases) if head not in kind.domain or tail not in kind.range}
    assert at_fault == expected


def _node(data: rdflib.Graph, kind: rdflib.URIRef) -> rdflib.term.Node:
    return min(data.subjects(RDF.type, kind))


def _drop(kind: rdflib.URIRef, predicate: rdflib.URIRef) -> Fault:
    return lambda data: [data.remove((node, predicate, None)) for node in data.subjects(RDF.type, kind)]


def _set(kind: rdflib.URIRef, predicate: rdflib.URIRef, value: rdflib.term.Node) -> Fault:
    return lambda data: data.set((_node(data, kind), predicate, value))


def _add(kind: rdflib.URIRef, predicate: rdflib.URIRef, value: rdflib.term.Node) -> Fault:
    return lambda data: data.add((_node(data, kind), predicate, value))


FAULTS = {
    "a statement without evidence": _drop(KG.Statement, KG.hasEvidence),
    "a statement without confidence": _drop(KG.Statement, KG.confidence),
    "a confidence above one": _set(KG.Statement, KG.confidence, Literal("1.2", datatype=rdflib.XSD.decimal)),
    "a confidence that is a float": _set(KG.Evidence, KG.confidence, Literal("0.9", datatype=rdflib.XSD.double)),
    "an unknown relation": _set(KG.Statement, RDF.predicate, KG.likes),
    "two subjects": _add(KG.Statement, RDF.subject, ID["place-12"]),
    "an evidence that ends before it starts": _set(KG.Evidence, OA.end, Literal(-1)),
    "an evidence without source": _drop(KG.Evidence, OA.hasSource),
    "an evidence without rule": _drop(KG.Evidence, KG.rule),
    "an empty quote": _set(KG.Evidence, OA.exact, Literal("")),
    "a quote with a language": _set(KG.Evidence, OA.exact, Literal("甲", lang="zh")),
    "two names": _add(KG.Place, SKOS.prefLabel, Literal("乙", lang="zh")),
    "a name without a language": _set(KG.Place, SKOS.prefLabel, Literal("乙")),
    "an alias that is the name": _set(KG.Person, SKOS.altLabel, Literal("李明", lang="zh")),
    "a place that is a person": _add(KG.Place, RDF.type, KG.Person),
    "a code that is no number": _set(KG.AdministrativeArea, KG.adcode, Literal("天津")),
    "a membership without member": _drop(ORG.Membership, ORG.member),
    "a membership without body": _drop(ORG.Membership, ORG.organization),
    "a membership with another body": _set(ORG.Membership, ORG.organization, ID["org-5a0000000003"]),
    "a post that nobody holds": lambda data: data.remove((None, ORG.holds, None)),
    "a one-sided cooperation": lambda data: data.remove((ID["org-5a0000000002"], KG.cooperatesWith, None)),
    "a document without file name": _drop(KG.Document, DCTERMS.source),
    "a checksum cut short": _set(KG.Document, KG.textSha256, Literal("12ab")),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_fault_is_found(small: rdflib.Graph, shapes: rdflib.Graph, fault: Fault) -> None:
    fault(small)
    assert violations(small, shapes)
