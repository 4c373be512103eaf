"""Which body a title without one belongs to."""

import pytest
from extract.relations.stated import reading

from kg.extract.relations.bodies import area_of, body_of, fits, longest_ending, of_party, organ_of


def body(source: str, title: str, noun: str = "") -> tuple[int, str] | None:
    """Number and name of the mention that a title of the last mention goes with."""
    found = reading(source)
    mention = body_of(found, len(found) - 1, title, noun)
    return None if mention is None else (mention, found.names[found.entity[mention]])


@pytest.mark.parametrize(
    ("source", "title", "noun", "expected"),
    [
        ("⟦O|县图书馆⟧和⟦O|县档案馆⟧开放。馆长⟦N|李明⟧", "馆长", "", (1, "县档案馆")),
        ("⟦O|县图书馆⟧和⟦O|县小学⟧开放。馆长⟦N|李明⟧", "馆长", "", (0, "县图书馆")),
        ("⟦O|县医院⟧与⟦O|晨光公司⟧签约。公司主任⟦N|李明⟧", "主任", "公司", (1, "晨光公司")),
        # the longer ending of the title decides: 实验室主任 is no 主任 of just anything
        ("⟦O|重点实验室⟧与⟦O|县医院⟧签约。实验室主任⟦N|李明⟧", "实验室主任", "", (0, "重点实验室")),
    ],
)
def test_the_nearest_body_before_that_fits_is_meant(
    source: str, title: str, noun: str, expected: tuple[int, str]
) -> None:
    assert body(source, title, noun) == expected


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("⟦O|县小学⟧开学。馆长⟦N|李明⟧", "馆长"),
        ("⟦P|县图书馆⟧开学。馆长⟦N|李明⟧", "馆长"),
        ("⟦O|县图书馆⟧开放。主任⟦N|李明⟧", "主任"),
        ("⟦O|县图书馆⟧开放。" + "春天到了。" * 4 + "馆长⟦N|李明⟧", "馆长"),
        ("甲会议召开\n⟦O|县图书馆⟧开放。\n乙活动举行\n近日，馆长⟦N|李明⟧出席。", "馆长"),
        ("⟦L|东川区⟧丰收。县长⟦N|李明⟧", "县长"),
    ],
)
def test_no_body_is_guessed_that_does_not_fit_or_was_not_named_lately(source: str, title: str) -> None:
    assert body(source, title) is None


def test_a_body_named_four_sentences_before_is_still_in_mind() -> None:
    assert body("⟦O|县图书馆⟧开放。" + "春天到了。" * 3 + "馆长⟦N|李明⟧", "馆长") == (0, "县图书馆")


def test_a_head_of_government_belongs_to_the_area_of_that_rank_that_is_spoken_of_most() -> None:
    source = "⟦L|北山县⟧和⟦L|东川县⟧的⟦O|东川县民政局⟧、⟦L|安远市⟧、⟦L|北山镇⟧丰收。县长⟦N|李明⟧"
    assert body(source, "副县长") == (1, "东川县")
    assert body(source, "市长") == (3, "安远市")


def test_of_several_mentions_of_the_area_the_nearest_before_the_person_is_taken() -> None:
    assert body("⟦L|东川县⟧丰收。⟦L|东川县⟧丰收。县长⟦N|李明⟧", "县长") == (1, "东川县")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("⟦L|东川区⟧召开会议，⟦O|区委|东川区委⟧副书记、区长⟦N|李明⟧", 0),
        ("⟦O|区委|东川区委⟧副书记、区长⟦N|李明⟧到⟦L|东川区⟧", 2),
        ("⟦L|太平镇⟧召开会议，⟦O|太平镇党委⟧书记、镇长⟦N|李明⟧", 0),
        ("⟦L|西山区⟧召开会议，⟦O|区委|东川区委⟧副书记、区长⟦N|李明⟧", None),
        ("⟦L|东川区⟧召开会议，⟦O|东川区民政局⟧局长⟦N|李明⟧", None),
    ],
)
def test_a_party_organ_stands_for_its_area_if_the_text_names_it(source: str, expected: int | None) -> None:
    found = reading(source)
    names = [found.names[entity] for entity in found.entity]
    organ = next(number for number, name in enumerate(names) if name.endswith(("委", "局")))
    assert area_of(found, organ, names.index("李明")) == expected


def test_a_place_is_no_party_organ_whatever_its_name_ends_with() -> None:
    assert area_of(reading("⟦L|东川区⟧的⟦L|东川区委⟧有⟦N|李明⟧"), 1, 2) is None


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("⟦O|太平街道党工委⟧书记⟦N|李明⟧到⟦O|太平街道办事处⟧", 2),
        ("⟦O|太平街道党工委⟧书记⟦N|李明⟧到⟦O|南门街道办事处⟧", None),
        ("⟦O|太平街道妇联⟧主席⟦N|李明⟧到⟦O|太平街道办事处⟧", None),
    ],
)
def test_a_body_beside_a_party_organ_is_of_the_same_area(source: str, expected: int | None) -> None:
    assert organ_of(reading(source), 0, 1, "办事处") == expected


def test_party_organs_are_told_by_class_and_name() -> None:
    found = reading("⟦O|东川区委⟧、⟦O|前村党支部⟧、⟦O|东川区政府⟧、⟦L|北委⟧、⟦N|李明⟧")
    assert [of_party(found, number) for number in range(4)] == [True, True, False, False]


@pytest.mark.parametrize(
    ("name", "title", "expected"),
    [
        ("县图书馆", "副馆长", True),
        ("县小学", "馆长", False),
        ("重点实验室", "实验室主任", True),
        ("县医院", "实验室主任", False),
        ("县医院", "志愿者", True),
    ],
)
def test_a_title_that_is_bound_to_a_kind_of_body_fits_no_other(name: str, title: str, expected: bool) -> None:
    assert fits(name, title) is expected


def test_the_longest_ending_wins_and_a_beginning_is_no_ending() -> None:
    assert longest_ending(["局长", "长", "区长"], "副局长") == "局长"
    assert longest_ending(["主任"], "主任助理") is None
    assert longest_ending([], "主任") is None
