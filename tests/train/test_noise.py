"""Damaged texts: how much is damaged, and that every mention stays with its text."""

import re
from collections.abc import Callable

import pytest

from kg.train.annotation import AnnotatedText, GoldMention
from kg.train.noise import mixed_damage, wrong_characters

TEXT = "东川区文化馆——“迎春书画展”开幕。市民李小明说:“很热闹”。\n" * 10
SURFACES = {"东川区文化馆": "Organization", "迎春书画展": "Programme", "李小明": "Person"}
MENTIONS = tuple(
    GoldMention(match.start(), match.end(), kind, surface, surface)
    for surface, kind in SURFACES.items()
    for match in re.finditer(surface, TEXT)
)
PAGE = AnnotatedText("A1", TEXT, MENTIONS, ())
HAN = len(re.findall("[\u4e00-\u9fff]", TEXT))
Damage = Callable[[AnnotatedText, float, int], AnnotatedText]
KINDS = pytest.mark.parametrize("damage", [wrong_characters, mixed_damage])


@KINDS
def test_nothing_is_damaged_at_nought(damage: Damage) -> None:
    assert damage(PAGE, 0, 1) == PAGE


@KINDS
def test_the_same_seed_damages_the_same_and_another_does_not(damage: Damage) -> None:
    assert damage(PAGE, 0.1, 1) == damage(PAGE, 0.1, 1)
    assert damage(PAGE, 0.1, 1) != damage(PAGE, 0.1, 2)


@KINDS
@pytest.mark.parametrize("seed", range(5))
def test_mentions_stay_with_their_text(damage: Damage, seed: int) -> None:
    damaged = damage(PAGE, 0.3, seed)
    for before, after in zip(PAGE.mentions, damaged.mentions, strict=True):
        assert damaged.text[after.start : after.end] == after.text
        assert (after.type, after.name) == (before.type, before.name)
        assert len(re.sub(r"\s", "", after.text)) == len(before.text)
        assert after.text == after.text.strip()


def test_wrong_characters_are_as_many_as_asked_and_come_from_the_text() -> None:
    damaged = wrong_characters(PAGE, 0.1, 1)
    wrong = [(before, after) for before, after in zip(TEXT, damaged.text, strict=True) if before != after]
    assert len(wrong) == round(0.1 * HAN)
    assert {after for _, after in wrong} <= set(re.findall("[\u4e00-\u9fff]", TEXT))
    assert not {before for before, _ in wrong} & set("—“”。:\n")


def test_mixed_damage_has_every_kind() -> None:
    damaged = mixed_damage(PAGE, 0.5, 1).text
    assert re.search("[\u4e00-\u9fff] [\u4e00-\u9fff]", damaged)
    assert re.search("[\u4e00-\u9fff]\n[\u4e00-\u9fff]", damaged)
    assert "一" in damaged
    assert damaged.count("—") == TEXT.count("—") - damaged.count("一") + TEXT.count("一")
    assert damaged.count("“") + damaged.count("”") < TEXT.count("“") + TEXT.count("”")
    assert len(damaged.split("\n\n")) == 1


def test_a_text_without_other_characters_is_left_as_it_is() -> None:
    lone = AnnotatedText("A1", "大大", (), ())
    assert wrong_characters(lone, 1, 1) == lone
    assert mixed_damage(AnnotatedText("A1", "", (), ()), 1, 1).text == ""
