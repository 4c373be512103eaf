"""From pairs of mentions to facts between entities, each seen against its rivals.

A fact is as sure as its best pair of mentions, but not alone: who else could organize the programme, what else could
link the two? These figures are the input of the second classifier (stacked generalization, Wolpert 1992).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.extract.relations.candidates import HOME, Pairs
from kg.extract.relations.links import symmetric
from kg.extract.relations.reading import Bools, Ints, Reading

Floats = NDArray[np.float32]

# Log-odds of what is not worth looking at.
UNLIKELY = -6.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the first classifier tells apart: a relation (number) from left to right, or `backward`."""

    relation: int
    backward: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """One entry a fact: `relation` number, `head` and `tail` entity, the best `pair` and whether it is read backward.

    `figures` (facts, figures) describe it for the second classifier.
    """

    relation: Ints
    head: Ints
    tail: Ints
    pair: Ints
    backward: Bools
    figures: Floats


def facts(
    reading: Reading, pairs: Pairs, scores: Floats, relations: Sequence[str], outcomes: Sequence[Outcome]
) -> Facts:
    """Gather the log-odds of all pairs (pairs, outcomes) by fact, leaving out what is unlikely."""
    pair, outcome = np.nonzero(scores > UNLIKELY)
    relation = np.array([each.relation for each in outcomes], dtype=np.int64)[outcome]
    backward = np.array([each.backward for each in outcomes], dtype=np.bool_)[outcome]
    left, right = reading.entity[pairs.left[pair]], reading.entity[pairs.right[pair]]
    backward ^= np.isin(relation, [relations.index(name) for name in symmetric()]) & (left > right)
    head, tail = np.where(backward, right, left), np.where(backward, left, right)
    size = len(reading.names)
    key = (relation * size + head) * size + tail
    score = scores[pair, outcome]
    order = np.lexsort((pair, -score, key))
    keys, first, count = np.unique(key[order], return_index=True, return_counts=True)
    best = order[first]
    found = _Found(keys, relation[best], head[best], tail[best], pair[best], score[best], count, size)
    figures = np.column_stack([*found.standing(len(relations)), *_place(reading, pairs, found)])
    return Facts(found.relation, found.head, found.tail, found.pair, backward[best], figures.astype(np.float32))


@dataclass(frozen=True, slots=True)
class _Found:
    """Facts sorted by `key`, with the best score and the number of pairs."""

    key: Ints
    relation: Ints
    head: Ints
    tail: Ints
    pair: Ints
    score: Floats
    count: Ints
    size: int

    def standing(self, relations: int) -> list[NDArray[np.generic]]:
        """The score, the rivals for either end, and the scores of all relations between the two, both ways."""
        return [
            *np.equal.outer(np.arange(relations), self.relation),
            self.score,
            np.log1p(self.count),
            *_rivals(self.relation * self.size + self.tail, self.score),
            *_rivals(self.relation * self.size + self.head, self.score),
            *(self._score(relation, self.head, self.tail) for relation in range(relations)),
            *(self._score(relation, self.tail, self.head) for relation in range(relations)),
        ]

    def _score(self, relation: int, head: Ints, tail: Ints) -> Floats:
        wanted = (relation * self.size + head) * self.size + tail
        place = np.minimum(np.searchsorted(self.key, wanted), len(self.key) - 1)
        return np.where(self.key[place] == wanted, self.score[place], UNLIKELY)


def _rivals(group: Ints, score: Floats) -> list[NDArray[np.generic]]:
    """Among the facts of a group: the best other score, the rank, how many are likely and all their chances."""
    order = np.lexsort((-score, group))
    starts = np.unique(group[order], return_index=True)[1]
    number = np.searchsorted(starts, np.arange(len(group)), side="right") - 1
    rank = np.arange(len(group)) - starts[number]
    second = np.append(score[order], UNLIKELY)[np.minimum(starts + 1, len(group))]
    alone = np.diff(np.append(starts, len(group))) == 1
    second = np.where(alone, UNLIKELY, second)
    other = np.where(rank == 0, second[number], score[order][starts[number]])
    chance = 1 / (1 + np.exp(-score[order]))
    likely = np.add.reduceat(chance > 0.3, starts, dtype=np.float64)[number] - (chance > 0.3) if len(group) else other
    chances = np.add.reduceat(chance, starts)[number] - chance if len(group) else other
    back = np.argsort(order)
    return [column[back] for column in (other, np.minimum(rank, 6), np.minimum(likely, 6), np.log(chances + 1e-3))]


def _place(reading: Reading, pairs: Pairs, found: _Found) -> list[NDArray[np.generic]]:
    """Where the best pair stands and how much is heard of the two."""
    left, right = pairs.left[found.pair], pairs.right[found.pair]
    home = -1 if reading.home is None else reading.home
    kind_of = reading.kind_of
    return [
        *np.equal.outer(np.arange(1, 5), kind_of[found.head]),
        *np.equal.outer(np.arange(1, 5), kind_of[found.tail]),
        np.log1p(reading.count[found.head]),
        np.log1p(reading.count[found.tail]),
        found.head == home,
        found.tail == home,
        pairs.ways[found.pair, HOME] & (found.head == home),
        np.minimum(reading.sentence[right] - reading.sentence[left], 5),
        *pairs.ways[found.pair].T,
        reading.headline[left],
        reading.headline[right],
        np.log1p(reading.at[right] - reading.at[left]),
        np.log1p(right - left),
    ]
