"""What is counted and read between two mentions."""

import numpy as np
import pytest
from extract.relations.paired import paired
from extract.relations.stated import reading

from kg.extract.relations.between import Between, between
from kg.extract.relations.hashing import Rolling
from kg.extract.relations.reading import ORGANIZATION, PERSON, PLACE, PROGRAMME
from kg.extract.relations.surroundings import PAD, surroundings


def gap(source: str, left: int = 0, right: int | None = None) -> Between:
    """The gap between two mentions, the first and the last if not said otherwise."""
    found = reading(source)
    return between(surroundings(found), paired(left, len(found) - 1 if right is None else right))


def within(source: str, left: int = 0, right: int | None = None) -> str:
    """The text of the gap."""
    found = gap(source, left, right)
    return reading(source).skeleton[int(found.start[0]) - PAD : int(found.end[0]) - PAD]


def hashed(text: str) -> int:
    codes = np.array([ord(letter) for letter in text], dtype=np.int64)
    return int(Rolling(codes).slices(0, len(codes)))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("⟦O|区委⟧举办⟦P|读书节⟧", "举办"),
        ("⟦O|甲局⟧、⟦O|乙局⟧和⟦O|丙局⟧举办⟦P|读书节⟧", "举办"),
        ("⟦O|区委⟧举办⟦P|读书节⟧与⟦P|书画展⟧", "举办"),
        ("⟦L|安远市⟧⟦L|东川区⟧举办⟦P|读书节⟧", "举办"),
        ("⟦L|安远市⟧⟦L|东川区⟧", ""),
    ],
)
def test_the_gap_runs_from_list_to_list(source: str, expected: str) -> None:
    assert within(source) == expected


def test_the_gap_inside_a_list_runs_from_name_to_name() -> None:
    source = "⟦O|甲局⟧、⟦O|乙局⟧和⟦O|丙局⟧举办⟦P|读书节⟧"
    assert within(source, 0, 1) == "、"
    assert gap(source, 0, 2).grouped.tolist() == [True]
    assert gap(source, 2, 3).grouped.tolist() == [False]


def test_marks_between_the_two_are_counted_and_those_around_them_are_not() -> None:
    found = gap("，；⟦O|区委⟧、一，二；三。四，五⟦P|读书节⟧，、；。")
    counts = (found.commas, found.enumeration, found.semicolons, found.stops)
    assert [int(each[0]) for each in counts] == [2, 1, 1, 1]


def test_counts_are_capped() -> None:
    found = gap("⟦O|区委⟧" + "一，、；。" * 9 + "⟦P|读书节⟧")
    counts = (found.commas, found.enumeration, found.semicolons, found.stops, found.sentences)
    assert [int(each[0]) for each in counts] == [4, 4, 2, 4, 4]


def test_mentions_between_the_two_are_counted_by_class_without_the_two_themselves() -> None:
    found = gap("⟦O|区委⟧在⟦L|公园⟧和⟦O|学校⟧请⟦N|李明⟧看⟦L|展馆⟧办⟦P|读书节⟧")
    counts = {kind: int(row[0]) for kind, row in found.mentions.items()}
    assert counts == {ORGANIZATION: 1, PLACE: 2, PROGRAMME: 0, PERSON: 1}
    assert found.bodies.tolist() == [3]


@pytest.mark.parametrize(
    ("source", "sentences", "near"),
    [
        ("⟦O|区委⟧办⟦P|读书节⟧。", 0, True),
        ("⟦O|区委⟧部署。办⟦P|读书节⟧。", 1, True),
        ("⟦O|区委⟧部署。春天到了。办⟦P|读书节⟧。", 2, False),
    ],
)
def test_neighbouring_sentences_are_near_and_others_are_not(source: str, sentences: int, near: bool) -> None:
    found = gap(source)
    assert (found.sentences.tolist(), found.near.tolist()) == ([sentences], [near])


def test_a_line_break_parts_paragraphs_but_not_articles() -> None:
    together, apart = gap("⟦O|区委⟧部署。办⟦P|读书节⟧。"), gap("⟦O|区委⟧部署。\n办⟦P|读书节⟧。")
    assert [bool(each.paragraph[0]) for each in (together, apart)] == [True, False]
    assert apart.article.tolist() == [True]


@pytest.mark.parametrize(
    ("between_them", "expected"),
    [
        ("联合举办", hashed("联合举办")),
        ("", 0),
        ("一二三四五六七八九十", hashed("一二三四五六七八九十")),
        ("一二三四五六七八九十百", 1),
        ("好。办", 1),
    ],
)
def test_only_a_short_gap_in_one_sentence_is_read_whole(between_them: str, expected: int) -> None:
    found = gap(f"⟦O|区委⟧{between_them}⟦P|读书节⟧")
    assert found.whole(found.start, found.end).tolist() == [expected]


def test_the_last_characters_are_those_before_the_right_mention_and_none_where_the_gap_is_shorter() -> None:
    found = gap("⟦O|区委⟧联合举办⟦P|读书节⟧举行")
    assert [int(found.final(size)[0]) for size in (1, 2, 4, 5)] == [hashed("办"), hashed("举办"), hashed("联合举办"), 0]
