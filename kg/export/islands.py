"""Nodes drawn in groups: each group on a ground of its own, near those it is linked with."""

from functools import lru_cache

import numpy as np

from kg.export.forces import ROUNDS, Array, draw
from kg.export.pairs import Numbers, Pairs

# Groups of larger graphs are drawn in fewer rounds.
_HURRY = 500_000
# The empty strip around a group, and how groups draw together, stronger from above and below.
_SHORE, _PULL = 1.0, np.array([0.99, 0.97])


def islands(pairs: Pairs, group: Numbers, most: int = ROUNDS) -> Array:
    """Coordinates of connected nodes, of shape (nodes, 2); `group` numbers their groups, the rest is as for `draw`.

    Each group is drawn by itself, then the groups as discs, each turned to where its links lead.
    """
    if len(group) == 1:
        return np.zeros((1, 2))
    number = np.unique(group, return_inverse=True)[1].astype(np.int64)
    return _islands(pairs.tobytes(), number.tobytes(), most)


@lru_cache(maxsize=4096)
def _islands(linked: bytes, numbered: bytes, most: int) -> Array:
    """A large graph has many small parts of few shapes: each is drawn once."""
    pairs, number = np.frombuffer(linked, np.int64).reshape(-1, 2), np.frombuffer(numbered, np.int64)
    ends, sizes = number[pairs], np.bincount(number)
    if len(sizes) == 1:
        return draw(sizes, pairs, most=most)
    across = ends[:, 0] != ends[:, 1]
    # The place of each node when those of a group follow each other, and where each group begins.
    place, first = number.argsort(kind="stable").argsort(), np.cumsum(sizes) - sizes
    drawn = draw(sizes, place[pairs[~across]], wide=1, most=min(most, _HURRY // len(number)))
    middle = (np.minimum.reduceat(drawn, first) + np.maximum.reduceat(drawn, first)) / 2
    drawn -= np.repeat(middle, sizes, axis=0)
    radius = np.maximum.reduceat(np.hypot(*drawn.T), first) + _SHORE
    between = np.unique(np.sort(ends[across], axis=1), axis=0)
    centre = _apart(draw([len(sizes)], between, most=most) * 2 * np.sqrt((radius**2).mean()), radius)
    return _turned(drawn[place], centre, number, pairs[across]) + centre[number]


def _apart(at: Array, radius: Array) -> Array:
    """Discs pushed apart where they overlap, the smaller the farther, and drawn together where there is room."""
    reach = radius[:, None] + radius
    np.fill_diagonal(reach, 0)
    share = radius**2 / (radius[:, None] ** 2 + radius**2)
    for turn in range(ROUNDS):
        at = at * (_PULL if turn < ROUNDS * 0.8 else 1)
        right, down = (np.subtract.outer(line, line) for line in at.T)
        distance = np.hypot(right, down) + 1e-9
        push = np.maximum(reach - distance, 0) / distance * share
        at = at + np.array([np.einsum("ij,ij->i", gap, push) for gap in (right, down)]).T * 0.5
    return at


def _turned(at: Array, centre: Array, number: Numbers, across: Pairs) -> Array:
    """Each group turned around its middle so that links to other groups are short; a plane is complex numbers."""
    plane, middles = at.view(np.complex128)[:, 0], centre.view(np.complex128)[:, 0]
    ends = np.vstack([across, across[:, ::-1]])
    own, other = number[ends].T
    way = middles[other] - middles[own]
    turn = np.full(len(middles), 1e-9 + 0j)
    np.add.at(turn, own, way / np.abs(way) * plane[ends[:, 0]].conj())
    turned: Array = (plane * (turn / np.abs(turn))[number])[:, None].view(np.float64)
    return turned
