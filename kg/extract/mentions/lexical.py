"""What word lists say of each character: divisions of China, heads of names, family names behind titles, quotation."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from kg.divisions import Divisions, stem
from kg.extract.mentions.names import expected
from kg.extract.mentions.quotes import pairs
from kg.extract.mentions.tags import CLASSES
from kg.ontology import lexicon

_FULL, _SHORT, _PERSON, _QUOTED, _TITLED = 0, 3, 6, 13, 14  # columns
_HEADS = {name: 7 + 2 * number for number, name in enumerate(CLASSES[:3])}
WIDTH = 15

_Words = Mapping[str, list[tuple[str, int]]]  # with their column, by their first two characters, longest first
_Found = tuple[int, int, int]  # start, end, column


def lexical_features(text: str) -> NDArray[np.float32]:
    """(characters, 15) of 0 and 1.

    First, inner and last characters of full and of short names of divisions; a family name to be expected; first and
    last characters of heads of organizations, places and programmes; inside quotation marks; inside 《》 or brackets.
    """
    features = np.zeros((len(text), WIDTH), np.float32)
    divisions, *heads = _found(text)
    for start, end, column in divisions:
        features[start, column] = features[end - 1, column + 2] = 1
        features[start + 1 : end - 1, column + 1] = 1
    features[list(expected(text)), _PERSON] = 1
    for start, end, column in chain(*heads):
        features[start, column] = features[end - 1, column + 1] = 1
    for opening, closing in pairs(text).items():
        if opening < closing:
            features[opening + 1 : closing, _QUOTED if text[opening] in "“‘" else _TITLED] = 1
    return features


def _found(text: str) -> Iterator[Iterator[_Found]]:
    """The words of each list in a text."""
    lists, beginnings = _lists()
    starts = [at for at in range(len(text)) if text[at : at + 2] in beginnings]
    return (_longest(text, starts, words) for words in lists)


def _longest(text: str, starts: Iterable[int], words: _Words) -> Iterator[_Found]:
    """The longest word at each place, from left to right, without overlaps."""
    end = 0
    for start in starts:
        if start >= end and (known := words.get(text[start : start + 2])):
            for word, column in known:
                if text.startswith(word, start):
                    end = start + len(word)
                    yield start, end, column
                    break


@cache
def _lists() -> tuple[tuple[_Words, ...], frozenset[str]]:
    """The names of divisions and the heads of each class, and the first two characters of all of them."""
    lists = _divisions(), *map(_heads, _HEADS)
    return lists, frozenset(chain(*lists))


def _divisions() -> _Words:
    divisions = Divisions.load()
    upper = (each.name for each in divisions.by_code.values() if len(each.code) <= 6)
    short = (name for full in upper if (name := stem(full)))
    return _by_beginning(dict.fromkeys(short, _SHORT) | dict.fromkeys(divisions.printed_names, _FULL))


def _heads(name: str) -> _Words:
    """Heads of two characters or more: single ones are too often part of something else."""
    heads = (head for heads in lexicon("heads")[name].values() for head in heads if len(head) > 1)
    return _by_beginning(dict.fromkeys(heads, _HEADS[name]))


def _by_beginning(words: Mapping[str, int]) -> _Words:
    table: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for word in sorted(words, key=len, reverse=True):
        table[word[:2]].append((word, words[word]))
    return dict(table)
