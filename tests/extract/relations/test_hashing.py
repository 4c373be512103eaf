"""Hashes of slices and columns."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.relations.hashing import Rolling, mix


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
