"""What stands between the two mentions of each pair."""

from dataclasses import dataclass

import numpy as np

from kg.extract.relations.candidates import Pairs
from kg.extract.relations.hashing import Hashes, Rolling
from kg.extract.relations.reading import ORGANIZATION, PERSON, PLACE, PROGRAMME, Bools, Ints
from kg.extract.relations.surroundings import Surroundings

# Longer gaps are never the same twice.
_LONGEST = 10


@dataclass(frozen=True)
class Between:
    """One entry a pair. The gap runs from `start` to `end` (padded skeleton), from list to list if the two stand in
    different ones; `grouped` if they stand in the same.

    Counts are capped: `commas`, `enumeration` marks, `semicolons` and full `stops` between them, `sentences` from one
    to the other, `mentions` by class and `bodies` (organizations and places). `paragraph` and `article` tell whether
    they share one, `near` whether their sentences touch.
    """

    text: Rolling
    start: Ints
    end: Ints
    grouped: Bools
    commas: Ints
    enumeration: Ints
    semicolons: Ints
    stops: Ints
    sentences: Ints
    paragraph: Bools
    article: Bools
    mentions: dict[int, Ints]

    @property
    def near(self) -> Bools:
        """Whether the two stand in one sentence or in neighbouring ones."""
        return self.sentences <= 1

    @property
    def bodies(self) -> Ints:
        """Organizations and places between the two."""
        return self.mentions[ORGANIZATION] + self.mentions[PLACE]

    def whole(self, start: Ints, end: Ints) -> Hashes:
        """The hash of a short stretch within one sentence, 1 for any other."""
        short = (end - start <= _LONGEST) & (self.sentences == 0)
        return np.where(short, self.text.slices(start, np.where(short, end, start)), np.uint64(1))

    def final(self, size: int) -> Hashes:
        """The hash of the last characters of the gap, 0 if it is shorter."""
        return self.text.slices(np.where(self.end - self.start >= size, self.end - size, self.end), self.end)


def between(scene: Surroundings, pairs: Pairs) -> Between:
    """Lay out the gap of each pair."""
    reading, left, right = scene.reading, pairs.left, pairs.right
    grouped = scene.group[left] == scene.group[right]
    start = np.where(grouped, scene.at[left], scene.at[scene.last[left]]) + 1
    end = np.where(grouped, scene.at[right], scene.at[scene.first[right]])

    def count(marks: str, cap: int) -> Ints:
        sums = scene.marks(marks)
        counted: Ints = np.minimum(sums[scene.at[right]] - sums[scene.at[left]], cap)
        return counted

    sums = {kind: scene.before(kind) for kind in (ORGANIZATION, PLACE, PROGRAMME, PERSON)}
    return Between(
        text=scene.text,
        start=start,
        end=np.maximum(start, end),
        grouped=grouped,
        commas=count("，,", 4),
        enumeration=count("、", 4),
        semicolons=count("；;", 2),
        stops=count("。", 4),
        sentences=np.minimum(reading.sentence[right] - reading.sentence[left], 4),
        paragraph=reading.paragraph[left] == reading.paragraph[right],
        article=reading.article[left] == reading.article[right],
        mentions={kind: np.minimum(row[right] - row[left + 1], 3) for kind, row in sums.items()},
    )
