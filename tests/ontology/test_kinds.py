"""Kinds are data: what `kg.ttl` says is what the program sees, and what it lacks is named."""

from itertools import pairwise
from pathlib import Path

import pytest
import rdflib

from kg import ontology
from kg.divisions import LEVELS
from kg.errors import OntologyError
from kg.ontology import kinds
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
    "AdministrativeArea": {"Province", "City", "County", "Township"},
    "Place": {
        "AdministrativeArea",
        "ResidentialArea",
        "Road",
        "Park",
        "Building",
        "CommercialArea",
        "Zone",
        "WaterBody",
    },
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


@pytest.mark.parametrize(("parent", "below"), KINDS.items())
def test_kinds_inherit_code_colour_and_types(parent: str, below: set[str]) -> None:
    classes = ontology.load().classes
    assert {one.name for one in classes.values() if one.parent == parent} == below
    for kind in below:
        assert (classes[kind].code, classes[kind].colour) == (classes[parent].code, classes[parent].colour)
        assert {classes[kind].iri, *classes[parent].types} <= {*classes[kind].types}


def test_every_level_of_divisions_has_its_class() -> None:
    assert {digits: name.lower() for digits, name in ontology.load().levels.items()} == LEVELS


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


def test_only_cooperation_reads_the_same_backwards() -> None:
    for relation in ontology.load().relations.values():
        forwards, backwards = (relation.label_zh, relation.label_en), (relation.inverse_zh, relation.inverse_en)
        assert (forwards == backwards) == relation.symmetric


def test_inverses_are_no_relations() -> None:
    assert "organizedBy" not in ontology.load().relations


def test_the_file_says_what_it_is() -> None:
    file = rdflib.Graph().parse(ontology.ONTOLOGY / "kg.ttl")
    (node,) = file.subjects(rdflib.RDF.type, rdflib.OWL.Ontology)
    for text in (rdflib.DCTERMS.title, rdflib.DCTERMS.description):
        assert {value.language for value in file.objects(node, text)} == {"zh", "en"}
    assert file.value(node, rdflib.DCTERMS.license)
    assert file.value(node, rdflib.OWL.versionInfo)
    assert str(file.value(node, rdflib.VANN.preferredNamespaceUri)) == ontology.load().prefixes["kg"]


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
        ("    owl:inverseOf kg:locatedIn ;\n", "", "locatedIn", "is not symmetric and has no inverse"),
        ('rdfs:label "内有"@zh, "location', 'rdfs:label "location', "locationOf", "lacks an rdfs:label@zh"),
        ('rdfs:comment "从证据', 'rdfs:seeAlso "从证据', "rule", "lacks an rdfs:comment@en"),
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


@pytest.mark.parametrize(
    ("section", "entries", "entry", "reason"),
    [
        ("Organisation", {"Company": ["公司"]}, "Organisation", "is no main class in kg.ttl"),
        ("Organization", {"Firm": ["公司"]}, "Firm", "is no class below kg:Organization in kg.ttl"),
        ("Organization", {"Zone": ["园区"]}, "Zone", "is no class below kg:Organization in kg.ttl"),
        ("Zone", {}, "Zone", "is no main class in kg.ttl"),
        ("scope", {"city": ["Road", "Rode"]}, "Rode", "stands under [scope] and is no class in kg.ttl"),
    ],
)
def test_a_head_of_no_class_is_named(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    section: str,
    entries: dict[str, list[str]],
    entry: str,
    reason: str,
) -> None:
    file = tmp_path / "kg.ttl"
    file.write_bytes((ontology.ONTOLOGY / "kg.ttl").read_bytes())
    heads = ontology.lexicon("heads") | {section: entries}
    monkeypatch.setattr(kinds, "lexicon", {"heads": heads}.__getitem__)
    with pytest.raises(OntologyError) as caught:
        ontology.load(file)
    assert (Path(caught.value.file).name, caught.value.entry) == ("heads.toml", entry)
    assert caught.value.reason.startswith(f"{reason}; ")


@pytest.mark.parametrize("content", [None, "kg:Organization a owl:Class .", ""])
def test_no_ontology_or_no_turtle(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "kg.ttl"
    if content:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(OntologyError, match=r"kg\.ttl"):
        ontology.load(path)


@pytest.mark.parametrize("file", ["kg.ttl", "shapes.ttl"])
def test_standard_terms_exist(file: str) -> None:
    """Against the closed vocabularies that come with rdflib."""
    closed = (rdflib.DCTERMS, rdflib.FOAF, rdflib.ORG, rdflib.OWL, rdflib.PROV, rdflib.RDFS, rdflib.SDO, rdflib.SH)
    used = {term for triple in rdflib.Graph().parse(ontology.ONTOLOGY / file) for term in triple}
    iris = {term for term in used if isinstance(term, rdflib.URIRef)}
    assert len(iris) > 30
    assert not {iri for iri in iris for space in closed if iri.startswith(str(space)) and iri not in space}
