"""Tests of the GEXF writer, read back by networkx and graphology and checked against what Gephi needs."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from factory import article, document, entity, evidence, graph, relation, small_graph

from kg.export import gexf
from kg.export.gexf import write
from kg.export.plain import one_line
from kg.graph import KnowledgeGraph
from kg.model import Relation
from kg.ontology import load

READER = Path(__file__).parent / "graphology"
NS = {"g": "http://gexf.net/1.3", "viz": "http://gexf.net/1.3/viz"}
HOSTILE = ["</node><script>", '"><svg onload=alert(1)>', "a&b<c>'d'", "断\x0b字\ud800", "]]>", "&#0;"]


def written(of: KnowledgeGraph, folder: Path) -> Path:
    write(of, folder / "graph.gexf")
    return folder / "graph.gexf"


def read_back(of: KnowledgeGraph, folder: Path) -> "nx.MultiDiGraph[str]":
    return nx.MultiDiGraph(nx.read_gexf(written(of, folder)))


def test_networkx_reads_back_every_node_with_its_attributes(tmp_path: Path) -> None:
    small = small_graph()
    view = read_back(small, tmp_path)
    assert set(view) == set(small.by_id)
    node = view.nodes["org-5a0000000002"]
    assert node["label"] == "河西区民政局"
    assert (node["type"], node["subtype"], node["aliases"], node["mentions"]) == (
        "Organization",
        "GovernmentBody",
        "区民政局",
        1,
    )
    assert view.nodes["place-12"]["aliases"] == ""


def test_nodes_have_the_colour_of_their_class_and_a_size(tmp_path: Path) -> None:
    view = read_back(small_graph(), tmp_path)
    for _, data in view.nodes(data=True):
        rgb = data["viz"]["color"]
        colour = load().classes[data["type"]].colour
        assert f"#{rgb['r']:02x}{rgb['g']:02x}{rgb['b']:02x}" == colour.lower()
        assert 4 <= data["viz"]["size"] <= 40
    assert view.nodes["org-5a0000000002"]["viz"]["size"] == 40


def test_networkx_reads_back_every_edge_with_its_attributes(tmp_path: Path) -> None:
    small = small_graph()
    edges = {(head, tail, data["relation"]): data for head, tail, data in read_back(small, tmp_path).edges(data=True)}
    assert set(edges) == {(one.head, one.tail, one.type) for one in small.relations}
    post = edges["per-5a0000000004", "org-5a0000000002", "holdsPost"]
    assert post["label"] == load().relations["holdsPost"].label_zh
    assert (post["title"], post["confidence"], post["sentence"]) == ("局长", 0.97, "河西区民政局局长李明")
    assert (post["document"], post["symmetric"]) == ("001_page.txt", False)
    pact = edges["org-5a0000000002", "org-5a0000000003", "cooperatesWith"]
    assert (pact["weight"], pact["symmetric"]) == (2, True)


def test_parallel_relations_stay_apart_and_posts_share_an_edge(tmp_path: Path) -> None:
    posts = graph(
        (entity("a", "李明", type="Person"), entity("b", "民政局")),
        (
            relation("holdsPost", "a", "b", evidence("局长李明"), title="局长"),
            relation("holdsPost", "a", "b", evidence("书记李明", confidence=0.95), title="书记"),
            relation("recognizes", "b", "a"),
            relation("recognizes", "a", "b"),
        ),
    )
    root = ElementTree.parse(written(posts, tmp_path)).getroot()  # noqa: S314 - our own file
    edges = root.findall(".//g:edge", NS)
    triples = [(edge.get("source"), edge.get("target"), edge.get("kind")) for edge in edges]
    assert sorted(triples) == [("a", "b", "holdsPost"), ("a", "b", "recognizes"), ("b", "a", "recognizes")]
    assert len({edge.get("id") for edge in edges}) == 3
    post = next(edge for edge in edges if edge.get("kind") == "holdsPost")
    values = {value.get("for"): value.get("value") for value in post.iterfind(".//g:attvalue", NS)}
    assert post.get("weight") == "2"
    assert (values["title"], values["sentence"], values["confidence"]) == ("书记、局长", "书记李明", "0.95")


def test_gephi_finds_what_it_needs_in_order(tmp_path: Path) -> None:
    root = ElementTree.parse(written(small_graph(), tmp_path)).getroot()  # noqa: S314 - our own file
    sheet = root.find("g:graph", NS)
    assert sheet is not None
    assert [child.tag.rpartition("}")[2] for child in sheet] == ["attributes", "attributes", "nodes", "edges"]
    assert sheet.get("defaultedgetype") == "directed"
    assert all(edge.get("type") is None and float(edge.get("weight", 0)) > 0 for edge in root.iterfind(".//g:edge", NS))
    declared = {one.get("type") for one in root.iterfind(".//g:attribute", NS)}
    assert declared <= {"string", "integer", "double", "boolean"}
    meta = root.find("g:meta", NS)
    assert meta is not None
    assert meta.get("lastmodifieddate") is None, "a clock would change the file from day to day"


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_stay_text(name: str, tmp_path: Path) -> None:
    small = graph(
        (entity("a", name, aliases=(name,)), entity("b", "乙")), (relation("organizes", "a", "b", evidence(name)),)
    )
    root = ElementTree.parse(written(small, tmp_path)).getroot()  # noqa: S314 - our own file
    assert {element.tag.rpartition("}")[2] for element in root.iter()} == {
        *("gexf", "meta", "creator", "graph", "attributes", "attribute", "nodes", "node", "edges", "edge"),
        *("attvalues", "attvalue", "color", "position", "size"),
    }
    label = read_back(small, tmp_path).nodes["a"]["label"]
    assert label == name.replace("\x0b", "").replace("\ud800", "")


def test_same_graph_same_bytes(tmp_path: Path) -> None:
    first = written(small_graph(), tmp_path).read_bytes()
    assert written(small_graph(), tmp_path).read_bytes() == first
    assert b"\r" not in first


def test_an_empty_graph_is_a_readable_file(tmp_path: Path) -> None:
    assert len(read_back(graph(()), tmp_path)) == 0


def test_edges_last_from_the_first_to_the_last_day_that_states_them(tmp_path: Path) -> None:
    said = [evidence("甲乙合作", document=f"{name}.txt") for name in "abc"]
    dated = graph(
        (entity("a", "甲局"), entity("b", "乙局"), entity("c", "丙节", type="Programme")),
        (relation("cooperatesWith", "a", "b", *said), relation("organizes", "a", "c", said[2])),
        documents=(document("a.txt", date="2026-03-05"), document("b.txt"), document("c.txt")),
        articles={"b.txt": (article("", date="2025-12-31"),)},
    )
    root = ElementTree.parse(written(dated, tmp_path)).getroot()  # noqa: S314 - our own file
    sheet = root.find("g:graph", NS)
    assert sheet is not None
    assert (sheet.get("mode"), sheet.get("timeformat")) == ("dynamic", "date")
    times = {edge.get("kind"): (edge.get("start"), edge.get("end")) for edge in root.iterfind(".//g:edge", NS)}
    assert times == {"cooperatesWith": ("2025-12-31", "2026-03-05"), "organizes": (None, None)}
    view = read_back(dated, tmp_path)
    assert {data.get("start") for _, _, data in view.edges(data=True)} == {None, "2025-12-31"}


def test_without_dates_nothing_is_timed(tmp_path: Path) -> None:
    text = written(small_graph(), tmp_path).read_text(encoding="utf-8")
    assert 'mode="static"' in text
    assert not re.search(r" (start|end|timeformat)=", text)


def test_a_large_graph_is_left_to_the_layouts_of_gephi(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gexf, "_DRAWN", len(small_graph().entities) - 1)
    view = read_back(small_graph(), tmp_path)
    assert not any("position" in data["viz"] for _, data in view.nodes(data=True))
    assert all("size" in data["viz"] for _, data in view.nodes(data=True))


# What the official schema, https://gexf.net/1.3/gexf.rnc, says of the elements that this writer uses: required and
# optional attributes (a value that must match behind the name), and the children in their order.
SCHEMA: dict[str, tuple[dict[str, str], dict[str, str], tuple[str, ...]]] = {
    "gexf": ({"version": r"1\.3"}, {}, ("meta", "graph")),
    "meta": ({}, {"lastmodifieddate": r"\d{4}-\d\d-\d\d"}, ("creator",)),
    "creator": ({}, {}, ()),
    "graph": (
        {},
        {"defaultedgetype": "directed|undirected|mutual", "mode": "static|dynamic|slice", "timeformat": "date"},
        ("attributes", "nodes", "edges"),
    ),
    "attributes": ({"class": "node|edge"}, {}, ("attribute",)),
    "attribute": ({"id": ".+", "title": ".*", "type": "string|integer|double|boolean"}, {}, ()),
    "nodes": ({}, {}, ("node",)),
    "node": ({"id": ".+"}, {"label": ".*"}, ("attvalues", "color", "position", "size")),
    "edges": ({}, {}, ("edge",)),
    "edge": (
        {"source": ".+", "target": ".+"},
        {"id": ".+", "label": ".*", "kind": ".*", "weight": r"\d+", "start": r"\d{4}-\d\d-\d\d", "end": r"[\d-]{10}"},
        ("attvalues",),
    ),
    "attvalues": ({}, {}, ("attvalue",)),
    "attvalue": ({"for": ".+", "value": ".*"}, {}, ()),
    "color": (dict.fromkeys("rgb", r"\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5]"), {}, ()),
    "position": (dict.fromkeys("xy", r"-?\d+\.\d+"), {"z": "0"}, ()),
    "size": ({"value": r"\d+\.\d+"}, {}, ()),
}


def dated_graph() -> KnowledgeGraph:
    """The small graph with a date on one of its pages."""
    small = small_graph()
    pages = tuple(document(one.name, one.text, date="2026-03-05") for one in small.documents[:1])
    return graph(small.entities, small.relations, documents=pages + small.documents[1:])


@pytest.mark.parametrize("content", [small_graph(), dated_graph(), graph(())], ids=["small", "dated", "empty"])
def test_the_official_schema_admits_it(content: KnowledgeGraph, tmp_path: Path) -> None:
    for element in ElementTree.parse(written(content, tmp_path)).iter():  # noqa: S314 - our own file
        space, _, name = element.tag[1:].partition("}")
        assert space == NS["viz" if name in ("color", "position", "size") else "g"]
        required, optional, children = SCHEMA[name]
        assert required.keys() <= element.attrib.keys() <= required.keys() | optional.keys()
        for attribute, value in element.items():
            assert re.fullmatch((required | optional)[attribute], value, re.DOTALL), (name, attribute, value)
        order = [children.index(child.tag.rpartition("}")[2]) for child in element]
        assert order == sorted(order)


@pytest.fixture(scope="module")
def node() -> str:
    program = shutil.which("node")
    if program is None or not (READER / "node_modules").is_dir():
        reason = f"no node, or no packages: run `npm ci` in {READER}"
        if os.environ.get("KG_REQUIRE_NODE") == "1":
            pytest.fail(f"KG_REQUIRE_NODE=1, but {reason}")
        pytest.skip(f"{reason}; KG_REQUIRE_NODE=1 makes this a failure")
    return program


def test_graphology_reads_back_everything(node: str, seed_graph: KnowledgeGraph, tmp_path: Path) -> None:
    """The program that draws graphs in web pages sees the same as networkx, and both what the graph holds."""
    for content in (small_graph(), dated_graph(), seed_graph):
        command = [node, str(READER / "read.cjs"), str(written(content, tmp_path))]
        found = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
        nodes = {one["key"]: one["attributes"] for one in found["nodes"]}
        assert {key: without_looks(data) for key, data in nodes.items()} == expected_nodes(content)
        edges = {one["key"]: (one["source"], one["target"], one["attributes"]) for one in found["edges"]}
        assert edges == expected_edges(content)
        view = read_back(content, tmp_path)
        assert {key: without_looks(data) for key, data in view.nodes(data=True)} == expected_nodes(content)
        assert {data["id"]: (head, tail) for head, tail, data in view.edges(data=True)} == {
            key: edge[:2] for key, edge in expected_edges(content).items()
        }


def without_looks(data: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in data.items() if name not in ("viz", "color", "size", "x", "y", "z")}


def expected_nodes(content: KnowledgeGraph) -> dict[str, dict[str, object]]:
    return {
        one.id: {
            "label": one_line(one.name),
            "type": one.type,
            "subtype": one.subtype or "",
            "aliases": "; ".join(map(one_line, one.aliases)),
            "mentions": content.mentions[one.id],
        }
        for one in content.entities
    }


def expected_edges(content: KnowledgeGraph) -> dict[str, tuple[str, str, dict[str, object]]]:
    groups = groupby(content.relations, key=lambda one: (one.head, one.type, one.tail))
    return {":".join(key): (key[0], key[2], expected_edge(tuple(found))) for key, found in groups}


def expected_edge(relations: Iterable[Relation]) -> dict[str, object]:
    first, *others = relations
    best = max((one.best for one in (first, *others)), key=lambda found: found.confidence)
    kind = load().relations[first.type]
    return {
        "label": kind.label_zh,
        "kind": kind.name,
        "weight": sum(len(one.evidence) for one in (first, *others)),
        "relation": kind.name,
        "title": "、".join(one.title for one in (first, *others) if one.title),
        "confidence": best.confidence,
        "symmetric": kind.symmetric,
        "sentence": one_line(best.quote),
        "document": best.document,
    }
