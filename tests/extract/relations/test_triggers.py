"""Which trigger words stand next to the two mentions of a pair, and between them."""

import numpy as np
import pytest
from extract.relations.paired import paired
from extract.relations.stated import reading

from kg.extract.relations.between import between
from kg.extract.relations.cues import cues
from kg.extract.relations.hashing import Rolling
from kg.extract.relations.surroundings import PAD, surroundings
from kg.extract.relations.triggers import Spoken, Trigger, spoken
from kg.ontology import lexicon

GROUPS = sorted(lexicon("relations")["triggers"])


def said(source: str, left: int = 0, right: int | None = None) -> Spoken:
    found = reading(source)
    scene, pairs = surroundings(found), paired(left, len(found) - 1 if right is None else right)
    return spoken(scene, cues(found, Rolling(found.codes)), pairs, between(scene, pairs))


def hashed(word: str) -> int:
    codes = np.array([ord(letter) for letter in word], dtype=np.int64)
    return int(Rolling(codes).slices(0, len(codes)))


def named(trigger: Trigger) -> set[str]:
    """The groups of the one trigger."""
    return {group for bit, group in enumerate(GROUPS) if trigger.place[0] and int(trigger.groups[0]) >> bit & 1}


def amid(source: str) -> set[str]:
    """The groups with a trigger between the two."""
    return {group for group, there in zip(GROUPS, said(source).between[0], strict=True) if there}


def test_the_nearest_trigger_on_each_side_is_taken() -> None:
    found = said("授予召开，⟦O|区委⟧参加，实施⟦P|读书节⟧举办评选")
    sides = (found.before_left, found.behind_left, found.before_right, found.behind_right)
    assert [int(side.word[0]) for side in sides] == [hashed(word) for word in ("召开", "参加", "实施", "举办")]
    assert [PAD + place for place in (2, 6, 9, 12)] == [int(side.place[0]) for side in sides]


@pytest.mark.parametrize("source", ["举办。⟦O|区委⟧、⟦P|读书节⟧。举办", "⟦O|区委⟧、⟦P|读书节⟧"])
def test_triggers_of_other_sentences_are_not_heard(source: str) -> None:
    found = said(source)
    sides = (found.before_left, found.behind_left, found.before_right, found.behind_right)
    assert [(int(side.place[0]), int(side.word[0])) for side in sides] == [(0, 0)] * 4
    assert not found.inside.any()


def test_a_list_is_looked_at_from_outside() -> None:
    found = said("联合⟦O|甲局⟧和⟦O|乙局⟧举办⟦P|读书节⟧", 0, 2)
    assert int(found.behind_left.word[0]) == hashed("举办")
    assert int(said("联合⟦O|甲局⟧和⟦O|乙局⟧举办⟦P|读书节⟧", 1, 2).before_left.word[0]) == hashed("联合")


def test_a_trigger_before_the_right_one_is_inside_only_if_it_stands_in_the_gap() -> None:
    assert said("⟦O|区委⟧举办⟦P|读书节⟧").inside.tolist() == [True]
    assert said("举办，⟦O|区委⟧，⟦P|读书节⟧").inside.tolist() == [False]


def test_a_word_of_two_groups_speaks_for_both() -> None:
    words = lexicon("relations")["triggers"]
    assert {group for group in words if "评选" in words[group]} == named(said("⟦O|区委⟧评选⟦N|李明⟧").before_right)
    assert {group for group in words if "共建" in words[group]} == amid("⟦O|区委⟧共建⟦P|读书节⟧")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("⟦O|区委⟧实施⟦P|读书节⟧", {"run"}),
        ("举办⟦O|区委⟧，⟦P|读书节⟧举办", set()),
        ("⟦O|区委⟧实施。授予⟦P|读书节⟧", {"run", "honour"}),
        ("⟦O|区委⟧、⟦P|举办大赛⟧、⟦P|读书节⟧", set()),
    ],
)
def test_groups_between_the_two_are_those_of_the_words_in_the_gap(source: str, expected: set[str]) -> None:
    assert amid(source) == expected
