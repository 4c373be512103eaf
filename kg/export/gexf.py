"""GEXF 1.3 for Gephi, written as a stream.

networkx's writer fails the official schema, loses the kinds of edges and dates its files, so this is our own. Gephi
takes two edges with the same source, target and kind for one, hence one edge for each such triple.
"""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import quoteattr

from kg.export.choice import importance
from kg.export.layout import positions
from kg.export.plain import legal, one_line
from kg.graph import KnowledgeGraph
from kg.model import Entity, Relation
from kg.ontology import Ontology, load

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta><creator>kg</creator></meta>
<graph defaultedgetype="directed" mode="static">
"""
_NODE_COLUMNS = {"type": "string", "subtype": "string", "aliases": "string", "mentions": "integer"}
_EDGE_COLUMNS = {
    "relation": "string",
    "title": "string",
    "confidence": "double",
    "symmetric": "boolean",
    "sentence": "string",
    "document": "string",
}
# Gephi's own sheet measures about a thousand units.
_SCALE = 20
_SMALLEST, _LARGEST = 4, 40


def write(graph: KnowledgeGraph, path: Path) -> None:
    """Write all entities and relations as GEXF 1.3: placed, coloured by class, sized by importance."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(_lines(graph, load()))


def _lines(graph: KnowledgeGraph, ontology: Ontology) -> Iterator[str]:
    yield _HEAD
    yield from _columns("node", _NODE_COLUMNS)
    yield from _columns("edge", _EDGE_COLUMNS)
    yield from ("<nodes>\n", *_nodes(graph, ontology), "</nodes>\n")
    yield from ("<edges>\n", *_edges(graph, ontology), "</edges>\n")
    yield "</graph>\n</gexf>\n"


def _columns(owner: str, columns: dict[str, str]) -> Iterator[str]:
    yield f'<attributes class="{owner}">\n'
    yield from (f"<attribute {_xml(id=name, title=name, type=kind)}/>\n" for name, kind in columns.items())
    yield "</attributes>\n"


def _nodes(graph: KnowledgeGraph, ontology: Ontology) -> Iterator[str]:
    weight = importance(graph)
    heaviest = max(weight.values(), default=0) or 1
    at = positions([entity.id for entity in graph.entities], [(one.head, one.tail) for one in graph.relations])
    for entity in graph.entities:
        x, y = at[entity.id]
        size = _SMALLEST + (_LARGEST - _SMALLEST) * (weight[entity.id] / heaviest) ** 0.5
        yield f"<node {_xml(id=entity.id, label=one_line(entity.name))}>"
        yield _values(_node_values(entity, graph.mentions[entity.id]))
        yield f"<viz:color {_xml(**_rgb(ontology.classes[entity.type].colour))}/>"
        # Gephi's y axis points upwards.
        yield f"<viz:position {_xml(x=round(x * _SCALE, 1), y=round(-y * _SCALE, 1), z=0)}/>"
        yield f"<viz:size {_xml(value=round(size, 2))}/></node>\n"


def _node_values(entity: Entity, mentions: int) -> dict[str, object]:
    aliases = "; ".join(map(one_line, entity.aliases))
    return {"type": entity.type, "subtype": entity.subtype or "", "aliases": aliases, "mentions": mentions}


def _edges(graph: KnowledgeGraph, ontology: Ontology) -> Iterator[str]:
    for (kind, head, tail), group in groupby(graph.relations, key=lambda one: (one.type, one.head, one.tail)):
        relations = tuple(group)
        relation = ontology.relations[kind]
        ends = _xml(id=f"{head}:{kind}:{tail}", source=head, target=tail, label=relation.label_zh, kind=kind)
        yield f"<edge {ends} {_xml(weight=sum(len(one.evidence) for one in relations))}>"
        yield _values(_edge_values(relations, symmetric=relation.symmetric)) + "</edge>\n"


def _edge_values(relations: tuple[Relation, ...], *, symmetric: bool) -> dict[str, object]:
    best = max((one.best for one in relations), key=lambda evidence: evidence.confidence)
    return {
        "relation": relations[0].type,
        "title": "、".join(one_line(one.title) for one in relations if one.title),
        "confidence": round(best.confidence, 3),
        "symmetric": str(symmetric).lower(),
        "sentence": one_line(best.quote),
        "document": best.document,
    }


def _values(values: dict[str, object]) -> str:
    cells = "".join(f"<attvalue {_xml(**{'for': name, 'value': value})}/>" for name, value in values.items())
    return f"<attvalues>{cells}</attvalues>"


def _xml(**attributes: object) -> str:
    return " ".join(f"{name}={quoteattr(legal(str(value)))}" for name, value in attributes.items())


def _rgb(colour: str) -> dict[str, object]:
    return {channel: int(colour[at : at + 2], 16) for channel, at in (("r", 1), ("g", 3), ("b", 5))}
