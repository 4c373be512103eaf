"""Where entities stand in a picture of a whole graph."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np

from kg.export.communities import communities
from kg.export.forces import ROUNDS
from kg.export.islands import islands
from kg.export.packing import pack
from kg.export.pairs import Link, Pairs, components, pairs_of

# So often nodes are moved in all: from 10,000 nodes on a picture gets fewer rounds.
_STEPS, _FEWEST = 10_000 * ROUNDS, 60

Point = tuple[float, float]


def positions(nodes: Iterable[str], links: Iterable[Link]) -> Mapping[str, Point]:
    """Coordinates of nodes on a wide sheet, x to the right and y downwards; the same input, the same picture.

    A node needs about one unit. Each community stands on a ground of its own, near those it is linked with; the
    components are drawn one by one and packed side by side, the largest first.
    """
    return _positions(tuple(nodes), tuple(links))


@lru_cache(maxsize=1)
def _positions(nodes: tuple[str, ...], links: tuple[Link, ...]) -> Mapping[str, Point]:
    """Drawn once for all views of a build: large graphs take a while."""
    pairs, group = pairs_of(nodes, links), communities(nodes, links)
    first = components(len(nodes), pairs)
    # Component after component, the largest first, each with its nodes in their order.
    order = np.lexsort((first, -np.bincount(first, minlength=1)[first]))
    starts = np.flatnonzero(np.diff(first[order], prepend=-1))
    named = [nodes[each] for each in order.tolist()]
    most = max(_FEWEST, min(ROUNDS, _STEPS // (len(nodes) or 1)))
    groups = np.array([group[node] for node in named])
    parts = _parts(order.argsort()[pairs], [*starts.tolist(), len(nodes)])
    drawn = [islands(inside, groups[part], most) for part, inside in parts]
    return dict(zip(named, map(tuple, pack(drawn).round(2).tolist()), strict=True))


def _parts(pairs: Pairs, bounds: Sequence[int]) -> Iterator[tuple[slice, Pairs]]:
    """Where each component stands, given where they begin and end, with the links inside it by place there, sorted."""
    pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
    cuts = np.searchsorted(pairs[:, 0], bounds).tolist()
    for (start, end), (first, last) in zip(pairwise(bounds), pairwise(cuts), strict=True):
        yield slice(start, end), pairs[first:last] - start
