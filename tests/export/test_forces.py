"""Nodes drawn by forces."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.export.forces import Array, draw
from kg.export.pairs import Pairs


def pairs(*links: tuple[int, int]) -> Pairs:
    return np.array(sorted(links), dtype=np.int64).reshape(-1, 2)


def apart(at: Array, one: int, other: int) -> float:
    return float(np.hypot(*(at[one] - at[other])))


def ring(count: int) -> Pairs:
    return pairs(*((node, node + 1) for node in range(count - 1)), (0, count - 1))


@pytest.mark.parametrize("count", [2, 60, 401])
def test_the_same_input_gives_the_same_picture(count: int) -> None:
    assert np.array_equal(draw([count], ring(count), most=40), draw([count], ring(count), most=40))


def test_one_node_stands_in_the_middle() -> None:
    assert draw([1], pairs()).tolist() == [[0, 0]]


def test_pictures_drawn_together_do_not_feel_each_other() -> None:
    other = ring(60) + 60
    together = draw([60, 60], np.vstack([ring(60), other]), most=40)
    assert np.array_equal(together[:60], draw([60], ring(60), most=40))
    assert np.abs(together[60:].mean(axis=0)).max() < 5


LINKS = st.integers(2, 12).flatmap(
    lambda count: st.tuples(st.just(count), st.sets(st.sampled_from([*combinations(range(count), 2)])))
)


@settings(max_examples=25, deadline=None)
@given(LINKS)
def test_nodes_never_fall_on_one_spot_nor_fly_away(drawn: tuple[int, set[tuple[int, int]]]) -> None:
    count, links = drawn
    at = draw([count], pairs(*links))
    assert at.shape == (count, 2)
    assert np.isfinite(at).all()
    assert min(apart(at, one, other) for one, other in combinations(range(count), 2)) > 0.1
    assert np.abs(at).max() < 10 * count


def test_linked_nodes_stand_nearer_than_others() -> None:
    triangles = [*combinations(range(3), 2), *combinations(range(3, 6), 2), (2, 3)]
    at = draw([6], pairs(*triangles))
    linked = [apart(at, *each) for each in triangles if each != (2, 3)]
    assert max(linked) < min(apart(at, one, other) for one in (0, 1) for other in (4, 5))


@pytest.mark.parametrize("count", [200, 500])
def test_a_picture_is_wider_than_high_where_it_may_be_and_square_where_asked(count: int) -> None:
    def shape(wide: float) -> float:
        spread = np.ptp(draw([count], pairs(), wide=wide), axis=0)
        return float(spread[0] / spread[1])

    assert 1.6 < shape(2.1) < 2.6
    assert 0.8 < shape(1) < 1.25


def test_repulsion_by_buckets_keeps_nodes_apart_as_exact_repulsion_does() -> None:
    def gap(count: int) -> float:
        at = draw([count], pairs())
        away = np.hypot(*(at[:, None] - at[None]).transpose(2, 0, 1)) + np.diag(np.full(count, np.inf))
        return float(np.median(away.min(axis=1)))

    assert gap(401) == pytest.approx(gap(400), rel=0.3)
