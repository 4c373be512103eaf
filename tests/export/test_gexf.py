"""Tests of the GEXF writer, read back by networkx and checked against what Gephi needs."""

from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from factory import entity, evidence, graph, relation, small_graph

from kg.export.gexf import write
from kg.graph import KnowledgeGraph
from kg.ontology import load

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
