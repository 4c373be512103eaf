"""Clues in the words of a text: which trigger words stand where, and which names common nouns stand for.

The words are those of `lexicon/relations.toml`.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

from kg.extract.relations.hashing import Rolling
from kg.extract.relations.reading import SYMBOLS, Bools, Ints, Reading
from kg.extract.relations.words import Words
from kg.ontology import lexicon

# How many mentions back a common noun may point.
_MEMORY = 40


@dataclass(frozen=True, slots=True)
class _Lexicon:
    triggers: Words
    groups: int
    anaphors: Words
    # Class number and possible endings of what each anaphor stands for.
    referents: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Anaphors:
    """For each mention the nearest common noun on one side in its sentence.

    `word` is its number (-1: none), `place` its offset in the skeleton, `referent` the mention that it stands for
    (-1: none).
    """

    word: Ints
    place: Ints
    referent: Ints


@dataclass(frozen=True, slots=True)
class Cues:
    """`trigger` holds, for each place of the skeleton where a trigger word begins, its groups as bits, else -1.

    `length` is the length of that word, `groups` the number of groups, `before` and `behind` the common nouns around
    each mention.
    """

    trigger: Ints
    length: Ints
    groups: int
    before: Anaphors
    behind: Anaphors


def cues(reading: Reading, rolling: Rolling) -> Cues:
    """The clues in a skeleton; `rolling` hashes its code points."""
    known = _lexicon()
    trigger, length = known.triggers.find(reading.codes, rolling)
    nouns, _ = known.anaphors.find(reading.codes, rolling)
    places = np.append(np.flatnonzero(nouns >= 0), len(nouns))
    nearest = np.searchsorted(places, reading.at)
    before, behind = places[np.maximum(nearest - 1, 0)], places[nearest]
    said_before = (nearest > 0) & (before >= reading.opens[reading.sentence])
    said_behind = behind < reading.closes[reading.sentence]
    return Cues(
        trigger,
        length,
        known.groups,
        _anaphors(reading, nouns, np.where(said_before, before, -1)),
        _anaphors(reading, nouns, np.where(said_behind, behind, -1)),
    )


@cache
def _lexicon() -> _Lexicon:
    words = lexicon("relations")
    masks: dict[str, int] = {}
    for bit, (_, group) in enumerate(sorted(words["triggers"].items())):
        for word in group:
            masks[word] = masks.get(word, 0) | 1 << bit
    nouns = [
        (word, kind + 1, tuple(endings))
        for kind, name in enumerate(SYMBOLS)
        for word, endings in words["anaphors"][name].items()
    ]
    return _Lexicon(
        Words(masks),
        len(words["triggers"]),
        Words({word: number for number, (word, _, _) in enumerate(nouns)}),
        tuple((kind, endings) for _, kind, endings in nouns),
    )


def _anaphors(reading: Reading, nouns: Ints, place: Ints) -> Anaphors:
    said: Bools = place >= 0
    word = np.where(said, nouns[place], -1)
    referent = np.full(len(place), -1, dtype=np.int64)
    known: dict[int, int] = {}
    for mention in np.flatnonzero(said).tolist():
        at = int(place[mention])
        if at not in known:
            known[at] = _referent(reading, int(word[mention]), at)
        referent[mention] = known[at]
    return Anaphors(word, place, referent)


def _referent(reading: Reading, word: int, place: int) -> int:
    """The nearest mention before whose class and name suit the noun."""
    kind, endings = _lexicon().referents[word]
    last = int(np.searchsorted(reading.at, place)) - 1
    for mention in range(last, max(last - _MEMORY, -1), -1):
        if reading.kind[mention] == kind and (not endings or reading.names[reading.entity[mention]].endswith(endings)):
            return mention
    return -1
