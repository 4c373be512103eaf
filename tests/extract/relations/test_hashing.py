"""Hashes of slices and columns."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.relations.hashing import Index, Rolling, mix


@given(st.text(max_size=30), st.text(max_size=8), st.text(max_size=30))
def test_equal_slices_have_equal_hashes_wherever_they_stand(before: str, same: str, behind: str) -> None:
    codes = np.array([ord(letter) for letter in before + same + behind + same], dtype=np.int64)
    start, again = len(before), len(before + same + behind)
    first, second = Rolling(codes).slices([start, again], [start + len(same), again + len(same)])
    assert first == second


def test_other_slices_have_other_hashes() -> None:
    rolling = Rolling(np.array([1, 2, 1, 3, 0], dtype=np.int64))
    assert len(set(rolling.slices([0, 2, 0, 1, 4, 0], [2, 4, 1, 2, 5, 0]).tolist())) == 6


def test_a_mix_tells_salts_columns_and_their_order_apart() -> None:
    one, other = np.array([1, 2]), np.array([2, 1])
    rows = [*mix(1, one, other), *mix(2, one, other), *mix(1, one), *mix(1, one, one)]
    assert len(set(map(int, rows))) == len(rows)
    assert mix(1, one, True).tolist() == mix(1, one, np.array([1, 1])).tolist()


def test_each_salt_of_several_rows_is_mixed_with_its_own_row() -> None:
    salts, rows = np.array([[1], [2]]), np.array([[3, 4], [5, 6]])
    assert mix(salts, rows).tolist() == [mix(1, rows[0]).tolist(), mix(2, rows[1]).tolist()]


@given(st.sets(st.integers(0, 2**64 - 1)), st.lists(st.integers(0, 2**64 - 1)))
def test_known_hashes_are_found_in_their_place_and_no_other(known: set[int], other: list[int]) -> None:
    keys = np.array(sorted(known), dtype=np.uint64)
    wanted = [*sorted(known), *other]
    places = {key: place for place, key in enumerate(sorted(known))}
    found = Index(keys).find(np.array(wanted, dtype=np.uint64))
    assert found.tolist() == [places.get(hashed, len(known)) for hashed in wanted]


def test_hashes_that_begin_alike_are_told_apart_in_any_shape() -> None:
    index = Index(np.array([3, 7, 8, 9], dtype=np.uint64))
    assert index.find(np.array([[9, 3], [4, 2**64 - 1]], dtype=np.uint64)).tolist() == [[3, 0], [4, 4]]
