"""Pictures moved side by side, as on the sheet of a printer."""

import math
from collections.abc import Iterable, Sequence
from itertools import groupby

import numpy as np

from kg.export.forces import WIDE, Array

# Pictures are packed to half a unit, on the best of so many sheets.
_STEP, _SHEETS = 0.5, 6
# A screen, less what stands beside the picture, is so many times as wide as high.
_SCREEN = 1.6


def pack(drawn: Sequence[Array]) -> Array:
    """The coordinates of all nodes, picture after picture, on the one sheet that comes nearest to a screen's shape."""
    if not drawn:
        return np.empty((0, 2))
    sizes, points = list(map(len, drawn)), np.vstack(drawn)
    first = np.cumsum([0, *sizes[:-1]])
    low, high = (end.reduceat(points, first) for end in (np.minimum, np.maximum))
    # Like pictures have like boxes, which makes rows, and rows are quickly filled.
    spans = np.ceil((high - low + 1) / _STEP + 1) * _STEP
    widest = spans[:, 0].max()
    sheets = np.linspace(widest, max(widest, math.sqrt(WIDE * spans.prod(axis=1).sum())), _SHEETS)
    best = min((_placed(spans, sheet) for sheet in sheets), key=lambda at: _screen(at + spans))
    return points + np.repeat(best + 0.5 - low, sizes, axis=0)


def _screen(corners: Array) -> float:
    """The height of the screen that shows all of a sheet."""
    return float((corners.max(axis=0) / (_SCREEN, 1)).max())


def _placed(spans: Array, sheet: float) -> Array:
    """Where boxes stand on a sheet so wide when each goes to where it comes highest, of shape (boxes, 2)."""
    skyline, at = np.zeros(math.ceil(sheet / _STEP)), np.empty_like(spans)
    done = 0
    for (width, height), alike in groupby(spans.tolist()):
        columns, end = math.ceil(width / _STEP), done + sum(1 for _ in alike)
        while done < end:
            depth = _deepest(skyline, columns)
            left = _row(np.flatnonzero(depth == depth.min()).tolist(), columns)[: end - done]
            at[done : done + len(left)] = np.column_stack([np.multiply(left, _STEP), depth[left]])
            skyline[np.add.outer(left, np.arange(columns))] = depth.min() + height
            done += len(left)
    return at


def _row(free: Iterable[int], columns: int) -> list[int]:
    """As many places as there are side by side, each so many columns wide, from the left."""
    taken: list[int] = []
    for place in free:
        if not taken or place >= taken[-1] + columns:
            taken.append(place)
    return taken


def _deepest(skyline: Array, columns: int) -> Array:
    """The maximum of every so many neighbouring columns, from those of ever wider windows."""
    wide = 1
    while wide < columns:
        step = min(wide, columns - wide)
        skyline = np.maximum(skyline[:-step], skyline[step:])
        wide += step
    return skyline
