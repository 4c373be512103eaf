"""What a text states between its mentions: posts by rule, all other relations by trained classifiers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from kg.extract.relations.calibration import load_calibration
from kg.extract.relations.candidates import Pairs, candidates
from kg.extract.relations.cues import cues
from kg.extract.relations.facts import Facts, Floats, facts
from kg.extract.relations.features import features
from kg.extract.relations.hashing import Rolling
from kg.extract.relations.links import Link, best_links, evidence
from kg.extract.relations.pair_model import fitting, load_model, outcomes, relations
from kg.extract.relations.posts import post_links
from kg.extract.relations.reading import Reading, read
from kg.model import Article

BY_MODEL = "pair-model"
# What is part of one whole is not at the same time part of another; the likelier whole is kept.
_OF_ONE_WHOLE = ("subOrganizationOf", "subProgrammeOf")


def relate(
    text: str,
    sentences: Sequence[tuple[int, int]],
    articles: Sequence[Article],
    spans: Sequence[tuple[int, int, str]],
    entity_of: Sequence[str],
    names: Mapping[str, str],
) -> list[Link]:
    """The relations that repaired text states, each fact once, in reading order.

    `spans` are sorted (start, end, class), `entity_of` holds the entity of each, `names` the canonical names; links
    count spans. A link's evidence is one sentence, or two neighbouring ones when its ends stand in both.
    """
    if len(spans) < 2:
        return []
    reading = read(text, sentences, articles, spans, entity_of, names)
    links = best_links([*post_links(reading, sentences), *_stated(reading, sentences)], entity_of)
    return [told for link in links if (told := _calibrated(link))]


def likely_facts(reading: Reading) -> tuple[Pairs, Facts]:
    """All facts that are not unlikely, with the pairs of mentions that they are read from."""
    pairs = candidates(reading, clues := cues(reading, Rolling(reading.codes)))
    fits = fitting()[reading.kind[pairs.left], reading.kind[pairs.right]]
    scores = load_model().regression.scores(features(reading, clues, pairs), fits)
    return pairs, facts(reading, pairs, scores, relations(), outcomes())


def _stated(reading: Reading, sentences: Sequence[tuple[int, int]]) -> Iterator[Link]:
    pairs, found = likely_facts(reading)
    chances = load_model().network.chances(found.figures)
    for number in _chosen(found, chances):
        ends = int(pairs.left[found.pair[number]]), int(pairs.right[found.pair[number]])
        head, tail = reversed(ends) if found.backward[number] else ends
        told, other = ends if reading.entity[ends[1]] == reading.home else reversed(ends)
        start, end = evidence(reading, sentences, told, other)
        name, chance = relations()[found.relation[number]], round(float(chances[number]), 3)
        yield Link(name, head, tail, None, start, end, BY_MODEL, chance)


def _calibrated(link: Link) -> Link | None:
    """The link with how sure it is for the chance that the network gives; None where that is too little."""
    if link.rule != BY_MODEL:
        return link
    calibration = load_calibration()
    confidence = calibration.confidence(link.confidence)
    return replace(link, confidence=confidence) if confidence >= calibration.least else None


def _chosen(found: Facts, chances: Floats) -> Iterator[int]:
    """The facts that are likely enough, the likeliest first."""
    single = [relations().index(name) for name in _OF_ONE_WHOLE]
    taken = set[tuple[int, int]]()
    likely = np.flatnonzero(chances >= load_model().thresholds[found.relation])
    for number in likely[np.argsort(-chances[likely], kind="stable")].tolist():
        part = int(found.relation[number]), int(found.head[number])
        if part not in taken:
            taken |= {part} if part[0] in single else set()
            yield number
