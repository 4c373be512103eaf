"""Tests of communities."""

from itertools import combinations

import pytest

from kg.export.communities import communities

TWO_GROUPS = [(a, b) for group in ("abcd", "wxyz") for a, b in combinations(group, 2)] + [("d", "w")]


def test_what_is_linked_among_itself_is_a_group() -> None:
    found = communities("abcdwxyz", TWO_GROUPS)
    assert found == {**dict.fromkeys("abcd", 0), **dict.fromkeys("wxyz", 1)}


def test_direction_order_and_repetition_make_no_difference() -> None:
    turned = [(b, a) for a, b in reversed(TWO_GROUPS)] * 2
    assert communities("abcdwxyz", turned) == communities("abcdwxyz", TWO_GROUPS)


def test_a_hub_keeps_its_leaves() -> None:
    found = communities("hlmnop", [("h", leaf) for leaf in "lmnop"])
    assert set(found.values()) == {0}


def test_the_largest_group_is_the_first_and_who_has_no_links_is_alone() -> None:
    found = communities("sabc", [("a", "b"), ("b", "c"), ("a", "c"), ("s", "s")])
    assert found == {"a": 0, "b": 0, "c": 0, "s": 1}


@pytest.mark.parametrize("nodes", ["", "a"])
def test_small_cases(nodes: str) -> None:
    assert communities(nodes, []) == dict.fromkeys(nodes, 0)


def test_a_ring_of_groups_falls_into_them() -> None:
    groups = [[f"{number}{letter}" for letter in "abcde"] for number in range(8)]
    inner = [pair for group in groups for pair in combinations(group, 2)]
    ring = [(groups[at][0], groups[(at + 1) % 8][1]) for at in range(8)]
    found = communities([node for group in groups for node in group], inner + ring)
    assert len({found[group[0]] for group in groups}) == 8
    assert all(len({found[node] for node in group}) == 1 for group in groups)
