"""Annotated texts as examples for the classifiers of relations."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from kg.documents.articles import articles
from kg.documents.repair import Repaired, repair
from kg.documents.sentences import sentences
from kg.extract.relations.candidates import Pairs, candidates
from kg.extract.relations.cues import cues
from kg.extract.relations.facts import Facts, Floats
from kg.extract.relations.features import features
from kg.extract.relations.hashing import Hashes, Rolling
from kg.extract.relations.links import symmetric
from kg.extract.relations.pair_model import POSTS, fitting, outcomes, relations
from kg.extract.relations.reading import Bools, Ints, Reading, read
from kg.train.annotation import AnnotatedText, GoldRelation

# A pair is meant by an annotation if it stands as near to the quoted evidence as the nearest, give or take this.
_SLACK = 2

Fact = tuple[str, str, str]
Quote = tuple[int, int]


@dataclass(frozen=True)
class Example:
    """One text. `target` (pairs, outcomes) is what its pairs state; `weight` is 0 where that is not known or cannot be.

    `gold` holds the facts (relation, head name, tail name) of the text but for posts, symmetric ones both ways.
    """

    name: str
    reading: Reading
    pairs: Pairs
    features: Hashes
    fits: Bools
    target: Floats
    weight: Floats
    gold: frozenset[Fact]

    def truth(self, facts: Facts) -> Ints:
        """For each fact 1 if the text states it, 0 if not, -1 if a name alone tells as much."""
        rows = zip(facts.relation.tolist(), facts.head.tolist(), facts.tail.tolist(), strict=True)
        return np.array([self._true(*row) for row in rows], dtype=np.int64)

    def _true(self, relation: int, head: int, tail: int) -> int:
        names, areas = self.reading.names, self.reading.areas
        if (relations()[relation], names[head], names[tail]) in self.gold:
            return 1
        # 河西区民政局 is in 河西区: welcome, but neither right nor wrong.
        return -1 if tail in areas[head] or head in areas[tail] else 0


def example(text: AnnotatedText) -> Example:
    """Lay out the mentions and entities of the annotation, and mark the pairs that its relations mean."""
    page = repair(text.text)
    rows = [(page.repaired(mention.start, mention.end), mention) for mention in text.mentions]
    kept = sorted((start, end, mention.type, mention.name) for (start, end), mention in rows if start < end)
    spans, names = [row[:3] for row in kept], [row[3] for row in kept]
    reading = read(page.text, sentences(page.text), articles(page.text), spans, names, {name: name for name in names})
    pairs = candidates(reading, clues := cues(reading, Rolling(reading.codes)))
    fits = fitting()[reading.kind[pairs.left], reading.kind[pairs.right]]
    target, weight = np.zeros(fits.shape, np.float32), fits.astype(np.float32)
    for relation in text.relations:
        if relation.type != POSTS:
            _mark(relation, _quoted(text, page, relation), reading, pairs, target, weight)
    gold = frozenset(fact for each in text.relations if each.type != POSTS for fact in _facts(each))
    return Example(text.name, reading, pairs, features(reading, clues, pairs), fits, target, weight, gold)


def _facts(relation: GoldRelation) -> Iterator[Fact]:
    yield relation.type, relation.head, relation.tail
    if relation.type in symmetric():
        yield relation.type, relation.tail, relation.head


def _quoted(text: AnnotatedText, page: Repaired, relation: GoldRelation) -> Quote | None:
    """Where the evidence stands in repaired text, however it is spaced."""
    places = [place for place, letter in enumerate(text.text) if not letter.isspace()]
    quote = "".join(relation.evidence.split())
    start = "".join(text.text[place] for place in places).find(quote)
    return page.repaired(places[start], places[start + len(quote) - 1] + 1) if quote and start >= 0 else None


def _mark(
    relation: GoldRelation, quote: Quote | None, reading: Reading, pairs: Pairs, target: Floats, weight: Floats
) -> None:
    """Set the target of the pairs nearest to the evidence; other pairs of the two are not judged by it."""
    cells = [cell for fact in _facts(relation) for cell in _cells(fact, reading, pairs)]
    away = [_distance(reading, int(pairs.left[pair]), int(pairs.right[pair]), quote) for pair, _ in cells]
    for cell, distance in zip(cells, away, strict=True):
        if distance <= min(away) + _SLACK:
            target[cell] = 1
        elif not target[cell]:
            weight[cell] = 0


def _cells(fact: Fact, reading: Reading, pairs: Pairs) -> Iterator[tuple[int, int]]:
    """The (pair, outcome) that could mean a fact."""
    relation, *names = fact
    ends = [np.array([name == wanted for name in reading.names])[reading.entity] for wanted in names]
    for place, outcome in enumerate(outcomes()):
        if relations()[outcome.relation] == relation:
            left, right = reversed(ends) if outcome.backward else ends
            yield from ((pair, place) for pair in np.flatnonzero(left[pairs.left] & right[pairs.right]).tolist())


def _distance(reading: Reading, left: int, right: int, quote: Quote | None) -> int:
    """How far two mentions stand from the evidence, or from each other where it is not found."""
    if quote is None:
        return int(reading.start[right] - reading.end[left])
    away = (max(0, quote[0] - int(reading.end[one]), int(reading.start[one]) - quote[1]) for one in (left, right))
    return sum(away) + int(reading.sentence[left] != reading.sentence[right])
