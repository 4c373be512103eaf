"""Tests of the GraphML writer."""

from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import rustworkx
from factory import entity, evidence, graph, relation, small_graph

from kg.export.graphml import write
from kg.ontology import load

EDGE = "{http://graphml.graphdrawing.org/xmlns}edge"


def test_networkx_reads_back_everything(tmp_path: Path) -> None:
    small, path = small_graph(), tmp_path / "graph.graphml"
    write(small, path)
    view = nx.read_graphml(path, force_multigraph=True)
    assert set(view) == set(small.by_id)
    assert view.nodes["place-120103"]["label"] == "河西区"
    assert view.number_of_edges() == len(small.relations)
    post = next(data for _, _, data in view.edges(data=True) if data["relation"] == "holdsPost")
    assert (post["label"], post["title"], post["confidence"]) == (load().relations["holdsPost"].label_zh, "局长", 0.97)
    assert "河西区民政局" in path.read_text(encoding="utf-8")


def test_rustworkx_reads_the_same(tmp_path: Path) -> None:
    small, path = small_graph(), tmp_path / "graph.graphml"
    write(small, path)
    (view,) = rustworkx.read_graphml(str(path))
    assert isinstance(view, rustworkx.PyDiGraph)
    ids = [node["id"] for node in view.nodes()]
    assert {node["id"]: (node["label"], node["type"], node["mentions"]) for node in view.nodes()} == {
        one.id: (one.name, one.type, small.mentions[one.id]) for one in small.entities
    }
    assert {
        (ids[head], ids[tail], edge["relation"], edge["weight"]) for head, tail, edge in view.weighted_edge_list()
    } == {(one.head, one.tail, one.type, len(one.evidence)) for one in small.relations}


def test_edge_ids_differ_in_the_whole_file(tmp_path: Path) -> None:
    pairs = graph(
        (entity("a", "甲"), entity("b", "乙"), entity("c", "丙")),
        (
            relation("organizes", "a", "b"),
            relation("organizes", "b", "c"),
            relation("holdsPost", "a", "b", title="局长"),
            relation("holdsPost", "a", "b", title="书记"),
        ),
    )
    write(pairs, tmp_path / "graph.graphml")
    edges = ElementTree.parse(tmp_path / "graph.graphml").getroot().iter(EDGE)  # noqa: S314 - our own file
    assert len({edge.get("id") for edge in edges}) == 4


def test_hostile_names_stay_text(tmp_path: Path) -> None:
    name = '</data><script>"&\x0b\ud800'
    small = graph((entity("a", name), entity("b", "乙")), (relation("organizes", "a", "b", evidence(name)),))
    write(small, tmp_path / "graph.graphml")
    assert nx.read_graphml(tmp_path / "graph.graphml").nodes["a"]["label"] == '</data><script>"&'


def test_the_bytes_are_those_of_networkx(tmp_path: Path) -> None:
    small, path = small_graph(), tmp_path / "graph.graphml"
    write(small, path)
    view = nx.read_graphml(path, force_multigraph=True)
    nx.write_graphml_xml(view, tmp_path / "again.graphml")
    assert path.read_bytes() == (tmp_path / "again.graphml").read_bytes()


def test_same_graph_same_bytes(tmp_path: Path) -> None:
    for name in "ab":
        write(small_graph(), tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
