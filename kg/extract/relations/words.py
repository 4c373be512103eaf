"""Finds the words of a list in a sequence of code points, all at once."""

import sys
from collections import defaultdict
from collections.abc import Mapping

import numpy as np

from kg.extract.relations.hashing import Index, Rolling
from kg.extract.relations.reading import Ints


class Words:
    """Words with a number each; where several begin at one place, the longest is found."""

    def __init__(self, numbers: Mapping[str, int]) -> None:
        self._begins = np.zeros(sys.maxunicode + 1, dtype=np.bool_)
        self._begins[[ord(word[0]) for word in numbers]] = True
        by_length: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for word, number in numbers.items():
            codes = np.array([ord(letter) for letter in word], dtype=np.int64)
            by_length[len(word)].append((int(Rolling(codes).slices(0, len(word))), number))
        self._tables = {length: _table(rows) for length, rows in sorted(by_length.items())}

    def find(self, codes: Ints, rolling: Rolling) -> tuple[Ints, Ints]:
        """For each place the number of the word that begins there and its length; -1 and 0 where none does."""
        numbers, lengths = np.full(len(codes), -1, dtype=np.int64), np.zeros(len(codes), dtype=np.int64)
        begins = np.flatnonzero(self._begins[codes])  # few places do
        for length, (hashes, values) in self._tables.items():
            starts = begins[begins + length <= len(codes)]
            found = hashes.find(rolling.slices(starts, starts + length))
            known = found < len(values)
            numbers[starts[known]], lengths[starts[known]] = values[found[known]], length
        return numbers, lengths


def _table(rows: list[tuple[int, int]]) -> tuple[Index, Ints]:
    hashes, numbers = zip(*sorted(rows), strict=True)
    return Index(np.array(hashes, dtype=np.uint64)), np.array(numbers, dtype=np.int64)
