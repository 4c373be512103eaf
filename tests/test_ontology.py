"""Kinds are data: what `kg.ttl` says is what the program sees, and what it lacks is named."""

from itertools import pairwise
from pathlib import Path

import pytest
import rdflib

from kg import ontology
from kg.errors import OntologyError
from kg.train.annotation import CLASSES

KINDS = {
    "Organization": {
        "GovernmentBody",
        "PartyBody",
        "CommunityBody",
        "Company",
        "School",
        "MedicalInstitution",
        "CareInstitution",
        "CulturalInstitution",
        "SocialOrganization",
    },
    "Place": {"AdministrativeArea", "Road", "Park", "Building", "CommercialArea", "Zone", "WaterBody"},
    "Programme": {"Plan", "Project", "Campaign", "Event", "Brand", "Platform"},
    "Person": {"Official"},
}
# As the table of the annotation guide has it.
REACH = {
    "holdsPost": ("PER", "ORG LOC"),
    "locatedIn": ("ORG LOC", "LOC"),
    "subOrganizationOf": ("ORG", "ORG"),
    "organizes": ("ORG LOC PER", "PRG"),
    "participatesIn": ("ORG LOC PER", "PRG"),
    "cooperatesWith": ("ORG LOC", "ORG LOC"),
    "takesPlaceAt": ("PRG", "LOC ORG"),
    "subProgrammeOf": ("PRG", "PRG"),
    "develops": ("ORG LOC PER", "LOC ORG"),
    "recognizes": ("ORG LOC", "ORG LOC PER PRG"),
}


def test_main_classes_carry_the_codes_of_the_annotation() -> None:
    main = {one.code: one.name for one in ontology.load().classes.values() if one.parent is None}
    assert main == CLASSES


@pytest.mark.parametrize(("parent", "kinds"), KINDS.items())
def test_kinds_inherit_code_colour_and_types(parent: str, kinds: set[str]) -> None:
    classes = ontology.load().classes
    assert {one.name for one in classes.values() if one.parent == parent} == kinds
    for kind in kinds:
        assert (classes[kind].code, classes[kind].colour) == (classes[parent].code, classes[parent].colour)
        assert {classes[kind].iri, *classes[parent].types} <= {*classes[kind].types}


@pytest.mark.parametrize("name", REACH)
def test_relations_reach_what_the_guide_says(name: str) -> None:
    relation = ontology.load().relations[name]
    domain, reach = ({CLASSES[code] for code in codes.split()} for codes in REACH[name])
    assert (relation.domain, relation.range) == (domain, reach)


def test_there_are_no_other_relations_and_one_is_symmetric() -> None:
    relations = ontology.load().relations
    assert set(relations) == set(REACH)
    assert [name for name, relation in relations.items() if relation.symmetric] == ["cooperatesWith"]


def test_relations_are_emitted_as_their_super_properties() -> None:
    relations = ontology.load().relations
    own = "https://w3id.org/district-kg/ns#"
    assert relations["subOrganizationOf"].predicates == (
        f"{own}subOrganizationOf",
        "http://www.w3.org/ns/org#subOrganizationOf",
        f"{own}related",
    )
    (organizer,) = relations["organizes"].forms
    assert (organizer.predicate, organizer.inverse) == ("https://schema.org/organizer", True)
    assert (organizer.domain, organizer.range) == ({"Organization", "Person"}, {"Event"})
    assert relations["holdsPost"].statement_types == ("http://www.w3.org/ns/org#Membership",)


def test_a_project_is_never_an_organization() -> None:
    assert "https://schema.org/Project" not in {iri for types in ontology.load().types.values() for iri in types}


def test_colours_differ_and_are_seen_on_white() -> None:
    colours = {one.colour for one in ontology.load().classes.values()}
    assert len(colours) == len(CLASSES)
    assert min(_contrast_with_white(colour) for colour in colours) >= 3  # WCAG 2.2, 1.4.11


def _contrast_with_white(colour: str) -> float:
    parts = (int(colour[start:end], 16) / 255 for start, end in pairwise((1, 3, 5, 7)))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 1.05 / (sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True)) + 0.05)


@pytest.mark.parametrize(
    ("old", "new", "term", "reason"),
    [
        ('rdfs:label "组织"@zh, "Organization"@en', 'rdfs:label "组织"@zh', "Organization", "lacks an rdfs:label@en"),
        ('rdfs:label "位于"@zh, "located', 'rdfs:label "located', "locatedIn", "lacks an rdfs:label@zh"),
        ('rdfs:comment "一个输入文件', 'rdfs:seeAlso "一个输入文件', "Document", "lacks an rdfs:comment@en"),
        ('kg:code "ORG" ;', "", "Organization", "lacks https://w3id.org/district-kg/ns#code"),
        ("rdfs:range kg:Programme", "rdfs:range kg:Program", "Program", "is used but not defined"),
        ("rdfs:domain kg:Programme", "rdfs:domain kg:Document", "subProgrammeOf", "reaches no entity class"),
        ("    rdfs:domain kg:Person ;\n", "", "holdsPost", "lacks http://www.w3.org/2000/01/rdf-schema#domain"),
        ('kg:inverseLabel "内有"@zh, "', 'kg:inverseLabel "', "locatedIn", "lacks a kg:inverseLabel@zh"),
        ("kg:emitAs [ kg:predicate org:memberOf ;", "kg:emitAs [", "holdsPost", "kg:emitAs without predicate"),
    ],
)
def test_a_fault_is_named(tmp_path: Path, old: str, new: str, term: str, reason: str) -> None:
    text = (ontology.ONTOLOGY / "kg.ttl").read_text(encoding="utf-8")
    assert old in text
    faulty = tmp_path / "kg.ttl"
    faulty.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(OntologyError, match=reason) as caught:
        ontology.load(faulty)
    assert (caught.value.file, caught.value.entry) == (faulty, f"https://w3id.org/district-kg/ns#{term}")


@pytest.mark.parametrize("content", [None, "kg:Organization a owl:Class .", ""])
def test_no_ontology_or_no_turtle(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "kg.ttl"
    if content:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(OntologyError, match=r"kg\.ttl"):
        ontology.load(path)


def test_lexicon_is_parsed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "words_of_a_test.toml").write_text('heads = ["局"]', encoding="utf-8")
    monkeypatch.setattr(ontology, "ONTOLOGY", tmp_path)
    assert ontology.lexicon("words_of_a_test") == {"heads": ["局"]}
    assert ontology.lexicon("words_of_a_test") is ontology.lexicon("words_of_a_test")


@pytest.mark.parametrize(
    ("content", "reason"), [(None, "no such word list"), (b"heads = [", "TOML"), (b"\xff", "TOML")]
)
def test_lexicon_that_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None, reason: str
) -> None:
    (tmp_path / "lexicon").mkdir()
    if content:
        (tmp_path / "lexicon" / "broken.toml").write_bytes(content)
    monkeypatch.setattr(ontology, "ONTOLOGY", tmp_path)
    with pytest.raises(OntologyError, match=reason) as caught:
        ontology.lexicon("broken")
    assert caught.value.entry == "broken"


@pytest.mark.parametrize("file", ["kg.ttl", "shapes.ttl"])
def test_standard_terms_exist(file: str) -> None:
    """Against the closed vocabularies that come with rdflib."""
    closed = (rdflib.DCTERMS, rdflib.FOAF, rdflib.ORG, rdflib.OWL, rdflib.PROV, rdflib.RDFS, rdflib.SDO, rdflib.SH)
    used = {term for triple in rdflib.Graph().parse(ontology.ONTOLOGY / file) for term in triple}
    iris = {term for term in used if isinstance(term, rdflib.URIRef)}
    assert len(iris) > 30
    assert not {iri for iri in iris for space in closed if iri.startswith(str(space)) and iri not in space}
