"""Where entities stand in a picture, and how much they weigh there."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

import networkx as nx
import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

from kg.graph import KnowledgeGraph

Point = tuple[float, float]
Array = npt.NDArray[np.float64]
Pairs = npt.NDArray[np.int64]

_SEED = 20
_ROUNDS = 300
# A round costs about count^1.5: large components get fewer rounds, so that a picture stays a matter of seconds.
_BUDGET = _ROUNDS * 1500**1.5
# Up to this many nodes repulsion is exact; beyond, nodes far away count by the centre of their bucket.
_EXACT = 400
# Drawn this close, boxes overlap here and there and are then pushed apart: closer than forces alone would set them.
_CLOSE = 0.42
# Screens are wider than high.
_WIDE = 2.1


def importance(graph: KnowledgeGraph) -> dict[str, float]:
    """How central each entity id is: its neighbours, weighted by how often it is named; 0 without neighbours."""
    neighbours: dict[str, set[str]] = {entity.id: set() for entity in graph.entities}
    for relation in graph.relations:
        if relation.head != relation.tail:
            neighbours[relation.head].add(relation.tail)
            neighbours[relation.tail].add(relation.head)
    return {one: round(len(near) * (1 + math.log1p(graph.mentions[one])), 4) for one, near in neighbours.items()}


def positions(
    nodes: Sequence[str], links: Iterable[tuple[str, str]], *, boxes: Mapping[str, Point] | None = None
) -> dict[str, Point]:
    """Coordinates of nodes on a wide sheet, x to the right and y downwards; the same input, the same picture.

    Each component is drawn by forces (Fruchterman and Reingold 1991), so that groups show; the components are then
    packed side by side, the largest first. With `boxes`, the (width, height) that each node needs around it, no two
    nodes overlap, or hardly; without, a node needs about one unit.
    """
    view: nx.Graph[str] = nx.Graph()
    view.add_nodes_from(nodes)
    view.add_edges_from((head, tail) for head, tail in links if head != tail)
    order = {node: place for place, node in enumerate(nodes)}
    components = [sorted(component, key=order.__getitem__) for component in nx.connected_components(view)]
    components.sort(key=lambda component: (-len(component), order[component[0]]))
    drawn: list[Array] = []
    sizes: list[Array] = []
    for component in components:
        size = np.array([boxes[node] for node in component]) if boxes else np.ones((len(component), 2))
        points = _draw(len(component), _pairs(view, component))
        drawn.append(_separate(points * math.sqrt(size.prod(axis=1).mean()) * _CLOSE, size) if boxes else points)
        sizes.append(size)
    packed = _pack(drawn, sizes)
    return {
        node: (round(float(x), 2), round(float(y), 2))
        for component, points in zip(components, packed, strict=True)
        for node, (x, y) in zip(component, points, strict=True)
    }


def _pairs(view: "nx.Graph[str]", component: Sequence[str]) -> Pairs:
    place = {node: index for index, node in enumerate(component)}
    linked = ((place[node], place[other]) for node in component for other in view[node])
    return np.array(sorted(pair for pair in linked if pair[0] < pair[1]), dtype=np.int64).reshape(-1, 2)


def _draw(count: int, pairs: Pairs) -> Array:
    weight = np.sqrt(1.0 + np.bincount(pairs.ravel(), minlength=count))
    radius = math.sqrt(count)
    at = np.random.default_rng(_SEED).normal(size=(count, 2)) * radius * (_WIDE, 1)
    rounds = max(40, min(_ROUNDS, 20 * count, int(_BUDGET / count**1.5)))
    for turn in range(rounds):
        force = _repulsion(at, weight, along=turn % 2) - 0.1 * at * (1, _WIDE) * weight[:, None]
        gap = at[pairs[:, 0]] - at[pairs[:, 1]]
        pull = gap * np.hypot(gap[:, 0], gap[:, 1])[:, None]
        np.add.at(force, pairs[:, 0], -pull)
        np.add.at(force, pairs[:, 1], pull)
        length = np.hypot(force[:, 0], force[:, 1])[:, None] + 1e-9
        heat = radius * 0.3 * (1 - turn / rounds) ** 2 + 0.01
        at = at + force * np.minimum(0.2, heat / length)
    return at


def _repulsion(at: Array, weight: Array, *, along: int) -> Array:
    """Weight over distance; the buckets are strips `along` an axis, cut across into parts of equal count."""
    strips = 1 if len(at) <= _EXACT else round(len(at) ** 0.25)
    buckets = [
        bucket
        for strip in np.array_split(np.argsort(at[:, along], kind="stable"), strips)
        for bucket in np.array_split(strip[np.argsort(at[strip, 1 - along], kind="stable")], strips)
    ]
    centre = np.array([np.average(at[bucket], axis=0, weights=weight[bucket]) for bucket in buckets])
    mass = np.array([weight[bucket].sum() for bucket in buckets])
    force = np.empty_like(at)
    for index, bucket in enumerate(buckets):
        far = np.arange(len(buckets)) != index
        gap = at[bucket][:, None] - np.vstack([at[bucket], centre[far]])
        pull = np.append(weight[bucket], mass[far]) / ((gap**2).sum(axis=2) + 0.01)
        force[bucket] = weight[bucket][:, None] * (gap * pull[..., None]).sum(axis=1)
    return force


def _separate(at: Array, size: Array) -> Array:
    reach = (size[:, None] + size) / 2
    # Nodes on the very same spot part in their order.
    side = np.sign(np.subtract.outer(np.arange(len(at)), np.arange(len(at))))[..., None]
    for _ in range(_ROUNDS):
        gap = at[:, None] - at
        overlap = np.where(side == 0, 0, reach - np.abs(gap))
        touching = np.all(overlap > 0, axis=2, keepdims=True)
        if not touching.any():
            break
        # Compared with the size of the boxes, not in absolute terms, lest wide labels all end up in columns.
        shorter_way = (overlap / reach).argmin(axis=2)[..., None] == np.arange(2)
        at = at + (np.where(gap == 0, side, np.sign(gap)) * overlap * shorter_way * touching).sum(axis=1) * 0.25
    return at


def _pack(drawn: Sequence[Array], sizes: Sequence[Array]) -> Iterator[Array]:
    """Components moved side by side, each to where it comes highest on the sheet (skyline packing)."""
    low = [(points - size / 2).min(axis=0) for points, size in zip(drawn, sizes, strict=True)]
    high = [(points + size / 2).max(axis=0) for points, size in zip(drawn, sizes, strict=True)]
    step = float(np.vstack([*sizes, np.ones((1, 2))]).mean()) / 2
    spans = [top - bottom + step for bottom, top in zip(low, high, strict=True)]
    columns = [math.ceil(span[0] / step) for span in spans]
    sheet = math.sqrt(_WIDE * sum(span.prod() for span in spans)) / step
    skyline = np.zeros(max([math.ceil(sheet), *columns]))
    for points, corner, span, width in zip(drawn, low, spans, columns, strict=True):
        depth = sliding_window_view(skyline, width).max(axis=1)
        left = int(depth.argmin())
        skyline[left : left + width] = depth[left] + span[1]
        yield points - corner + (left * step, depth[left])
