"""Viterbi against trying every sequence."""

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.mentions.crf import decode


@given(st.integers(0, 2**32 - 1), st.integers(1, 5))
def test_the_best_of_all_sequences_is_found(seed: int, length: int) -> None:
    random = np.random.default_rng(seed)
    scores, transitions = random.normal(size=(2, length, 3)), random.normal(size=(3, 3))
    start, end = random.normal(size=(2, 3))

    def total(row: int, tags: tuple[int, ...]) -> float:
        steps = sum(transitions[pair] for pair in pairwise(tags))
        return start[tags[0]] + end[tags[-1]] + steps + sum(scores[row, i, tag] for i, tag in enumerate(tags))

    found = decode(scores, transitions, start, end)
    for row in range(2):
        assert tuple(found[row]) == max(product(range(3), repeat=length), key=lambda tags: total(row, tags))
