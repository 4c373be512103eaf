"""Tests of positions."""

from itertools import combinations

import pytest
from factory import small_graph

from kg.export.layout import positions

TWO_GROUPS = [(a, b) for group in ("abcd", "wxyz") for a, b in combinations(group, 2)] + [("d", "w")]


def distance(at: dict[str, tuple[float, float]], one: str, other: str) -> float:
    return float(sum((a - b) ** 2 for a, b in zip(at[one], at[other], strict=True)) ** 0.5)


def test_same_input_same_positions() -> None:
    assert positions("abcdwxyz", TWO_GROUPS) == positions("abcdwxyz", TWO_GROUPS)
    assert positions("abcdwxyz", TWO_GROUPS) == positions("abcdwxyz", [(b, a) for a, b in reversed(TWO_GROUPS)])


def test_groups_stand_together() -> None:
    at = positions("abcdwxyz", TWO_GROUPS)
    inside = max(distance(at, a, b) for a, b in combinations("abc", 2))
    across = min(distance(at, a, x) for a in "abc" for x in "xyz")
    assert inside < across


def test_components_do_not_overlap_nor_fly_apart() -> None:
    pairs = [(f"{n}a", f"{n}b") for n in range(30)]
    at = positions([node for pair in pairs for node in pair], pairs)
    assert min(distance(at, one, other) for one, other in combinations(at, 2)) > 0.3
    assert max(x for x, _ in at.values()) < 60
    assert max(y for _, y in at.values()) < 60


@pytest.mark.parametrize(
    ("nodes", "links"), [("", []), ("a", []), ("a", [("a", "a")]), ("ab", [("a", "b"), ("b", "a")])]
)
def test_small_cases(nodes: str, links: list[tuple[str, str]]) -> None:
    assert list(positions(nodes, links)) == list(nodes)


def test_a_large_component_is_drawn_with_finite_coordinates() -> None:
    nodes = [str(n) for n in range(700)]
    at = positions(nodes, [(str(n), str(n // 3)) for n in range(1, 700)])
    assert len(set(at.values())) == 700
    assert all(abs(x) < 1e4 and abs(y) < 1e4 for x, y in at.values())


def test_a_graph_of_all_kinds() -> None:
    small = small_graph()
    at = positions([one.id for one in small.entities], [(one.head, one.tail) for one in small.relations])
    assert set(at) == set(small.by_id)
