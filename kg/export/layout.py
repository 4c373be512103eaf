"""Where entities stand in a picture of a whole graph."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import networkx as nx
import numpy as np

from kg.export.communities import communities
from kg.export.forces import ROUNDS, Pairs
from kg.export.islands import islands
from kg.export.packing import pack

# So often nodes are moved in all: from 10,000 nodes on a picture gets fewer rounds.
_STEPS, _FEWEST = 10_000 * ROUNDS, 60

Point = tuple[float, float]
Link = tuple[str, str]


def positions(nodes: Iterable[str], links: Iterable[Link]) -> Mapping[str, Point]:
    """Coordinates of nodes on a wide sheet, x to the right and y downwards; the same input, the same picture.

    A node needs about one unit. Each community stands on a ground of its own, near those it is linked with; the
    components are drawn one by one and packed side by side, the largest first.
    """
    return _positions(tuple(nodes), tuple(links))


@lru_cache(maxsize=1)
def _positions(nodes: tuple[str, ...], links: tuple[Link, ...]) -> Mapping[str, Point]:
    """Drawn once for all views of a build: large graphs take a while."""
    view, group = linked(nodes, links), communities(nodes, links)
    order = {node: place for place, node in enumerate(nodes)}
    components = [sorted(component, key=order.__getitem__) for component in nx.connected_components(view)]
    components.sort(key=lambda component: (-len(component), order[component[0]]))
    most = max(_FEWEST, min(ROUNDS, _STEPS // (len(nodes) or 1)))
    drawn = [islands(pairs_of(view, one), np.array([group[node] for node in one]), most) for one in components]
    return {
        node: (round(float(x), 2), round(float(y), 2))
        for component, points in zip(components, pack(drawn), strict=True)
        for node, (x, y) in zip(component, points, strict=True)
    }


def linked(nodes: Iterable[str], links: Iterable[Link]) -> "nx.Graph[str]":
    """The nodes with all links between different ones."""
    view: nx.Graph[str] = nx.Graph()
    view.add_nodes_from(nodes)
    view.add_edges_from((head, tail) for head, tail in links if head != tail)
    return view


def pairs_of(view: "nx.Graph[str]", component: Sequence[str]) -> Pairs:
    """The links inside a component by place, each once and smaller place first, sorted."""
    place = {node: index for index, node in enumerate(component)}
    found = ((place[node], place[other]) for node in component for other in view[node])
    return np.array(sorted(pair for pair in found if pair[0] < pair[1]), dtype=np.int64).reshape(-1, 2)
