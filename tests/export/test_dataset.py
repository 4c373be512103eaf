"""The head of a graph: its description, what made it, and counts that are right."""

from collections import Counter
from dataclasses import replace
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import pytest
import rdflib
from factory import document, graph, small_graph
from rdflib import DCTERMS, PROV, RDF, RDFS, VOID, Literal

from kg.errors import OntologyError
from kg.export import dataset, turtle
from kg.graph import KnowledgeGraph

ID = rdflib.URIRef("https://w3id.org/district-kg/id/")
KG = rdflib.Namespace("https://w3id.org/district-kg/ns#")
SCHEMA = rdflib.Namespace("https://schema.org/")


def written(content: KnowledgeGraph, folder: Path) -> rdflib.Graph:
    turtle.write(content, folder / "graph.ttl")
    return rdflib.Graph().parse(folder / "graph.ttl")


@pytest.mark.parametrize("content", [small_graph(), graph(())], ids=["small", "empty"])
def test_counts_are_those_of_the_file(content: KnowledgeGraph, tmp_path: Path) -> None:
    found = written(content, tmp_path)
    members = Counter(found.objects(None, RDF.type))
    assert found.value(ID, VOID.triples) == Literal(len(found))
    assert found.value(ID, VOID.classes) == Literal(len(members))
    assert found.value(ID, VOID.entities) == Literal(len(content.entities))
    parts = {
        found.value(part, VOID["class"]): found.value(part, VOID.entities)
        for part in found.objects(ID, VOID.classPartition)
    }
    assert parts == {kind: Literal(count) for kind, count in members.items() if kind in KG}


def test_says_what_it_is_in_two_languages_and_under_which_licence(tmp_path: Path) -> None:
    found = written(graph(()), tmp_path)
    assert {*found.objects(ID, RDF.type)} == {VOID.Dataset, rdflib.DCAT.Dataset}
    for property_ in (DCTERMS.title, DCTERMS.description):
        assert {text.language for text in found.objects(ID, property_) if isinstance(text, Literal)} == {"zh", "en"}
    assert isinstance(found.value(ID, DCTERMS.license), rdflib.URIRef)


def test_every_vocabulary_in_use_is_listed(tmp_path: Path) -> None:
    found = written(small_graph(), tmp_path)
    used = {*map(str, found.predicates()), *map(str, found.objects(None, RDF.type))}
    listed = (str(RDF), str(RDFS), *map(str, found.objects(ID, VOID.vocabulary)))
    assert [iri for iri in sorted(used) if not iri.startswith(listed)] == []


def test_names_the_program_and_the_models_that_made_it(tmp_path: Path) -> None:
    found = written(graph(()), tmp_path)
    run = found.value(ID, PROV.wasGeneratedBy)
    programs = {
        str(found.value(node, RDFS.label)): str(found.value(node, SCHEMA.softwareVersion))
        for node in found.objects(run, PROV.wasAssociatedWith)
    }
    assert programs == {"district-kg": version("district-kg")}
    models = {
        str(found.value(node, RDFS.label)): str(found.value(node, DCTERMS.identifier))
        for node in found.objects(run, PROV.used)
    }
    tagger = Path(dataset.__file__).parents[1] / "models" / "tagger.onnx"
    assert models["tagger.onnx"] == f"sha256:{sha256(tagger.read_bytes()).hexdigest()}"
    assert "README.md" not in models


def test_no_clock_unless_a_date_is_given(tmp_path: Path) -> None:
    assert not [*written(small_graph(), tmp_path).objects(ID, DCTERMS.issued)]
    found = written(replace(small_graph(), issued="2026-03-05"), tmp_path)
    assert found.value(ID, DCTERMS.issued) == Literal("2026-03-05", datatype=rdflib.XSD.date)


def test_covers_the_time_of_its_dated_documents(tmp_path: Path) -> None:
    dates = {"a.txt": "2025-03-05", "b.txt": "2024-12-31"}
    pages = (*(document(name, date=date) for name, date in dates.items()), document("c.txt"))
    found = written(graph((), documents=pages), tmp_path)
    period = found.value(ID, DCTERMS.temporal)
    assert [str(found.value(period, end)) for end in (rdflib.DCAT.startDate, rdflib.DCAT.endDate)] == [
        "2024-12-31",
        "2025-03-05",
    ]
    assert not [*written(graph(()), tmp_path).objects(ID, DCTERMS.temporal)]


def test_a_description_that_is_no_turtle_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "dataset.ttl").write_text("id: a", encoding="utf-8")
    monkeypatch.setattr(dataset, "_DESCRIPTION", tmp_path / "dataset.ttl")
    dataset._description.cache_clear()
    with pytest.raises(OntologyError, match=r"dataset\.ttl"):
        written(graph(()), tmp_path)
