"""JSON-LD: the same graph in both engines, with the short names of the committed context."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
import rdflib
from factory import document, entity, evidence, graph, relation, small_graph

from kg.export import jsonld
from kg.graph import KnowledgeGraph
from kg.ontology import ONTOLOGY, load

CONTEXT = json.loads((ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))["@context"]
HOSTILE = '"@en . </script> @id: \\ \x00\u2028 {"@id": "x"}'


def written(content: KnowledgeGraph, folder: Path) -> Path:
    jsonld.write(content, folder / "graph.jsonld")
    return folder / "graph.jsonld"


def hostile_graph() -> KnowledgeGraph:
    ends = entity("org-a", HOSTILE, aliases=("@id", "_:b")), entity("prg-b", "乙", type="Programme")
    page = document(
        "a.txt", HOSTILE, title=HOSTILE, date="2026-03-05", publisher="区报", url="https://example.org/?a=b"
    )
    return graph(
        ends, (relation("organizes", "org-a", "prg-b", evidence(HOSTILE, document="a.txt")),), documents=(page,)
    )


@pytest.mark.parametrize("content", [small_graph(), hostile_graph(), graph(())], ids=["small", "hostile", "empty"])
def test_rdflib_reads_the_same_graph(content: KnowledgeGraph, tmp_path: Path) -> None:
    found = rdflib.Graph().parse(written(content, tmp_path), format="json-ld")
    assert set(found) == set(content.to_rdflib())


def test_oxigraph_reads_the_same_graph(tmp_path: Path) -> None:
    found = pyoxigraph.parse(path=str(written(small_graph(), tmp_path)), format=pyoxigraph.RdfFormat.JSON_LD)
    assert len({str(quad.triple) for quad in found}) == len(small_graph().to_rdflib())


def test_names_are_short(tmp_path: Path) -> None:
    nodes = {node["@id"]: node for node in json.loads(written(small_graph(), tmp_path).read_text("utf-8"))["@graph"]}
    bureau = nodes["id:org-5a0000000002"]
    assert (bureau["name"], bureau["aliases"], bureau["mentions"]) == ("河西区民政局", "区民政局", 1)
    assert bureau["organizes"] == ["id:prog-5a0000000005"]
    assert "kg:GovernmentBody" in bureau["@type"]
    (post,) = (node for node in nodes.values() if node.get("predicate") == "kg:holdsPost")
    assert (post["subject"], post["title"], post["confidence"]) == ("id:per-5a0000000004", "局长", "0.97")
    (found,) = (nodes[one] for one in post["evidence"])
    assert (found["quote"], found["start"], found["end"]) == ("河西区民政局局长李明", 0, 10)


def test_every_relation_has_a_short_name() -> None:
    for name, kind in load().relations.items():
        assert CONTEXT[name] == {"@id": f"kg:{name}", "@type": "@id", "@container": "@set"}, kind.iri


def test_prefixes_are_those_of_the_ontology_and_terms_are_defined() -> None:
    prefixes = {name: space for name, space in CONTEXT.items() if isinstance(space, str)}
    assert prefixes.items() <= load().prefixes.items()
    ours = rdflib.Graph().parse(ONTOLOGY / "kg.ttl")
    for term in (one["@id"] for one in CONTEXT.values() if isinstance(one, dict)):
        prefix, _, local = term.partition(":")
        node = rdflib.URIRef(prefixes[prefix] + local)
        assert prefix != "kg" or (node, rdflib.RDF.type, None) in ours, term


def test_same_graph_same_bytes_in_any_process(tmp_path: Path) -> None:
    expected = written(small_graph(), tmp_path).read_bytes()
    program = (
        "import sys, pathlib; from factory import small_graph; from kg.export import jsonld;"
        "jsonld.write(small_graph(), pathlib.Path(sys.argv[1]))"
    )
    tests = Path(__file__).parent.parent
    for seed in ("1", "2"):
        environment: dict[str, Any] = {"PYTHONHASHSEED": seed, "PYTHONPATH": f"{tests.parent}{os.pathsep}{tests}"}
        subprocess.run([sys.executable, "-c", program, str(tmp_path / seed)], check=True, env=environment)
        assert (tmp_path / seed).read_bytes() == expected
