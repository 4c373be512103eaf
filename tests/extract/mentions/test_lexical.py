"""Features from word lists."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.mentions.lexical import WIDTH, lexical_features


def marked(text: str, column: int) -> str:
    return "".join(char for char, on in zip(text, lexical_features(text)[:, column], strict=True) if on)


def test_full_names_of_divisions() -> None:
    text = "庄浪县和太平街"
    assert (marked(text, 0), marked(text, 1), marked(text, 2)) == ("庄太", "浪平", "县街")


def test_short_names_of_divisions() -> None:
    assert (marked("今年庄浪的经验", 3), marked("今年庄浪的经验", 5)) == ("庄", "浪")


def test_heads_of_names_by_class() -> None:
    text = "到医院和公园看嘉年华"
    assert [(marked(text, column), marked(text, column + 1)) for column in (7, 9, 11)] == [
        ("医", "院"),
        ("公", "园"),
        ("嘉", "华"),
    ]


def test_names_that_follow_each_other_are_both_seen() -> None:
    assert (marked("天津市河西区", 0), marked("天津市河西区", 2)) == ("天河", "市区")


def test_quotation_and_persons() -> None:
    text = "书记张珉讲“敬老月”和《方案》"
    assert (marked(text, 6), marked(text, 13), marked(text, 14)) == ("张", "敬老月", "方案")


@given(st.text(max_size=60))
def test_any_text_has_one_row_of_bits_a_character(text: str) -> None:
    features = lexical_features(text)
    assert features.shape == (len(text), WIDTH)
    assert np.isin(features, (0, 1)).all()
