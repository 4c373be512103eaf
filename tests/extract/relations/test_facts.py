"""Pairs of mentions gathered into facts between entities."""

import numpy as np
from extract.relations.stated import reading

from kg.extract.relations.candidates import Pairs, candidates
from kg.extract.relations.cues import cues
from kg.extract.relations.facts import UNLIKELY, Facts, Outcome, facts
from kg.extract.relations.hashing import Rolling

RELATIONS = ("cooperatesWith", "organizes")
OUTCOMES = (Outcome(0, False), Outcome(1, False), Outcome(1, True))
SOURCE = "⟦O|甲局⟧办⟦P|节⟧。⟦O|乙局⟧办⟦P|节⟧。⟦P|节⟧由⟦O|甲局⟧办。"


def gather(scores: dict[tuple[str, str, int], float]) -> tuple[list[tuple[str, str, str]], Facts]:
    found = reading(SOURCE)
    pairs: Pairs = candidates(found, cues(found, Rolling(found.codes)))
    table = np.full((len(pairs), len(OUTCOMES)), -np.inf, dtype=np.float32)
    names = [found.names[entity] for entity in found.entity]
    for row, (left, right) in enumerate(zip(pairs.left, pairs.right, strict=True)):
        for outcome in range(len(OUTCOMES)):
            table[row, outcome] = scores.get((names[left], names[right], outcome), -np.inf)
    gathered = facts(found, pairs, table, RELATIONS, OUTCOMES)
    rows = zip(gathered.relation, gathered.head, gathered.tail, strict=True)
    return [(RELATIONS[kind], found.names[head], found.names[tail]) for kind, head, tail in rows], gathered


def test_both_directions_of_text_give_one_fact() -> None:
    told, found = gather({("甲局", "节", 1): 1.0, ("节", "甲局", 2): 3.0})
    assert told == [("organizes", "甲局", "节")]
    assert found.backward.tolist() == [True]


def test_a_symmetric_relation_is_one_fact_whoever_stands_first() -> None:
    told, _ = gather({("甲局", "乙局", 0): 1.0, ("乙局", "甲局", 0): 2.0})
    assert told == [("cooperatesWith", "甲局", "乙局")]


def test_rivals_are_seen() -> None:
    told, found = gather({("甲局", "节", 1): 1.0, ("乙局", "节", 1): 3.0})
    rival = found.figures[:, len(RELATIONS) + 2]
    assert dict(zip(told, rival.tolist(), strict=True)) == {
        ("organizes", "甲局", "节"): 3.0,
        ("organizes", "乙局", "节"): 1.0,
    }


def test_what_is_unlikely_is_no_fact() -> None:
    told, found = gather({("甲局", "节", 1): UNLIKELY - 1})
    assert told == []
    assert len(found.figures) == 0
