"""Where the mentions of a text stand among each other: lists and chains, sentence borders, marks between them.

All offsets count the skeleton with PAD blank places before it, so that no context reaches out of it.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from kg.extract.relations.candidates import first_by
from kg.extract.relations.hashing import Hashes, Rolling
from kg.extract.relations.reading import PLACE, Bools, Ints, Reading

PAD = 10
_JOINTS = np.array([ord(mark) for mark in "、和与及同"])


@dataclass(frozen=True, slots=True)
class Spelled:
    """Names, one behind the other in `text`, from `start` to `end`."""

    text: Rolling
    start: Ints
    end: Ints

    def whole(self) -> Hashes:
        """The hash of each name."""
        return self.text.slices(self.start, self.end)

    def initial(self, size: int) -> Hashes:
        """The hash of the first characters."""
        return self.text.slices(self.start, np.minimum(self.start + size, self.end))

    def final(self, size: int) -> Hashes:
        """The hash of the last characters."""
        return self.text.slices(np.maximum(self.end - size, self.start), self.end)


@dataclass(frozen=True)
class Surroundings:
    """Arrays with one entry a mention, if nothing else is said; `text` hashes the padded `codes`.

    Lists (A、B和C) and chains (市|区) are groups: `group` is its number, `first` and `last` the mentions at its ends.
    `order` counts the mentions before this one in its sentence, `actors` those of them that are bodies or places.
    """

    reading: Reading
    codes: Ints
    text: Rolling
    group: Ints
    first: Ints
    last: Ints

    @cached_property
    def at(self) -> Ints:
        """Where the mention stands."""
        return self.reading.at + PAD

    @cached_property
    def opens(self) -> Ints:
        """Where its sentence begins."""
        return self.reading.opens[self.reading.sentence] + PAD

    @cached_property
    def closes(self) -> Ints:
        """Where its sentence ends."""
        return self.reading.closes[self.reading.sentence] + PAD

    @cached_property
    def order(self) -> Ints:
        """How many mentions of its sentence stand before it."""
        return self._every - self._head

    @cached_property
    def actors(self) -> Ints:
        """How many bodies and places of its sentence stand before it."""
        return self.before(PLACE, 1)[self._every] - self.before(PLACE, 1)[self._head]

    @cached_property
    def fresh(self) -> Bools:
        """Whether its entity is named here for the first time."""
        fresh = np.zeros(len(self.reading), dtype=np.bool_)
        fresh[np.unique(self.reading.entity, return_index=True)[1]] = True
        return fresh

    @cached_property
    def spelled(self) -> Spelled:
        """The name of its entity."""
        ends = np.cumsum([len(name) for name in self.reading.names])
        starts = np.concatenate([[0], ends[:-1]])
        codes = np.array([ord(letter) for name in self.reading.names for letter in name], dtype=np.int64)
        return Spelled(Rolling(codes), starts[self.reading.entity], ends[self.reading.entity])

    @cached_property
    def endings(self) -> Ints:
        """(mentions, 3): the last, last but one and first character of the entity's name."""
        ends = [(ord(name[-1]), ord(name[-2:][0]), ord(name[0])) for name in self.reading.names]
        return np.array(ends, dtype=np.int64).reshape(-1, 3)[self.reading.entity]

    def before(self, kind: int, least: int | None = None) -> Ints:
        """For 0 to all mentions how many of the first ones have a class from `least` (or just `kind`) to `kind`."""
        chosen = (self.reading.kind <= kind) & (self.reading.kind >= (kind if least is None else least))
        return np.concatenate([[0], np.cumsum(chosen)])

    def marks(self, marks: str) -> Ints:
        """For each place how many of these characters stand before it."""
        return np.concatenate([[0], np.cumsum(sum(self.codes == ord(mark) for mark in marks))])

    @cached_property
    def _every(self) -> Ints:
        return np.arange(len(self.reading))

    @cached_property
    def _head(self) -> Ints:
        """The first mention of its sentence."""
        sentence = self.reading.sentence
        return first_by(sentence, np.ones(len(sentence), dtype=np.bool_), int(sentence.max(initial=0)) + 1)[sentence]


def surroundings(reading: Reading) -> Surroundings:
    """Lay out the neighbourhood of every mention; the reading must hold at least one."""
    codes = np.pad(reading.codes, PAD, constant_values=ord(" "))
    at = reading.at + PAD
    gap = np.diff(at) - 1
    joined = (gap == 0) | ((gap == 1) & np.isin(codes[at[:-1] + 1], _JOINTS))
    group = np.concatenate([[0], np.cumsum(~joined)])
    size = np.bincount(group)
    last = np.cumsum(size) - 1
    return Surroundings(reading, codes, Rolling(codes), group, (last - size + 1)[group], last[group])
