"""Pictures moved side by side, as on the sheet of a printer."""

import math
from collections.abc import Iterator, Sequence

import numpy as np

from kg.export.forces import WIDE, Array

# Pictures are packed to half a unit, on the best of so many sheets.
_STEP, _SHEETS = 0.5, 12
# A screen, less what stands beside the picture, is so many times as wide as high.
_SCREEN = 1.6


def pack(drawn: Sequence[Array]) -> Iterator[Array]:
    """The coordinates of all pictures on the one sheet that comes nearest to the shape of a screen, in their order."""
    low = [points.min(axis=0) - 0.5 for points in drawn]
    spans = np.array([np.ptp(points, axis=0) + 1 + _STEP for points in drawn]).reshape(-1, 2)
    widest = spans[:, 0].max(initial=1)
    sheets = np.linspace(widest, max(widest, math.sqrt(WIDE * spans.prod(axis=1).sum())), _SHEETS)
    best = min(_placed(spans, sheets), key=lambda at: _screen(at + spans))
    return (points - corner + at for points, corner, at in zip(drawn, low, best, strict=True))


def _screen(corners: Array) -> float:
    """The height of the screen that shows all of a sheet."""
    return float((corners.max(axis=0, initial=0) / (_SCREEN, 1)).max())


def _placed(spans: Array, sheets: Array) -> Array:
    """Where boxes stand on each sheet when each goes to where it comes highest there, of shape (sheets, boxes, 2)."""
    ends = np.ceil(sheets / _STEP)[:, None]
    skylines = np.where(np.arange(ends.max()) < ends, 0, np.inf)
    at, rows = np.empty((len(sheets), len(spans), 2)), np.arange(len(sheets))
    for each, (width, height) in enumerate(spans):
        columns = math.ceil(width / _STEP)
        depth = _deepest(skylines, columns)
        left = depth.argmin(axis=1)
        at[:, each, 0], at[:, each, 1] = left * _STEP, depth[rows, left]
        skylines[rows[:, None], left[:, None] + np.arange(columns)] = at[:, each, 1:] + height
    return at


def _deepest(skylines: Array, columns: int) -> Array:
    """The maximum of every so many neighbouring columns, from those of ever wider windows."""
    wide = 1
    while wide < columns:
        step = min(wide, columns - wide)
        skylines = np.maximum(skylines[:, :-step], skylines[:, step:])
        wide += step
    return skylines
