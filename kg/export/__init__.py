"""Thin writers of a knowledge graph: a new view is one module with `write(graph, path)` and one line here."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # networkx, rdflib and pyvis take long to load; naming the exporters must not load them
    from kg.graph import KnowledgeGraph

Exporter = Callable[["KnowledgeGraph", Path], None]


def _exporter(module: str) -> Exporter:
    def write(graph: "KnowledgeGraph", path: Path) -> None:
        import_module(f"kg.export.{module}").write(graph, path)

    return write


EXPORTERS: dict[str, Exporter] = {
    "graph.ttl": _exporter("turtle"),
    "graph.gexf": _exporter("gexf"),
    "graph.graphml": _exporter("graphml"),
    "graph.html": _exporter("pyvis"),
}
