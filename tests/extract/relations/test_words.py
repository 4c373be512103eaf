"""Words of a list found in a text."""

import numpy as np
import pytest

from kg.extract.relations.hashing import Rolling
from kg.extract.relations.words import Words

WORDS = Words({"举办": 1, "主办": 2, "主办方": 3, "在": 4})


def found(text: str) -> list[tuple[int, int, int]]:
    codes = np.array([ord(letter) for letter in text], dtype=np.int64)
    numbers, lengths = WORDS.find(codes, Rolling(codes))
    return [(place, int(numbers[place]), int(lengths[place])) for place in np.flatnonzero(numbers >= 0)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("由区里主办", [(3, 2, 2)]),
        ("主办方在举办", [(0, 3, 3), (3, 4, 1), (4, 1, 2)]),
        ("主", []),
        ("", []),
    ],
)
def test_the_longest_word_at_each_place_is_found(text: str, expected: list[tuple[int, int, int]]) -> None:
    assert found(text) == expected
