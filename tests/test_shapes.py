"""`shapes.ttl` accepts what the program writes, and finds each fault where it is, and nowhere else."""

import re
from dataclasses import replace
from itertools import product
from pathlib import Path

import pyshacl
import pytest
import rdflib
from factory import article, document, entity, evidence, graph, relation, small_graph
from rdflib import RDF, SH, Literal

from kg import ontology
from kg.export import turtle
from kg.model import Passage
from kg.validate import Violation, validate

SHAPES = ontology.ONTOLOGY / "shapes.ttl"
KG = rdflib.Namespace("https://w3id.org/district-kg/ns#")
MAIN = ("Organization", "Place", "Programme", "Person")


@pytest.fixture(scope="module")
def shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(SHAPES)


@pytest.fixture
def small(tmp_path: Path) -> rdflib.Graph:
    turtle.write(small_graph(), tmp_path / "graph.ttl")
    return rdflib.Graph().parse(tmp_path / "graph.ttl")


def violations(data: rdflib.Graph, folder: Path) -> tuple[Violation, ...]:
    data.serialize(folder / "faulty.ttl")
    return validate(folder / "faulty.ttl").violations


def rule(violation: Violation) -> str:
    """What the shape demands: its English words before the first bracket or the remedy."""
    return re.split(r" \(|;", violation.messages[1])[0]


def test_the_shapes_are_shapes(shapes: rdflib.Graph) -> None:
    conforms, _, report = pyshacl.validate(rdflib.Graph(), shacl_graph=shapes, meta_shacl=True)
    assert conforms, report


def test_what_the_program_writes_conforms(small: rdflib.Graph, tmp_path: Path) -> None:
    assert violations(small, tmp_path) == ()


def test_all_that_may_be_said_of_documents_conforms(tmp_path: Path) -> None:
    page = document(title="东川报头版", date="2025-03-05", publisher="东川报社", url="https://example.org/0305")
    found = evidence("位于乙区", start=10, context=(Passage(0, 2, "甲街"),))
    ends = entity("place-a", "甲街", type="Place"), entity("place-b", "乙区", type="Place")
    articles = {page.name: (article("甲街开工", 0, 100, "李明", date="2025-03-04"),)}
    content = graph(ends, (relation("locatedIn", "place-a", "place-b", found),), documents=(page,), articles=articles)
    turtle.write(replace(content, issued="2026-03-05"), tmp_path / "graph.ttl")
    assert validate(tmp_path / "graph.ttl").violations == ()


def test_every_shape_says_what_to_do_in_both_languages(shapes: rdflib.Graph) -> None:
    constrained = {*shapes.subjects(RDF.type, SH.NodeShape), *shapes.objects(None, SH.property)}
    silent = {kind for kind in constrained if not shapes.value(kind, SH.message)}
    assert silent == {KG.PostShape}  # which asks nothing but through its properties
    for kind in constrained - silent:
        words = {text.language: text for text in shapes.objects(kind, SH.message) if isinstance(text, Literal)}
        assert set(words) == {"zh", "en"}
        assert "；" in words["zh"] and "; " in words["en"]  # what must be so; what to do


def test_statements_know_the_relations_of_the_ontology(shapes: rdflib.Graph) -> None:
    (listed,) = shapes.objects(None, SH["in"])
    assert {str(iri) for iri in shapes.items(listed)} == {one.iri for one in ontology.load().relations.values()}


def test_division_codes_have_as_many_digits_as_the_ontology_says(shapes: rdflib.Graph) -> None:
    pattern = next(str(each) for each in shapes.objects(None, SH.pattern) if "{2}" in str(each))
    assert [digits for digits in range(13) if re.search(pattern, "1" * digits)] == [*ontology.load().levels]


def test_relations_reach_what_the_ontology_says(tmp_path: Path) -> None:
    """Every relation between every two main classes: exactly those the ontology admits conform."""
    cases = list(product(ontology.load().relations.values(), MAIN, MAIN))
    ends = [
        entity(f"x-{n}{end}", "甲", type=cases[n][side])
        for n in range(len(cases))
        for side, end in ((1, "h"), (2, "t"))
    ]
    titles = ("局长" if kind.name == "holdsPost" else None for kind, _, _ in cases)
    links = [
        relation(kind.name, f"x-{n}h", f"x-{n}t", title=title)
        for (n, (kind, _, _)), title in zip(enumerate(cases), titles, strict=True)
    ]
    turtle.write(graph(tuple(ends), tuple(links)), tmp_path / "graph.ttl")
    found = {each.node.split()[0].removeprefix("id:") for each in validate(tmp_path).violations}
    at_fault = {n for n in range(len(cases)) for end in "ht" if f"x-{n}{end}" in found}
    expected = {n for n, (kind, head, tail) in enumerate(cases) if head not in kind.domain or tail not in kind.range}
    assert at_fault == expected


# What is wrong → how it comes to be so (SPARQL update on the small graph) and the one rule that it breaks.
FAULTS = {
    "an entity without a name": (
        "DELETE { ?x skos:prefLabel ?name ; rdfs:label ?name } WHERE { ?x a kg:Park ; skos:prefLabel ?name }",
        "An entity has exactly one name tagged @zh",
    ),
    "a name without a language": (
        """DELETE { ?x skos:prefLabel ?name ; rdfs:label ?name } INSERT { ?x skos:prefLabel "乙" ; rdfs:label "乙" }
        WHERE { ?x a kg:Park ; skos:prefLabel ?name }""",
        "An entity has exactly one name tagged @zh",
    ),
    "two names": (
        'INSERT { ?x skos:prefLabel "乙"@zh ; rdfs:label "乙"@zh } WHERE { ?x a kg:Park }',
        "An entity has exactly one name tagged @zh",
    ),
    "a label that is not the name": (
        'INSERT { ?x rdfs:label "乙"@zh } WHERE { ?x a kg:Park }',
        "rdfs:label repeats skos:prefLabel for generic tools",
    ),
    "an alias that is the name": (
        "INSERT { ?x skos:altLabel ?name } WHERE { ?x a kg:Person ; skos:prefLabel ?name }",
        "An alias",
    ),
    "a misprint that is an alias": (
        "INSERT { ?x skos:hiddenLabel ?name } WHERE { ?x a kg:Place ; skos:altLabel ?name }",
        "A misprint",
    ),
    "an entity that nobody counted": (
        "DELETE { ?x kg:mentionCount ?n } WHERE { ?x a kg:Park ; kg:mentionCount ?n }",
        "An entity has one number of mentions",
    ),
    "an entity of two classes": (
        "INSERT { ?x a kg:Person, foaf:Person } WHERE { ?x a kg:Park }",
        "An entity has an IRI and is one of kg:Organization, kg:Place, kg:Programme and kg:Person",
    ),
    "an organization in our words only": (
        "DELETE { ?x a org:Organization } WHERE { ?x a kg:Company }",
        "An organization is an org:Organization too",
    ),
    "a code that is no number": (
        'DELETE { ?x kg:adcode "12" } INSERT { ?x kg:adcode "天津" } WHERE { ?x kg:adcode "12" }',
        "There is one division code",
    ),
    "a code of a park": (
        'INSERT { ?x kg:adcode "120103008" } WHERE { ?x a kg:Park }',
        "What has a division code is an administrative area",
    ),
    "a statement without evidence": (
        """DELETE { ?st kg:hasEvidence ?ev . ?ev ?p ?o }
        WHERE { ?st rdf:predicate kg:recognizes ; kg:hasEvidence ?ev . ?ev ?p ?o }""",
        "A statement has at least one evidence",
    ),
    "a statement without confidence": (
        "DELETE { ?st kg:confidence ?c } WHERE { ?st rdf:predicate kg:organizes ; kg:confidence ?c }",
        "A statement has one confidence",
    ),
    "a confidence above one": (
        """DELETE { ?st kg:confidence ?c } INSERT { ?st kg:confidence 1.2 }
        WHERE { ?st rdf:predicate kg:organizes ; kg:confidence ?c }""",
        "A statement has one confidence",
    ),
    "a confidence below zero": (
        """DELETE { ?ev kg:confidence ?c } INSERT { ?ev kg:confidence "-0.1"^^xsd:decimal }
        WHERE { ?st rdf:predicate kg:organizes ; kg:hasEvidence ?ev . ?ev kg:confidence ?c }""",
        "An evidence has one confidence",
    ),
    "a confidence that is a float": (
        """DELETE { ?ev kg:confidence ?c } INSERT { ?ev kg:confidence 9e-1 }
        WHERE { ?st rdf:predicate kg:organizes ; kg:hasEvidence ?ev . ?ev kg:confidence ?c }""",
        "An evidence has one confidence",
    ),
    "an unknown relation": (
        """DELETE { ?st rdf:predicate kg:organizes } INSERT { ?st rdf:predicate kg:likes }
        WHERE { ?st rdf:predicate kg:organizes }""",
        "A statement has exactly one relation",
    ),
    "two subjects": (
        "INSERT { ?st rdf:subject ?x } WHERE { ?st rdf:predicate kg:organizes . ?x a kg:Park }",
        "A statement has exactly one subject",
    ),
    "an object that is no entity": (
        """DELETE { ?st rdf:object ?o } INSERT { ?st rdf:object id:prog-0 }
        WHERE { ?st rdf:predicate kg:organizes ; rdf:object ?o }""",
        "A statement has exactly one object",
    ),
    "an evidence that ends where it starts": (
        """DELETE { ?ev oa:end ?end } INSERT { ?ev oa:end ?start }
        WHERE { ?st rdf:predicate kg:organizes ; kg:hasEvidence ?ev . ?ev oa:start ?start ; oa:end ?end }""",
        "An evidence starts",
    ),
    "an evidence that ends before it starts": (
        """DELETE { ?ev oa:end ?end } INSERT { ?ev oa:end 1 }
        WHERE { ?st rdf:predicate kg:organizes ; kg:hasEvidence ?ev . ?ev oa:end ?end }""",
        "An evidence starts",
    ),
    "an evidence without end": ("DELETE WHERE { ?ev oa:end ?end }", "An evidence has one end"),
    "an evidence without quote": (
        "DELETE WHERE { ?ev oa:exact ?quote }",
        "An evidence quotes one passage that is not empty",
    ),
    "an empty quote": (
        'DELETE { ?ev oa:exact ?quote } INSERT { ?ev oa:exact "" } WHERE { ?ev oa:exact ?quote }',
        "An evidence quotes one passage that is not empty",
    ),
    "an evidence without source": ("DELETE WHERE { ?ev oa:hasSource ?doc }", "An evidence comes from one document"),
    "an evidence without rule": ("DELETE WHERE { ?ev kg:rule ?rule }", "An evidence names the one rule that read it"),
    "an evidence of two statements": (
        """INSERT { ?other kg:hasEvidence ?ev }
        WHERE { ?st rdf:predicate kg:organizes ; kg:hasEvidence ?ev . ?other rdf:predicate kg:recognizes }""",
        "An evidence belongs to one statement",
    ),
    "a document without file name": (
        "DELETE WHERE { ?doc dcterms:source ?name }",
        "A document has the name of its file",
    ),
    "a checksum cut short": (
        'DELETE { ?doc kg:textSha256 ?sum } INSERT { ?doc kg:textSha256 "12ab" } WHERE { ?doc kg:textSha256 ?sum }',
        "A document has one checksum",
    ),
    "a membership without member": ("DELETE WHERE { ?st org:member ?person }", "A membership has exactly one member"),
    "a membership without body": ("DELETE WHERE { ?st org:organization ?body }", "A membership has exactly one body"),
    "a membership of another body": (
        """DELETE { ?st org:organization ?body } INSERT { ?st org:organization ?other }
        WHERE { ?st org:organization ?body . ?other a kg:Company }""",
        "A membership has exactly one body",
    ),
    "a membership without title": ("DELETE WHERE { ?st kg:title ?title }", "A membership has one title tagged @zh"),
    "a membership without post": ("DELETE WHERE { ?st kg:post ?post }", "A membership fills one post"),
    "a post that nobody holds": ("DELETE WHERE { ?person org:holds ?post }", "A post is held by a person"),
    "a post nowhere": ("DELETE WHERE { ?post org:postIn ?body }", "A post is in one body"),
    "a relation from outside its domain": (
        "INSERT { ?person kg:locatedIn ?place } WHERE { ?person a kg:Person . ?place a kg:Park }",
        "Only organizations and places are located somewhere",
    ),
    "a relation to outside its range": (
        "INSERT { ?body kg:locatedIn ?other } WHERE { ?body a kg:GovernmentBody . ?other a kg:Company }",
        "One is located in a place",
    ),
    "a one-sided cooperation": (
        "DELETE { ?body kg:cooperatesWith ?other } WHERE { ?body a kg:Company ; kg:cooperatesWith ?other }",
        "Cooperation is mutual",
    ),
    "a place inside itself": (
        "INSERT { ?x kg:locatedIn ?x } WHERE { ?x a kg:Park }",
        "A place cannot lie inside itself",
    ),
    "a circle of places": (
        "INSERT { ?city kg:locatedIn ?park } WHERE { ?park a kg:Park . ?city a kg:Province }",
        "A place cannot lie inside itself",
    ),
    "a circle of bodies": (
        """INSERT { ?one kg:subOrganizationOf ?other ; org:subOrganizationOf ?other .
                    ?other kg:subOrganizationOf ?one ; org:subOrganizationOf ?one }
        WHERE { ?one a kg:Company . ?other a kg:GovernmentBody }""",
        "A body cannot be part of itself",
    ),
    "a programme in itself": (
        "INSERT { ?x kg:subProgrammeOf ?x } WHERE { ?x a kg:Event }",
        "A programme cannot be part of itself",
    ),
    "a date in words": (
        'INSERT { ?x dcterms:date "March" } WHERE { ?x a kg:Document ; dcterms:source "001_page.txt" }',
        "The date of a document",
    ),
    "a publisher that is a word": (
        'INSERT { ?x dcterms:publisher "东川报" } WHERE { ?x a kg:Document ; dcterms:source "001_page.txt" }',
        "The publisher of a document",
    ),
    "an address that is a word": (
        'INSERT { ?x schema:url "example.org" } WHERE { ?x a kg:Document ; dcterms:source "001_page.txt" }',
        "The address of a document",
    ),
    "an article of no document": (
        "DELETE { ?x dcterms:isPartOf ?y } WHERE { ?x a kg:Article ; dcterms:isPartOf ?y }",
        "An article is part of one document",
    ),
    "an article that ends where it starts": (
        "DELETE { ?x oa:end ?y } INSERT { ?x oa:end 0 } WHERE { ?x a kg:Article ; oa:end ?y }",
        "An article starts",
    ),
    "a statement reported last before it was reported first": (
        """INSERT { ?x kg:firstReported "2025-03-05"^^xsd:date ; kg:lastReported "2024-12-31"^^xsd:date }
        WHERE { ?x a kg:Statement ; rdf:predicate kg:recognizes }""",
        "A statement was first reported",
    ),
    "a context that is a document": (
        "INSERT { ?x kg:context ?y } WHERE { ?x a kg:Evidence ; oa:start 80 ; oa:hasSource ?y }",
        "The context of an evidence",
    ),
    "a passage without its place": (
        """INSERT { id:pas-1 a kg:Passage, oa:SpecificResource ; oa:hasSource ?y ; oa:exact "甲" ; oa:end 1 }
        WHERE { ?y a kg:Document ; dcterms:source "001_page.txt" }""",
        "A passage starts",
    ),
    "a dataset without a licence": (
        "DELETE { ?x dcterms:license ?y } WHERE { ?x dcterms:license ?y }",
        "A dataset states its licence",
    ),
    "a dataset that nothing made": (
        "DELETE { id: prov:wasGeneratedBy ?y } WHERE { id: prov:wasGeneratedBy ?y }",
        "A dataset names what made it",
    ),
}


@pytest.mark.parametrize(("update", "broken"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_found_and_nothing_else(small: rdflib.Graph, tmp_path: Path, update: str, broken: str) -> None:
    before = set(small)
    small.update(update, initNs=dict(ontology.load().prefixes))
    assert set(small) != before
    assert {rule(each) for each in violations(small, tmp_path)} == {broken}


def test_a_chain_of_places_is_no_circle(small: rdflib.Graph, tmp_path: Path) -> None:
    inside = "INSERT { ?body kg:locatedIn ?city } WHERE { ?body a kg:GovernmentBody . ?city a kg:Province }"
    small.update(inside, initNs=dict(ontology.load().prefixes))  # two ways up to the same city
    assert violations(small, tmp_path) == ()
