"""Nodes drawn in groups: each group on a ground of its own, near those it is linked with."""

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from kg.export.forces import ROUNDS, Array, Pairs, draw

Numbers = npt.NDArray[np.int64]

# Groups of larger graphs are drawn in fewer rounds.
_HURRY = 500_000
# The empty strip around a group, and how groups draw together, stronger from above and below.
_SHORE, _PULL = 1.0, np.array([0.99, 0.97])


def islands(pairs: Pairs, group: Numbers, most: int = ROUNDS) -> Array:
    """Coordinates of connected nodes, of shape (nodes, 2); `group` numbers their groups, the rest is as for `draw`.

    Each group is drawn by itself, then the groups as discs, each turned to where its links lead.
    """
    number = np.unique(group, return_inverse=True)[1].astype(np.int64)
    return _islands(pairs.tobytes(), number.tobytes(), most)


@lru_cache(maxsize=4096)
def _islands(linked: bytes, numbered: bytes, most: int) -> Array:
    """A large graph has many small parts of few shapes: each is drawn once."""
    pairs, number = np.frombuffer(linked, np.int64).reshape(-1, 2), np.frombuffer(numbered, np.int64)
    ends = number[pairs]
    members = [np.flatnonzero(number == each) for each in range(number.max() + 1)]
    if len(members) == 1:
        return draw(len(number), pairs, most=most)
    at, rank = np.zeros((len(number), 2)), np.zeros(len(number), dtype=np.int64)
    few = min(most, _HURRY // len(number))
    for each, inside in enumerate(members):
        rank[inside] = np.arange(len(inside))
        drawn = draw(len(inside), rank[pairs[(ends == each).all(axis=1)]], wide=1, most=few)
        at[inside] = drawn - (drawn.min(axis=0) + drawn.max(axis=0)) / 2
    radius = np.array([np.hypot(*at[inside].T).max() + _SHORE for inside in members])
    across = ends[:, 0] != ends[:, 1]
    between = np.unique(np.sort(ends[across], axis=1), axis=0)
    centre = _apart(draw(len(members), between, most=most) * 2 * np.sqrt((radius**2).mean()), radius)
    return _turned(at, centre, number, pairs[across]) + centre[number]


def _apart(at: Array, radius: Array) -> Array:
    """Discs pushed apart where they overlap, the smaller the farther, and drawn together where there is room."""
    reach = radius[:, None] + radius
    np.fill_diagonal(reach, 0)
    share = radius**2 / (radius[:, None] ** 2 + radius**2)
    for turn in range(ROUNDS):
        at = at * (_PULL if turn < ROUNDS * 0.8 else 1)
        gap = at[:, None] - at
        distance = np.hypot(gap[..., 0], gap[..., 1]) + 1e-9
        push = np.maximum(reach - distance, 0) / distance
        at = at + (gap * (push * share)[..., None]).sum(axis=1) * 0.5
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
