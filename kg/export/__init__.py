"""Thin writers of a knowledge graph: a new view is one module with `write(graph, path)` and one line here.

`EXPORTERS` are what every build leaves, by file name; `FORMS` what `kg export` writes besides, by form and file name.
"""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # networkx, rdflib and pyvis take long to load; naming the exporters must not load them
    from kg.graph import KnowledgeGraph

Exporter = Callable[["KnowledgeGraph", Path], None]


def _exporter(module: str, function: str = "write") -> Exporter:
    def write(graph: "KnowledgeGraph", path: Path) -> None:
        getattr(import_module(f"kg.export.{module}"), function)(graph, path)

    return write


EXPORTERS: dict[str, Exporter] = {
    "graph.ttl": _exporter("turtle"),
    "graph.gexf": _exporter("gexf"),
    "graph.graphml": _exporter("graphml"),
    "graph.html": _exporter("pyvis"),
    "explorer.html": _exporter("explorer"),
}

FORMS: dict[str, dict[str, Exporter]] = {
    "jsonld": {"graph.jsonld": _exporter("jsonld")},
    "nt": {"graph.nt": _exporter("ntriples")},
    "csv": {
        "nodes.csv": _exporter("neo4j", "write_nodes"),
        "relations.csv": _exporter("neo4j", "write_relations"),
    },
}
