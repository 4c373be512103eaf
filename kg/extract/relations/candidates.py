"""Pairs of mentions between which a relation can be stated.

Near pairs stand in one sentence or in two neighbouring ones. Far pairs let a mention meet what a reader still has in
mind: the first programmes and body of its article, the first of its paragraph, the last subject, the area that the
document is about, and what a common noun in its sentence stands for.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np

from kg.extract.relations.cues import Cues
from kg.extract.relations.reading import PERSON, PLACE, PROGRAMME, SYMBOLS, Bools, Ints, Reading
from kg.ontology import load

# More mentions back than this no near pair is looked for, so that long lists cost no more than they are worth.
_BAND = 14
# A mention this near to the beginning of its sentence is its subject.
_OPENING = 12
WAYS = 10
HOME = 6
_NEAR, _FIRST_PROGRAMME, _NEXT_PROGRAMME, _FIRST_BODY, _BODY_OF_PARAGRAPH, _LAST_SUBJECT = range(HOME)
_PROGRAMME_OF_PARAGRAPH, _NOUN_BEFORE, _NOUN_BEHIND = range(HOME + 1, WAYS)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Mentions `left` and `right` (left stands first); `ways` (pairs, WAYS) tells how each pair was met."""

    left: Ints
    right: Ints
    ways: Bools

    def __len__(self) -> int:
        """The number of pairs."""
        return len(self.left)


def candidates(reading: Reading, clues: Cues) -> Pairs:
    """Every pair once, in reading order, if its classes allow a relation and it is not one entity."""
    met = [*_near(reading), *_far(reading, clues)]
    rows = [(np.minimum(one, other), np.maximum(one, other), way) for way, one, other in met]
    key = np.concatenate([left * len(reading) + right for left, right, _ in rows])
    kept, place = np.unique(key, return_inverse=True)
    ways = np.zeros((len(kept), WAYS), dtype=np.bool_)
    ways[place, np.repeat([way for _, _, way in rows], [len(left) for left, _, _ in rows])] = True
    left, right = np.divmod(kept, max(len(reading), 1))
    fits = allowed()[reading.kind[left], reading.kind[right]] & (reading.entity[left] != reading.entity[right])
    return Pairs(left[fits], right[fits], ways[fits])


@cache
def allowed() -> Bools:
    """(class, class): whether any relation but a post, which rules find, can hold between the two."""
    numbers = {name: number for number, name in enumerate(SYMBOLS, 1)}
    table = np.zeros((5, 5), dtype=np.bool_)
    for relation in load().relations.values():
        if relation.name != "holdsPost":
            heads, tails = ([numbers[name] for name in side] for side in (relation.domain, relation.range))
            table[np.ix_(heads, tails)] = table[np.ix_(tails, heads)] = True
    return table


def first_by(numbers: Ints, chosen: Bools, size: int) -> Ints:
    """For each number below `size` the first mention among those chosen that has it, or -1."""
    first = np.full(size, -1, dtype=np.int64)
    places = np.flatnonzero(chosen)[::-1]
    first[numbers[places]] = places
    return first


def _near(reading: Reading) -> Iterator[tuple[int, Ints, Ints]]:
    every = np.arange(len(reading))
    for step in range(1, min(_BAND, len(reading) - 1) + 1):
        left, right = every[:-step], every[step:]
        gap = reading.sentence[right] - reading.sentence[left]
        together = reading.article[left] == reading.article[right]
        paragraph = reading.paragraph[left] == reading.paragraph[right]
        near = (gap == 0) | ((gap == 1) & (paragraph | reading.headline[left] | (together & (step <= 3))))
        near |= (gap <= 3) & together & (step == 1)
        yield _NEAR, left[near], right[near]


def _far(reading: Reading, clues: Cues) -> Iterator[tuple[int, Ints, Ints]]:
    programme, body = reading.kind == PROGRAMME, reading.kind <= PLACE
    first = _first(reading.article, programme)
    other = programme & (reading.entity != np.where(first >= 0, reading.entity[first], -1))
    yield _met(_FIRST_PROGRAMME, first)
    yield _met(_NEXT_PROGRAMME, _first(reading.article, other))
    yield _met(_FIRST_BODY, _first(reading.article, body))
    yield _met(_BODY_OF_PARAGRAPH, _first(reading.paragraph, body))
    yield _met(_PROGRAMME_OF_PARAGRAPH, _first(reading.paragraph, programme))
    yield _met(_LAST_SUBJECT, _last_subject(reading, body))
    yield _met(_NOUN_BEFORE, clues.before.referent)
    yield _met(_NOUN_BEHIND, clues.behind.referent)
    if reading.home is not None:
        yield _met(HOME, np.where(reading.kind == PERSON, -1, _latest(reading.entity == reading.home)))


def _met(way: int, partner: Ints) -> tuple[int, Ints, Ints]:
    """Pairs of each mention with its partner, where it has one other than itself."""
    met = np.flatnonzero((partner >= 0) & (partner != np.arange(len(partner))))
    return way, met, partner[met]


def _first(numbers: Ints, chosen: Bools) -> Ints:
    """For each mention the first chosen one with the same number."""
    return first_by(numbers, chosen, int(numbers.max(initial=0)) + 1)[numbers]


def _latest(chosen: Bools) -> Ints:
    """For each mention the last chosen one up to it, or else the first chosen one of all."""
    places = np.where(chosen, np.arange(len(chosen)), -1)
    latest: Ints = np.maximum.accumulate(places)
    return np.where(latest < 0, chosen.argmax(), latest)


def _last_subject(reading: Reading, body: Bools) -> Ints:
    """For each mention the last body before it, in its article, that opens a sentence."""
    opening = reading.at - reading.opens[reading.sentence] <= _OPENING
    subject = (_first(reading.sentence, body) == np.arange(len(reading))) & opening
    latest = np.maximum.accumulate(np.where(subject, np.arange(len(reading)), -1))
    last = np.concatenate([[-1], latest[:-1]])
    return np.where((last >= 0) & (reading.article[last] == reading.article), last, -1)
