"""JSON-LD with the short names of `ontology/context.jsonld`, written into the file so that nothing is fetched."""

import json
from pathlib import Path
from typing import Any

from kg.graph import KnowledgeGraph
from kg.ontology import ONTOLOGY


def write(graph: KnowledgeGraph, path: Path) -> None:
    """Write the triples of `graph.ttl` as JSON-LD 1.1, nodes by id, the same bytes for the same graph."""
    context = json.loads((ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    text = graph.to_rdflib().serialize(format="json-ld", context=context, use_native_types=True)
    nodes = map(_ordered, json.loads(text)["@graph"])
    content = {"@context": context, "@graph": sorted(nodes, key=lambda node: str(node["@id"]))}
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def _ordered(node: dict[str, Any]) -> dict[str, Any]:
    """A node with its values in order: rdflib knows none."""
    return {name: sorted(value, key=str) if isinstance(value, list) else value for name, value in sorted(node.items())}
