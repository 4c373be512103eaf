"""`graph.html`: the most important entities on one page that opens offline, drawn by pyvis.

Of pyvis we keep the data model and the vis-network it bundles. Its own page loads style sheets and scripts from the
network, runs HTML found in names, and waits for a simulation; ours is `overview/page.html`, escaped by Jinja, with
positions computed here and a content security policy that allows its own two scripts and nothing else.
"""

import math
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader
from markupsafe import Markup
from pyvis.network import Network

from kg.export import captions
from kg.export.boxes import filled
from kg.export.choice import choose, importance
from kg.export.plain import one_line
from kg.graph import KnowledgeGraph
from kg.model import Entity, Relation
from kg.ontology import load

# As many as a large screen shows with names that can be read.
_MOST = 300
_RADIUS, _FONT = (7, 26), (16, 30)
# Links of nodes with more neighbours than this are drawn the fainter, the more neighbours there are.
_FEW = 9
_LINE_HEIGHT = 1.3
_MARGIN = 10
_LIBRARY = "lib/vis-9.1.2/vis-network.min.js"


def write(graph: KnowledgeGraph, path: Path) -> None:
    """Write the overview of the most important entities that are related to each other, as one UTF-8 file."""
    chosen = choose(graph, _MOST)
    relations = [one for one in graph.relations if one.head != one.tail and {one.head, one.tail} <= chosen]
    ends = {end for relation in relations for end in (relation.head, relation.tail)}
    entities = [entity for entity in graph.entities if entity.id in ends]
    network = Network(directed=True)
    for node in _nodes(entities, relations, graph):
        network.add_node(node.pop("id"), **node)
    for edge in _edges(relations, graph):
        network.add_edge(edge.pop("from"), edge.pop("to"), **edge)
    path.write_text(_page(network, entities, graph), encoding="utf-8", newline="\n")


def _nodes(
    entities: Sequence[Entity], relations: Sequence[Relation], graph: KnowledgeGraph
) -> Iterable[dict[str, Any]]:
    weight = importance(graph)
    heaviest = max((weight[entity.id] for entity in entities), default=1)
    titles = {one.head: one.title for one in sorted(relations, key=lambda one: len(one.evidence)) if one.title}
    nodes = {
        entity.id: _node(entity, math.sqrt(weight[entity.id] / heaviest), titles.get(entity.id), graph)
        for entity in entities
    }
    boxes = {identifier: _box(node) for identifier, node in nodes.items()}
    at = filled(list(nodes), [(one.head, one.tail) for one in relations], boxes)
    for identifier, node in nodes.items():
        # The label hangs below the circle: the middle of both is the middle of the box.
        yield node | {
            "x": at[identifier][0],
            "y": round(at[identifier][1] - boxes[identifier][1] / 2 + node["size"], 1),
        }


def _node(entity: Entity, weight: float, title: str | None, graph: KnowledgeGraph) -> dict[str, Any]:
    return {
        "id": entity.id,
        "label": captions.label(entity, title=title),
        "title": captions.entity(entity, list(graph.relations_of(entity.id)), graph),
        "names": "\n".join(map(one_line, (entity.name, *entity.aliases))),
        "color": load().classes[entity.type].colour,
        "size": round(_RADIUS[0] + (_RADIUS[1] - _RADIUS[0]) * weight, 1),
        "font": {"size": round(_FONT[0] + (_FONT[1] - _FONT[0]) * weight)},
    }


def _box(node: dict[str, Any]) -> tuple[float, float]:
    font, lines = node["font"]["size"], node["label"].count("\n") + 1
    width = max(captions.width(node["label"]) * font, 2 * node["size"])
    return width + _MARGIN, 2 * node["size"] + lines * font * _LINE_HEIGHT + _MARGIN


def _edges(relations: Iterable[Relation], graph: KnowledgeGraph) -> Iterable[dict[str, Any]]:
    kinds = load().relations
    by_ends = sorted(relations, key=lambda one: (one.head, one.tail))
    busy = Counter(end for pair in {(one.head, one.tail) for one in by_ends} for end in pair)
    for (head, tail), group in groupby(by_ends, key=lambda one: (one.head, one.tail)):
        parallel = list(group)
        evidence = sum(len(one.evidence) for one in parallel)
        yield {
            "id": f"{head}:{tail}",
            "from": head,
            "to": tail,
            "label": "、".join(dict.fromkeys(kinds[one.type].label_zh for one in parallel)),
            "title": captions.link(parallel, graph),
            "width": round(1 + math.log2(evidence) / 2 + any(one.title for one in parallel), 1),
            "color": {
                "color": _colour(parallel[0], graph),
                "opacity": round(min(1, _FEW / max(busy[head], busy[tail])) ** 0.5, 2),
            },
            "arrows": {"to": {"enabled": not all(kinds[one.type].symmetric for one in parallel), "scaleFactor": 0.5}},
        }


def _colour(relation: Relation, graph: KnowledgeGraph) -> str:
    """Posts, looked for first, have the colour of who holds them; the grey of all others suits light and dark pages."""
    return load().classes[graph.by_id[relation.head].type].colour if relation.title else "#93a1af"


def _page(network: Network, entities: Sequence[Entity], graph: KnowledgeGraph) -> str:
    loader = ChoiceLoader([PackageLoader("kg.export", "overview"), network.templateEnv.loader])
    environment = Environment(loader=loader, autoescape=True)
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}
    sources = (loader.get_source(environment, name)[0] for name in (_LIBRARY, "page.js", "page.css"))
    library, script, style = (source.partition("\n//# sourceMappingURL")[0] for source in sources)
    environment.globals["page"] = {
        "policy": f"default-src 'none'; script-src {_hash(library)} {_hash(script)}; style-src {_hash(style)}; "
        "base-uri 'none'; form-action 'none'",
        "library": Markup(library),  # noqa: S704 - our own files, not text from pages
        "script": Markup(script),  # noqa: S704
        "style": Markup(style),  # noqa: S704
        "legend": _legend(entities),
        "counts": f"{len(graph.documents):,} 份文件,{len(graph.entities):,} 个实体,{len(graph.relations):,} 条关系;"
        f"此页显示 {len(entities):,} 个:先任职者及其单位,再各类中最重要的",
    }
    network.templateEnv, network.path = environment, "page.html"
    html: str = network.generate_html()
    return html


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _legend(entities: Sequence[Entity]) -> list[dict[str, Any]]:
    counts = Counter(entity.type for entity in entities)
    kinds = (load().classes[name] for name in sorted(counts, key=lambda name: (-counts[name], name)))
    return [
        {"label_zh": kind.label_zh, "label_en": kind.label_en, "colour": kind.colour, "count": counts[kind.name]}
        for kind in kinds
    ]
