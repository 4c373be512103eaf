"""N-Triples: the triples of graph.ttl, a line each, in order."""

from pathlib import Path

import rdflib
from factory import entity, graph, small_graph

from kg.export import ntriples, turtle


def test_it_is_the_graph_of_the_turtle(tmp_path: Path) -> None:
    ntriples.write(small_graph(), tmp_path / "graph.nt")
    turtle.write(small_graph(), tmp_path / "graph.ttl")
    plain, expected = rdflib.Graph().parse(tmp_path / "graph.nt"), rdflib.Graph().parse(tmp_path / "graph.ttl")
    assert set(plain) == set(expected) != set()


def test_lines_are_sorted_and_stand_once(tmp_path: Path) -> None:
    ntriples.write(graph((entity("a", "甲\n乙"),)), tmp_path / "graph.nt")
    content = (tmp_path / "graph.nt").read_bytes()
    lines = content.splitlines()
    assert lines == sorted(set(lines))
    assert all(line.endswith(b" .") for line in lines)
    assert content.endswith(b" .\n") and b"\r" not in content
