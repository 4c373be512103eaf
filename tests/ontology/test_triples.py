"""Small ontologies asked in SPARQL."""

from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.ontology.triples import Triples, read

PREFIXES = """
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix kg: <https://example.org/ns#> .
"""
BODY = """
kg:Park a owl:Class ; rdfs:subClassOf kg:Site, kg:Place ; rdfs:label "公园"@zh .
kg:Site a owl:Class ; rdfs:subClassOf kg:Place .
kg:Place a owl:Class .
"""
NS = "https://example.org/ns#"


@pytest.fixture
def triples(tmp_path: Path) -> Triples:
    return written(tmp_path, PREFIXES + BODY)


def written(folder: Path, text: str) -> Triples:
    path = folder / "small.ttl"
    path.write_text(text, encoding="utf-8")
    return read(path)


def test_rows_are_plain_texts_and_what_is_unbound_is_empty(triples: Triples) -> None:
    rows = triples.rows("SELECT ?x ?label { ?x a owl:Class OPTIONAL { ?x rdfs:label ?label } } ORDER BY ?x")
    assert list(rows) == [(f"{NS}Park", "公园"), (f"{NS}Place", ""), (f"{NS}Site", "")]


def test_values_are_gathered_by_term_sorted_and_each_once(triples: Triples) -> None:
    found = triples.gather("{ ?term rdfs:subClassOf ?value } UNION { ?term rdfs:subClassOf+ ?value }")
    assert found[f"{NS}Park"] == (f"{NS}Place", f"{NS}Site")
    assert found[f"{NS}Site"] == (f"{NS}Place",)
    assert found[f"{NS}Place"] == ()


def test_local_names_are_those_of_our_vocabulary_only(triples: Triples) -> None:
    other = "http://www.w3.org/2002/07/owl#Class"
    assert triples.names((f"{NS}Park", other, f"{NS}Park")) == {"Park", other}


def test_prefixes_come_sorted_as_the_file_declares_them(triples: Triples) -> None:
    assert list(triples.prefixes) == ["kg", "owl", "rdf", "rdfs"]
    assert triples.prefixes["kg"] == NS


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        (f"{PREFIXES} kg:Park a", "the whole file", "line 6"),
        (f"{PREFIXES} kg:Park a \udcff .", "the whole file", "UTF-8"),
        (PREFIXES.replace("@prefix owl:", "@prefix o:"), "@prefix", "does not declare owl"),
        ("", "@prefix", "does not declare kg, owl, rdf, rdfs"),
    ],
)
def test_a_file_that_is_no_ontology_is_told_with_the_place(text: str, place: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "small.ttl"
    path.write_bytes(text.encode(errors="surrogateescape"))
    with pytest.raises(OntologyError, match=reason) as caught:
        read(path)
    assert (caught.value.file, caught.value.entry) == (path, place)


def test_a_missing_file_is_told_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"none\.ttl: the whole file"):
        read(tmp_path / "none.ttl")
