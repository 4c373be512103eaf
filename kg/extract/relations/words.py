"""Finds the words of a list in a sequence of code points, all at once."""

from collections import defaultdict
from collections.abc import Mapping

import numpy as np

from kg.extract.relations.hashing import Hashes, Rolling
from kg.extract.relations.reading import Ints


class Words:
    """Words with a number each; where several begin at one place, the longest is found."""

    def __init__(self, numbers: Mapping[str, int]) -> None:
        by_length: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for word, number in numbers.items():
            codes = np.array([ord(letter) for letter in word], dtype=np.int64)
            by_length[len(word)].append((int(Rolling(codes).slices(0, len(word))), number))
        self._tables = {length: _table(rows) for length, rows in sorted(by_length.items())}

    def find(self, codes: Ints, rolling: Rolling) -> tuple[Ints, Ints]:
        """For each place the number of the word that begins there and its length; -1 and 0 where none does."""
        numbers, lengths = np.full(len(codes), -1, dtype=np.int64), np.zeros(len(codes), dtype=np.int64)
        for length, (hashes, values) in self._tables.items():
            starts = np.arange(len(codes) - length + 1)
            found = rolling.slices(starts, starts + length)
            nearest = np.minimum(np.searchsorted(hashes, found), len(hashes) - 1)
            places = np.flatnonzero(hashes[nearest] == found)
            numbers[places], lengths[places] = values[nearest[places]], length
        return numbers, lengths


def _table(rows: list[tuple[int, int]]) -> tuple[Hashes, Ints]:
    rows = sorted(rows)
    return np.array([row[0] for row in rows], dtype=np.uint64), np.array([row[1] for row in rows], dtype=np.int64)
