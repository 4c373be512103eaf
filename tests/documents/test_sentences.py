"""Sentences cover all that is printed, once, and never cross a line break."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.sentences import LONGEST, sentences


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("会议召开。要抓落实！怎么抓？", ["会议召开。", "要抓落实！", "怎么抓？"]),
        ("他说：“好！”大家鼓掌。", ["他说：“好！”", "大家鼓掌。"]),
        ("新建学校；改造小区", ["新建学校；", "改造小区"]),
        ("东川区召开大会\n 近日，大会召开。 \n", ["东川区召开大会", "近日，大会召开。"]),
        ("真的？！太好了。", ["真的？！", "太好了。"]),
        ("增长3.5%，超1.2万人", ["增长3.5%，超1.2万人"]),
        (" \n", []),
    ],
)
def test_splits_behind_enders_and_at_breaks(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_cuts_long_sentences_behind_commas_before_all() -> None:
    clause = "统筹推进学校、医院、小区各项工作落地见效，"
    assert all(piece.endswith("，") for piece in pieces(clause * 40))
    assert pieces(clause * 10 + "让学校、医院、小区受益。")[-1].endswith("，让学校、医院、小区受益。")


@pytest.mark.parametrize("item", ["李国强、", "李国强 "])
def test_cuts_long_lists_behind_an_item(item: str) -> None:
    assert all(piece.endswith(item.strip()) for piece in pieces(item * 200))


@given(st.text(alphabet="区，、。 ", min_size=LONGEST, max_size=4 * LONGEST) | st.just("区" * 5 * LONGEST))
def test_no_sentence_is_too_long_for_the_tagger(text: str) -> None:
    assert all(len(piece) <= LONGEST for piece in pieces(text))


@given(st.text(alphabet=st.sampled_from("区。！？；，”’） \n\u3000a")) | st.text())
def test_every_printed_character_is_in_exactly_one(text: str) -> None:
    covered = [i for start, end in sentences(text) for i in range(start, end)]
    assert covered == sorted(set(covered))
    assert all(text[i].isspace() for i in set(range(len(text))) - set(covered))
    assert all(piece == piece.strip() and "\n" not in piece for piece in pieces(text))
