"""Tests of boxes."""

from itertools import combinations

from kg.export.boxes import filled


def test_boxes_do_not_overlap() -> None:
    nodes = [str(n) for n in range(40)]
    star = [("0", node) for node in nodes[1:]]
    at = filled(nodes, star, dict.fromkeys(nodes, (100.0, 30.0)))
    for one, other in combinations(nodes, 2):
        (x, y), (right, down) = at[one], at[other]
        assert abs(x - right) > 99 or abs(y - down) > 29, (one, other)


def test_no_boxes_need_no_sheet() -> None:
    assert filled([], [], {}) == {}
