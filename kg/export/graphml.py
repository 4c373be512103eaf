"""GraphML for NetworkX, igraph and yEd, written as a stream.

The bytes are those that networkx writes, which builds a tree of all elements first and takes many times as long.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.export.xml import attribute, content
from kg.graph import KnowledgeGraph
from kg.ontology import load

_HEAD = """<?xml version='1.0' encoding='utf-8'?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
_NODE = ("label", "type", "subtype", "aliases", "mentions")
_EDGE = ("label", "relation", "title", "weight", "confidence", "sentence", "document")
_EMPTY = '      <data key="d{}" />\n'
_KINDS = {"mentions": "long", "weight": "long", "confidence": "double"}


def write(graph: KnowledgeGraph, path: Path) -> None:
    """Write all entities and relations as GraphML; one edge for each relation, posts by title."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(_lines(graph))


def _lines(graph: KnowledgeGraph) -> Iterator[str]:
    relations, view = load().relations, graph.to_networkx()
    yield _HEAD
    yield from reversed([*_keys("node", _NODE, 0), *_keys("edge", _EDGE, len(_NODE))])
    yield '  <graph edgedefault="directed">\n'
    for node, data in view.nodes(data=True):
        yield f'    <node id="{attribute(node)}">\n{_data(data.values(), 0)}    </node>\n'
    for head, tail, key, data in view.edges(keys=True, data=True):
        # Ids of edges must differ in the whole file.
        identifier = attribute(f"{head}:{key}:{tail}")
        values = relations[data["relation"]].label_zh, *data.values()
        yield f'    <edge source="{attribute(head)}" target="{attribute(tail)}" id="{identifier}">\n'
        yield f"{_data(values, len(_NODE))}    </edge>\n"
    yield "  </graph>\n</graphml>\n"


def _keys(owner: str, names: Iterable[str], first: int) -> Iterator[str]:
    for number, name in enumerate(names, first):
        kind = _KINDS.get(name, "string")
        yield f'  <key id="d{number}" for="{owner}" attr.name="{name}" attr.type="{kind}" />\n'


def _data(values: Iterable[object], first: int) -> str:
    lines = [
        f'      <data key="d{number}">{text}</data>\n' if (text := content(str(value))) else _EMPTY.format(number)
        for number, value in enumerate(values, first)
    ]
    return "".join(lines)
