"""Windows hold whole sentences, each once, in order."""

from itertools import accumulate, pairwise

from hypothesis import given
from hypothesis import strategies as st

from kg.extract.mentions.windows import LONGEST, windows


def test_nothing_gives_no_window() -> None:
    assert list(windows([])) == []


def test_a_sentence_longer_than_a_window_stands_alone() -> None:
    assert list(windows([(0, 10), (10, 400), (400, 410)])) == [(0, 10), (10, 400), (400, 410)]


@given(st.lists(st.integers(1, 200), max_size=30))
def test_every_sentence_lies_in_one_window(lengths: list[int]) -> None:
    sentences = list(pairwise([0, *accumulate(lengths)]))
    found = list(windows(sentences))
    assert all(end - start <= LONGEST for start, end in found)
    for first, last in sentences:
        assert sum(start <= first and last <= end for start, end in found) == 1
