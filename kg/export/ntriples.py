"""N-Triples: a line a triple, sorted, so that two graphs can be compared line by line."""

from pathlib import Path

from kg.export import turtle
from kg.graph import KnowledgeGraph


def write(graph: KnowledgeGraph, path: Path) -> None:
    """Write the triples of `graph.ttl` as N-Triples, the same bytes for the same graph."""
    with path.open("wb") as file:
        file.writelines(turtle.lines(graph))
