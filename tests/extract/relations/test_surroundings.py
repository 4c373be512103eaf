"""Where mentions stand among each other."""

import numpy as np
import pytest
from extract.relations.stated import reading
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.relations.hashing import Rolling
from kg.extract.relations.reading import ORGANIZATION, PERSON, PLACE
from kg.extract.relations.surroundings import Surroundings, surroundings

JOINTS, OTHERS = ["", "、", "和", "与", "及", "同"], ["，", "。", "举办", "、和", "的", "\n"]


def scene(source: str) -> Surroundings:
    return surroundings(reading(source))


def hashes(*names: str) -> list[int]:
    codes = [np.array([ord(letter) for letter in name], dtype=np.int64) for name in names]
    return [int(Rolling(each).slices(0, len(each))) for each in codes]


@settings(deadline=None)
@given(st.lists(st.sampled_from(JOINTS + OTHERS), max_size=12))
def test_a_group_ends_where_more_than_one_joining_mark_stands(gaps: list[str]) -> None:
    found = scene("⟦O|甲局⟧" + "".join(f"{gap}⟦O|乙局⟧" for gap in gaps))
    expected = [0]
    for gap in gaps:
        expected.append(expected[-1] + (gap in OTHERS))
    assert found.group.tolist() == expected
    assert found.first.tolist() == [expected.index(number) for number in expected]
    assert found.last.tolist() == [len(expected) - 1 - expected[::-1].index(number) for number in expected]


def test_names_are_counted_anew_in_each_sentence() -> None:
    found = scene("⟦N|李明⟧到⟦L|东川区⟧看⟦O|学校⟧办⟦P|读书节⟧。⟦O|区委⟧请⟦N|李明⟧。")
    assert found.order.tolist() == [0, 1, 2, 3, 0, 1]
    assert found.actors.tolist() == [0, 0, 1, 2, 0, 1]


def test_an_entity_is_fresh_once_by_whatever_name() -> None:
    assert scene("⟦L|东川|东川区⟧、⟦O|区委⟧、⟦L|东川区⟧、⟦O|区委⟧").fresh.tolist() == [True, True, False, False]


def test_offsets_point_into_the_padded_text() -> None:
    found = scene("今天⟦O|区委⟧部署。⟦O|学校⟧开学。")
    symbols = [chr(code) for code in found.codes[found.at]]
    assert symbols == [found.reading.skeleton[at] for at in found.reading.at]
    assert [chr(code) for code in found.codes[found.opens]] == ["今", symbols[1]]
    assert [chr(code) for code in found.codes[found.closes - 1]] == ["。", "。"]


def test_no_context_of_the_first_and_last_name_reaches_out_of_the_text() -> None:
    found = scene("⟦O|区委⟧")
    assert found.text.slices(found.at - 4, found.at).tolist() == hashes("    ")
    assert found.text.slices(found.at + 1, found.at + 5).tolist() == hashes("    ")


def test_a_name_is_spelled_as_its_entity_is_called_and_not_as_it_is_printed() -> None:
    found = scene("⟦O|区委|东川区委⟧、⟦L|川⟧").spelled
    assert found.whole().tolist() == hashes("东川区委", "川")
    assert found.initial(2).tolist() == hashes("东川", "川")
    assert found.final(3).tolist() == hashes("川区委", "川")


def test_the_ends_of_names_of_one_character_are_that_character() -> None:
    assert [[chr(code) for code in row] for row in scene("⟦O|东川区委⟧、⟦L|川⟧").endings] == [
        ["委", "区", "东"],
        ["川", "川", "川"],
    ]


@pytest.mark.parametrize(
    ("kind", "least", "expected"),
    [(PLACE, None, [0, 0, 1, 1, 2]), (PLACE, ORGANIZATION, [0, 1, 2, 2, 3]), (PERSON, None, [0, 0, 0, 1, 1])],
)
def test_mentions_before_each_are_counted_by_class(kind: int, least: int | None, expected: list[int]) -> None:
    assert scene("⟦O|区委⟧、⟦L|东川⟧、⟦N|李明⟧、⟦L|公园⟧").before(kind, least).tolist() == expected


def test_marks_are_counted_before_each_place_and_any_of_them_counts() -> None:
    found = scene("⟦O|区委⟧，好,好、⟦P|读书节⟧，")
    sums = found.marks("，,")
    assert sums[found.at].tolist() == [0, 2]
    assert sums[-1] == 3
