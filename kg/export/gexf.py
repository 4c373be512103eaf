"""GEXF 1.3 for Gephi, written as a stream.

networkx's writer fails the official schema, loses the kinds of edges and dates its files, so this is our own. Gephi
takes two edges with the same source, target and kind for one, hence one edge for each such triple.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from kg.export.choice import importance
from kg.export.layout import Point, positions
from kg.export.plain import one_line
from kg.export.xml import attribute
from kg.graph import KnowledgeGraph
from kg.model import Evidence, Relation
from kg.ontology import load

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta><creator>kg</creator></meta>
"""
_STATIC = '<graph defaultedgetype="directed" mode="static">\n'
_DYNAMIC = '<graph defaultedgetype="directed" mode="dynamic" timeformat="date">\n'
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
# Larger graphs are left to the layouts of Gephi: to draw them would take longer than all else.
_DRAWN = 10_000


def write(graph: KnowledgeGraph, path: Path) -> None:
    """Write all entities and relations as GEXF 1.3: placed, coloured by class, sized by importance.

    An edge lasts from the first to the last day on which a dated document states it. Above 10,000 entities nodes have
    no place.
    """
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(_lines(graph))


def _lines(graph: KnowledgeGraph) -> Iterator[str]:
    yield _HEAD
    yield _DYNAMIC if _is_dated(graph) else _STATIC
    yield from _columns("node", _NODE_COLUMNS)
    yield from _columns("edge", _EDGE_COLUMNS)
    yield "<nodes>\n"
    yield from _nodes(graph)
    yield "</nodes>\n<edges>\n"
    yield from _edges(graph)
    yield "</edges>\n</graph>\n</gexf>\n"


def _is_dated(graph: KnowledgeGraph) -> bool:
    sources = any(document.source.date for document in graph.documents)
    return sources or any(article.date for articles in graph.articles.values() for article in articles)


def _columns(owner: str, columns: Mapping[str, str]) -> Iterator[str]:
    yield f'<attributes class="{owner}">\n'
    yield from (f'<attribute id="{name}" title="{name}" type="{kind}"/>\n' for name, kind in columns.items())
    yield "</attributes>\n"


def _nodes(graph: KnowledgeGraph) -> Iterator[str]:
    weight, at = importance(graph), _places(graph)
    heaviest = max(weight.values(), default=0) or 1
    for entity in graph.entities:
        size = _SMALLEST + (_LARGEST - _SMALLEST) * (weight[entity.id] / heaviest) ** 0.5
        yield (
            f'<node id="{attribute(entity.id)}" label="{_line(entity.name)}"><attvalues>'
            f'<attvalue for="type" value="{entity.type}"/><attvalue for="subtype" value="{entity.subtype or ""}"/>'
            f'<attvalue for="aliases" value="{"; ".join(map(_line, entity.aliases))}"/>'
            f'<attvalue for="mentions" value="{graph.mentions[entity.id]}"/></attvalues>'
            f"{_colour(load().classes[entity.type].colour)}{_position(at[entity.id]) if at else ''}"
            f'<viz:size value="{size:.2f}"/></node>\n'
        )


def _places(graph: KnowledgeGraph) -> Mapping[str, Point]:
    if len(graph.entities) > _DRAWN:
        return {}
    return positions([entity.id for entity in graph.entities], [(one.head, one.tail) for one in graph.relations])


def _position(point: Point) -> str:
    x, y = point
    # Gephi's y axis points upwards.
    return f'<viz:position x="{x * _SCALE:.1f}" y="{-y * _SCALE:.1f}" z="0"/>'


@lru_cache
def _colour(colour: str) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f'<viz:color r="{red}" g="{green}" b="{blue}"/>'


def _edges(graph: KnowledgeGraph) -> Iterator[str]:
    ids, dated = {one.id: attribute(one.id) for one in graph.entities}, _is_dated(graph)
    for (name, head, tail), group in groupby(graph.relations, key=attrgetter("type", "head", "tail")):
        kind, start, end = load().relations[name], ids[head], ids[tail]
        relations = list(group)
        stated = [evidence for one in relations for evidence in one.evidence]
        best = max(stated, key=attrgetter("confidence"))
        yield (
            f'<edge id="{start}:{name}:{end}" source="{start}" target="{end}" label="{kind.label_zh}" kind="{name}"'
            f' weight="{len(stated)}"{_times(stated, graph) if dated else ""}><attvalues>'
            f'<attvalue for="relation" value="{name}"/><attvalue for="title" value="{_titles(relations)}"/>'
            f'<attvalue for="confidence" value="{best.confidence:.4g}"/>'
            f'<attvalue for="symmetric" value="{"true" if kind.symmetric else "false"}"/>'
            f'<attvalue for="sentence" value="{_line(best.quote)}"/>'
            f'<attvalue for="document" value="{_file(best.document)}"/></attvalues></edge>\n'
        )


def _titles(relations: Iterable[Relation]) -> str:
    return "、".join([_line(one.title) for one in relations if one.title])


def _times(stated: Iterable[Evidence], graph: KnowledgeGraph) -> str:
    dates = {date for evidence in stated if (date := graph.date(evidence))}
    return f' start="{min(dates)}" end="{max(dates)}"' if dates else ""


def _line(text: str) -> str:
    return attribute(one_line(text))


# Of files there are few, and each stands in the file many times.
_file = lru_cache(attribute)
