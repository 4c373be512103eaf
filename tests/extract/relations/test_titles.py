"""Patterns of titles, each tried on a skeleton."""

import re

import pytest
from extract.relations.stated import reading

from kg.extract.relations.titles import (
    APPOINTING,
    AREA_TITLE,
    BARE,
    BEHIND_NAME,
    FURTHER,
    OF_ORGAN,
    TITLED,
    TITLED_AHEAD,
)

BODY, PERSON = "⟦O|区委⟧", "⟦N|李明⟧"


def title(match: re.Match[str] | None) -> str | None:
    return match["title"] if match else None


def skeleton(source: str) -> str:
    return reading(source).skeleton


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        ("局长", "局长"),
        ("党组书记、局长", "党组书记、局长"),
        ("（筹）主任", "主任"),
        ("选派的医生", "医生"),
        ("分管日常工作的副书记", "分管日常工作的副书记"),
        ("副县长（挂职）", "副县长（挂职）"),
        ("副主任同志", "副主任"),
    ],
)
def test_a_title_stands_between_body_and_name(between: str, expected: str) -> None:
    assert title(TITLED.fullmatch(between)) == expected


@pytest.mark.parametrize("between", ["", "的", "邀请专家", "记者", "举办书展，局长", "局长说", "2名干部"])
def test_a_sentence_or_nothing_is_no_title(between: str) -> None:
    assert TITLED.fullmatch(between) is None


@pytest.mark.parametrize(("between", "joint"), [("书记、", "、"), ("书记和", "和"), ("书记兼", "兼"), ("书记", None)])
def test_a_row_of_posts_goes_on_behind_a_joining_mark(between: str, joint: str | None) -> None:
    match = TITLED.fullmatch(between)
    assert match is not None
    assert match["joint"] == joint


@pytest.mark.parametrize(
    ("behind", "expected"),
    [("局长。", "局长"), ("的局长，", "局长"), ("局长", "局长"), ("局长（女）；", "局长"), (f"主任{BODY}常委", "主任")],
)
def test_a_title_ahead_ends_where_the_statement_does(behind: str, expected: str) -> None:
    assert title(TITLED_AHEAD.match(skeleton(BODY + behind))) == expected


@pytest.mark.parametrize("behind", ["局长办公会。", "邀请专家。", "。局长"])
def test_a_title_ahead_does_not_end_inside_a_word(behind: str) -> None:
    assert TITLED_AHEAD.match(skeleton(BODY + behind)) is None


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        ("为", True),
        ("（女，回族）为", True),
        ("，男，1975年生，现任", True),
        (f"、{PERSON}为", True),
        ("（", True),
        ("到", False),
        ("，男。现任", False),
        (f"，男，与{PERSON}曾任", False),
    ],
)
def test_an_appointment_leads_from_a_name_to_the_body(between: str, expected: bool) -> None:
    text = skeleton(f"{PERSON}{between}{BODY}")
    match = APPOINTING.match(text, 1)
    assert (match is not None and match.end() == len(text) - 1) is expected


@pytest.mark.parametrize(
    ("before", "noun", "expected"),
    [
        ("走进大厅，馆长", "", "馆长"),
        ("会上，公司总经理", "公司", "总经理"),
        ("会上，党委书记、局长", "", "党委书记、局长"),
    ],
)
def test_a_bare_title_ends_where_the_name_begins(before: str, noun: str, expected: str) -> None:
    match = BARE.search(before)
    assert match is not None
    assert (match["noun"], match["title"]) == (noun, expected)


def test_no_bare_title_where_the_text_goes_on_before_the_name() -> None:
    assert BARE.search("馆长和") is None


@pytest.mark.parametrize(("behind", "expected"), [("馆长说", "馆长"), ("副馆长，", "副馆长"), ("馆长办公室", None)])
def test_a_title_behind_a_name_is_followed_by_speech_or_a_mark(behind: str, expected: str | None) -> None:
    assert title(BEHIND_NAME.match(behind)) == expected


@pytest.mark.parametrize(("between", "expected"), [("、", "、"), ("，兼任", "，兼任"), ("", ""), ("到", "")])
def test_further_posts_are_joined_by_a_mark_and_a_verb(between: str, expected: str) -> None:
    match = FURTHER.match(between)
    assert match is not None
    assert match[0] == expected


def test_heads_of_areas_are_told_by_the_end_of_the_title() -> None:
    assert AREA_TITLE.search("常务副区长")
    assert AREA_TITLE.search("副区长（挂职）")
    assert not AREA_TITLE.search("区长助理")
    assert not AREA_TITLE.search("局长")


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ("办事处主任", ("办事处", "主任")),
        ("人大工委副主任", ("人大工委", "副主任")),
        ("组织部部长", None),
        ("办公室主任", None),
        ("书记", None),
    ],
)
def test_a_listed_title_may_name_a_body_of_its_own(listed: str, expected: tuple[str, str] | None) -> None:
    match = OF_ORGAN.fullmatch(listed)
    assert (match and (match["organ"], match["title"])) == expected
