"""Common nouns and what they stand for."""

import pytest
from extract.relations.stated import reading

from kg.extract.relations.cues import cues
from kg.extract.relations.hashing import Rolling


def referent(source: str) -> str | None:
    """What the common noun before the last mention stands for."""
    found = reading(source)
    mention = int(cues(found, Rolling(found.codes)).before.referent[-1])
    return None if mention < 0 else found.names[found.entity[mention]]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("⟦O|晨光科技公司⟧与⟦O|东川小学⟧签约。公司开展⟦P|助老行动⟧", "晨光科技公司"),
        ("⟦O|晨光科技公司⟧与⟦O|东川小学⟧签约。学校开展⟦P|助老行动⟧", "东川小学"),
        ("⟦L|东川区⟧⟦L|太平镇⟧丰收。镇里开展⟦P|助老行动⟧", "太平镇"),
        ("⟦L|东川区⟧丰收。镇里开展⟦P|助老行动⟧", None),
        ("⟦O|晨光科技公司⟧的公司。开展⟦P|助老行动⟧", None),
        ("⟦O|晨光科技公司⟧开展⟦P|助老行动⟧", None),
    ],
)
def test_a_common_noun_of_the_sentence_stands_for_the_nearest_fitting_name(source: str, expected: str | None) -> None:
    assert referent(source) == expected


def test_triggers_are_found_outside_names_only() -> None:
    found = reading("⟦P|携手大赛⟧由⟦O|区委⟧携手")
    clues = cues(found, Rolling(found.codes))
    assert (clues.trigger >= 0).nonzero()[0].tolist() == [3]
    assert clues.length[3] == 2
