"""Characters as the numbers that our encoder knows them by."""

import unicodedata
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FILE = Path(__file__).parents[2] / "models" / "alphabet.txt"
PADDING, UNKNOWN, MASK = 0, 1, 2
_FIRST = 3


class Alphabet:
    """The characters of the encoder, numbered from 3 in the order of `models/alphabet.txt`; wide forms count as narrow.

    >>> alphabet = Alphabet("区局5")
    >>> alphabet.ids("区５局们").tolist()
    [3, 5, 4, 1]
    """

    def __init__(self, characters: str) -> None:
        self.size = _FIRST + len(characters)
        self._known = {char: number for number, char in enumerate(characters, _FIRST)}
        self._ids: dict[str, int] = {}

    @classmethod
    @cache
    def load(cls) -> "Alphabet":
        """The alphabet of the encoder that ships."""
        return cls(FILE.read_text(encoding="utf-8"))

    def ids(self, text: str) -> NDArray[np.int64]:
        """One number a character."""
        for char in set(text) - self._ids.keys():
            self._ids[char] = self._known.get(fold(char), UNKNOWN)
        return np.array([self._ids[char] for char in text], np.int64)


def fold(char: str) -> str:
    """The compatibility form (Unicode NFKC) of a character where that is one character again."""
    folded = unicodedata.normalize("NFKC", char)
    return folded if len(folded) == 1 else char
