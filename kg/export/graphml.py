"""GraphML for NetworkX, igraph and yEd, by networkx's own writer."""

from pathlib import Path

import networkx as nx

from kg.export.plain import legal
from kg.graph import KnowledgeGraph
from kg.ontology import load


def write(graph: KnowledgeGraph, path: Path) -> None:
    """Write all entities and relations as GraphML; one edge for each relation, posts by title."""
    relations, source = load().relations, graph.to_networkx()
    view: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    view.add_nodes_from((node, _legal(data)) for node, data in source.nodes(data=True))
    for head, tail, key, data in source.edges(keys=True, data=True):
        # networkx writes the key as the edge's id, which must differ in the whole file.
        identifier = legal(f"{head}:{key}:{tail}")
        view.add_edge(head, tail, key=identifier, label=relations[data["relation"]].label_zh, **_legal(data))
    # The lxml writer, which networkx prefers where it finds lxml, writes other bytes.
    nx.write_graphml_xml(view, path)


def _legal(data: dict[str, object]) -> dict[str, object]:
    return {name: legal(value) if isinstance(value, str) else value for name, value in data.items()}
