"""Chains of places."""

import pytest

from kg.extract.mentions.places import split_chains


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("天津市河西区", ["天津市", "河西区"]),
        ("友谊路街文苑社区", ["友谊路街", "文苑社区"]),
        ("甘肃省平凉市庄浪县", ["甘肃省", "平凉市", "庄浪县"]),
        ("河西区", ["河西区"]),
        ("北京市区", ["北京市区"]),
        ("莎车县纺织服装产业园", ["莎车县纺织服装产业园"]),
        ("曹妃甸区临港商务区", ["曹妃甸区临港商务区"]),
        ("安宁里社区", ["安宁里社区"]),
    ],
)
def test_a_chain_is_cut_between_divisions_only(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end, _ in split_chains(text, [(0, len(text), "Place")])] == parts


def test_names_of_organizations_stay_whole() -> None:
    span = (0, 6, "Organization")
    assert list(split_chains("天津市河西区", [span])) == [span]
