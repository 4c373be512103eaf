"""Tests of groups on grounds of their own."""

from itertools import combinations

import numpy as np

from kg.export.islands import islands


def test_grounds_of_groups_do_not_overlap() -> None:
    groups = [range(start, start + 9) for start in range(0, 54, 9)]
    inner = [pair for group in groups for pair in combinations(group, 2)]
    bridges = [(group[0], group[0] + 9) for group in groups[:-1]]
    at = islands(np.array(sorted(inner + bridges)), np.repeat(np.arange(6), 9))
    middles = np.array([at[list(group)].mean(axis=0) for group in groups])
    nearest = np.linalg.norm(at[:, None] - middles, axis=2).argmin(axis=1)
    assert nearest.tolist() == np.repeat(np.arange(6), 9).tolist()


def test_one_node_stands_somewhere() -> None:
    assert islands(np.empty((0, 2), dtype=np.int64), np.array([7])).tolist() == [[0, 0]]
