"""Pictures moved side by side, as on the sheet of a printer."""

import math
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

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
    best = min((_skyline(spans, sheet) for sheet in sheets), key=lambda at: _screen(at + spans))
    return (points - corner + at for points, corner, at in zip(drawn, low, best, strict=True))


def _screen(corners: Array) -> float:
    """The height of the screen that shows all of a sheet."""
    return float((corners.max(axis=0, initial=0) / (_SCREEN, 1)).max())


def _skyline(spans: Array, sheet: float) -> Array:
    """Where boxes stand when each goes to where it comes highest on the sheet."""
    skyline = np.zeros(math.ceil(sheet / _STEP))
    at = np.empty_like(spans)
    for each, (width, height) in enumerate(spans):
        columns = min(math.ceil(width / _STEP), len(skyline))
        depth = sliding_window_view(skyline, columns).max(axis=1)
        left = int(depth.argmin())
        at[each] = left * _STEP, depth[left]
        skyline[left : left + columns] = depth[left] + height
    return at
