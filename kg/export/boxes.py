"""Entities as boxes, wide enough for their names, that fill a sheet."""

import math
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from kg.export.forces import ROUNDS, WIDE, Array, draw
from kg.export.layout import Point
from kg.export.pairs import Link, Pairs, pairs_of

# How much of a sheet boxes cover: fuller, and groups would run into each other.
_FULL = 0.5
# Between where forces set boxes (0) and an even spread over the sheet (1).
_EVEN = 0.6


def filled(nodes: Sequence[str], links: Iterable[Link], boxes: Mapping[str, Point]) -> Mapping[str, Point]:
    """Coordinates of the middles of boxes, given by (width, height), that fill a wide sheet and hardly overlap."""
    if not nodes:
        return {}
    points = _fill(pairs_of(nodes, links), np.array([boxes[node] for node in nodes]))
    return {node: (round(float(x), 2), round(float(y), 2)) for node, (x, y) in zip(nodes, points, strict=True)}


def _fill(pairs: Pairs, size: Array) -> Array:
    sheet = math.sqrt(size.prod(axis=1).sum() / _FULL) * np.array([WIDE**0.5, WIDE**-0.5])
    room = np.maximum(sheet, size.max(axis=0)) - size
    at = draw([len(size)], pairs)
    rank = at.argsort(axis=0, kind="stable").argsort(axis=0, kind="stable")
    at = (at - at.min(axis=0)) / np.maximum(np.ptp(at, axis=0), 1e-9)
    share = at + _EVEN * ((rank + 0.5) / len(size) - at)
    return _separate((share - 0.5) * room, size, room / 2)


def _separate(at: Array, size: Array, edge: Array) -> Array:
    reach = np.array([np.add.outer(sides, sides) / 2 for sides in size.T])
    reach[:, range(len(at)), range(len(at))] = 0
    for _ in range(ROUNDS):
        wide, high = (np.abs(np.subtract.outer(line, line)) for line in at.T)
        own, other = np.nonzero((wide < reach[0]) & (high < reach[1]))
        if not own.size:
            break
        gap, room = at[own] - at[other], reach[:, own, other].T
        overlap = room - np.abs(gap)
        # Compared with the size of the boxes, not in absolute terms, lest wide labels all end up in columns.
        shorter = (np.arange(len(own)), (overlap / room).argmin(axis=1))
        # Nodes on the very same spot part in their order.
        side = np.where(gap[shorter] == 0, np.sign(own - other), np.sign(gap[shorter]))
        push = np.zeros_like(at)
        np.add.at(push, (own, shorter[1]), side * overlap[shorter])
        at = (at + push * 0.25).clip(-edge, edge)
    return at
