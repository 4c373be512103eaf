"""What word lists say of each character: divisions of China, heads of names, family names behind titles, quotation."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import numpy as np
from numpy.typing import NDArray

from kg.divisions import Divisions, stem
from kg.extract.mentions.names import expected
from kg.extract.mentions.quotes import pairs
from kg.extract.mentions.tags import CLASSES
from kg.ontology import any_of, lexicon

_FULL, _SHORT, _PERSON, _HEADS, _QUOTED, _TITLED = 0, 3, 6, 7, 13, 14  # columns
_NAMED_BY_HEAD = CLASSES[:3]
WIDTH = 15


def lexical_features(text: str) -> NDArray[np.float32]:
    """(characters, 15) of 0 and 1.

    First, inner and last characters of full and of short names of divisions; a family name to be expected; first and
    last characters of heads of organizations, places and programmes; inside quotation marks; inside 《》 or brackets.
    """
    features = np.zeros((len(text), WIDTH), np.float32)
    for start, end, column in _divisions(text):
        features[start, column] = features[end - 1, column + 2] = 1
        features[start + 1 : end - 1, column + 1] = 1
    features[list(expected(text)), _PERSON] = 1
    for column, heads in enumerate(_heads()):
        for match in heads.finditer(text):
            features[match.start(), _HEADS + 2 * column] = features[match.end() - 1, _HEADS + 2 * column + 1] = 1
    for opening, closing in pairs(text).items():
        if opening < closing:
            features[opening + 1 : closing, _QUOTED if text[opening] in "“‘" else _TITLED] = 1
    return features


def _divisions(text: str) -> Iterator[tuple[int, int, int]]:
    """The longest name of a division at each place, from left to right, without overlaps."""
    names, end = _names(), 0
    for start in range(len(text)):
        if start >= end and (known := names.get(text[start : start + 2])):
            for name, column in known:
                if text.startswith(name, start):
                    end = start + len(name)
                    yield start, end, column
                    break


@cache
def _names() -> Mapping[str, list[tuple[str, int]]]:
    """Names of divisions by their first two characters, longest first, with their column."""
    divisions = Divisions.load()
    full = divisions.printed_names
    short = {name for each in divisions.by_code.values() if len(each.code) <= 6 and (name := stem(each.name))} - full
    return _by_beginning([*((name, _FULL) for name in full), *((name, _SHORT) for name in short)])


def _by_beginning(names: Iterable[tuple[str, int]]) -> Mapping[str, list[tuple[str, int]]]:
    table: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for name, column in sorted(names, key=lambda pair: (-len(pair[0]), pair)):
        table[name[:2]].append((name, column))
    return dict(table)


@cache
def _heads() -> tuple[re.Pattern[str], ...]:
    table = lexicon("heads")
    return tuple(_any(head for heads in table[name].values() for head in heads) for name in _NAMED_BY_HEAD)


def _any(words: Iterable[str]) -> re.Pattern[str]:
    """Words of two characters or more: single ones are too often part of something else."""
    return re.compile(any_of(word for word in words if len(word) > 1))
