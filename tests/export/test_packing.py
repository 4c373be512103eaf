"""Tests of packing."""

import numpy as np

from kg.export.packing import pack


def test_pictures_do_not_overlap_and_fit_a_screen() -> None:
    square = np.array([[0.0, 0.0], [4.0, 4.0]])
    packed = list(pack([square] * 12))
    corners = [(tuple(points.min(axis=0)), tuple(points.max(axis=0))) for points in packed]
    for one, other in ((a, b) for a in corners for b in corners if a < b):
        assert any(one[1][axis] < other[0][axis] or other[1][axis] < one[0][axis] for axis in (0, 1))
    assert all(np.allclose(np.ptp(points, axis=0), 4) for points in packed)
    width, height = np.ptp(np.vstack(packed), axis=0)
    assert 1 < width / height < 3


def test_each_picture_goes_where_it_comes_highest() -> None:
    wide, dot = np.array([[0.0, 0.0], [9.0, 0.0]]), np.array([[0.0, 0.0]])
    first, *rest = (points.tolist() for points in pack([wide, dot, dot, dot]))
    assert first == [[0.5, 0.5], [9.5, 0.5]]
    assert rest == [[[0.5, 2.0]], [[2.0, 2.0]], [[3.5, 2.0]]]


def test_nothing_to_pack() -> None:
    assert list(pack([])) == []
