"""Tests of packing."""

import numpy as np

from kg.export.forces import Array
from kg.export.packing import pack


def packed(*drawn: Array) -> list[Array]:
    """Each picture where it is packed."""
    return np.split(pack(drawn), np.cumsum([len(points) for points in drawn])[:-1])


def test_pictures_do_not_overlap_and_fit_a_screen() -> None:
    square = np.array([[0.0, 0.0], [4.0, 4.0]])
    squares = packed(*[square] * 12)
    corners = [(tuple(points.min(axis=0)), tuple(points.max(axis=0))) for points in squares]
    for one, other in ((a, b) for a in corners for b in corners if a < b):
        assert any(one[1][axis] < other[0][axis] or other[1][axis] < one[0][axis] for axis in (0, 1))
    assert all(np.allclose(np.ptp(points, axis=0), 4) for points in squares)
    width, height = np.ptp(np.vstack(squares), axis=0)
    assert 1 < width / height < 3


def test_each_picture_goes_where_it_comes_highest() -> None:
    wide, dot = np.array([[0.0, 0.0], [9.0, 0.0]]), np.array([[0.0, 0.0]])
    first, *rest = (points.tolist() for points in packed(wide, dot, dot, dot))
    assert first == [[0.5, 0.5], [9.5, 0.5]]
    assert rest == [[[0.5, 2.0]], [[2.0, 2.0]], [[3.5, 2.0]]]


def test_many_alike_fill_row_after_row() -> None:
    at = pack([np.array([[0.0, 0.0]])] * 20)
    assert len({(x, y) for x, y in at.tolist()}) == 20
    rows = np.unique(at[:, 1], return_counts=True)
    assert rows[0].tolist() == [0.5 + 1.5 * row for row in range(len(rows[0]))]
    assert set(rows[1][:-1]) == {rows[1][0]}
    assert rows[1][-1] <= rows[1][0]


def test_nothing_to_pack() -> None:
    assert pack([]).shape == (0, 2)
