"""Trigger words around and between the two mentions of each pair."""

from dataclasses import dataclass

import numpy as np

from kg.extract.relations.between import Between
from kg.extract.relations.candidates import Pairs
from kg.extract.relations.cues import Cues
from kg.extract.relations.hashing import Hashes, Rolling
from kg.extract.relations.reading import Bools, Ints
from kg.extract.relations.surroundings import PAD, Surroundings


@dataclass(frozen=True, slots=True)
class Trigger:
    """One entry a pair: where the nearest trigger on a side begins (0: none), its hash and its groups as bits."""

    place: Ints
    word: Hashes
    groups: Ints


@dataclass(frozen=True, slots=True)
class Spoken:
    """The triggers next to both mentions within their sentences. `inside`: the one before the right mention stands in
    the gap. `between` (pairs, groups): whether a trigger of the group stands in the gap.
    """

    before_left: Trigger
    behind_left: Trigger
    before_right: Trigger
    behind_right: Trigger
    inside: Bools
    between: Bools


def spoken(scene: Surroundings, clues: Cues, pairs: Pairs, gap: Between) -> Spoken:
    """The triggers of each pair; lists and chains are looked at from outside."""
    trigger = np.pad(clues.trigger, PAD, constant_values=-1)
    length = np.pad(clues.length, PAD)
    places = np.flatnonzero(trigger >= 0)
    near = _Nearest(scene.text, trigger, length, places)
    outer_left, outer_right = scene.at[scene.first], scene.at[scene.last] + 1
    before = near.before(outer_left, scene.opens)
    behind = near.behind(outer_right, scene.closes)
    before_right = _pick(before, pairs.right)
    bits = (trigger[places, None] >> np.arange(clues.groups)) & 1
    sums = np.concatenate([np.zeros((1, clues.groups), dtype=np.int64), np.cumsum(bits, axis=0)])
    first, last = np.searchsorted(places, gap.start), np.searchsorted(places, gap.end)
    return Spoken(
        before_left=_pick(before, pairs.left),
        behind_left=_pick(behind, pairs.left),
        before_right=before_right,
        behind_right=_pick(behind, pairs.right),
        inside=before_right.place >= gap.start,
        between=sums[last] > sums[first],
    )


@dataclass(frozen=True, slots=True)
class _Nearest:
    """The trigger words of a text, `places` in order."""

    text: Rolling
    trigger: Ints
    length: Ints
    places: Ints

    def before(self, offsets: Ints, opens: Ints) -> Trigger:
        """The last trigger before each offset that begins at `opens` or behind it."""
        place = np.append(self.places, 0)[np.searchsorted(self.places, offsets) - 1]
        return self._trigger(np.where((place >= opens) & (place < offsets), place, 0))

    def behind(self, offsets: Ints, closes: Ints) -> Trigger:
        """The first trigger from each offset on that begins before `closes`."""
        place = np.append(self.places, 0)[np.searchsorted(self.places, offsets)]
        return self._trigger(np.where((place >= offsets) & (place < closes), place, 0))

    def _trigger(self, place: Ints) -> Trigger:
        return Trigger(place, self.text.slices(place, place + self.length[place]), self.trigger[place])


def _pick(trigger: Trigger, mentions: Ints) -> Trigger:
    return Trigger(trigger.place[mentions], trigger.word[mentions], trigger.groups[mentions])
