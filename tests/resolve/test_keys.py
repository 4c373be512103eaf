"""Matching keys: region and core, and what stays with its text."""

import pytest
from resolve.marked import extraction

from kg.resolve.keys import core_of, region_of


@pytest.mark.parametrize(
    ("source", "key"),
    [
        ("⟦L|河西区⟧⟦O|区民政局⟧", "120103|民政局"),
        ("⟦L|河西区⟧⟦O|河西区人民政府⟧", "120103|政府"),
        ("⟦L|河西区⟧⟦O|景村社区居委会⟧", "120103|景村社区居委会"),
        ("⟦L|河西区⟧⟦L|友谊路⟧", "12|友谊路"),
        ("⟦L|陵水黎族自治县⟧⟦L|友谊路⟧", "469028|友谊路"),
        ("⟦L|河西区⟧⟦O|国务院⟧", "|国务院"),
        ("⟦L|河西区⟧⟦L|昆山市⟧", "320583"),
        ("⟦L|河西区⟧⟦N|李 明⟧", "李明"),
        ("⟦O|区民政局⟧", "?|区民政局"),
        ("⟦L|友谊路⟧", "?|友谊路"),
    ],
)
def test_key_of_the_last_mention(source: str, key: str) -> None:
    assert extraction(source).entities[-1].key == key


@pytest.mark.parametrize(
    ("key", "region", "core"),
    [
        ("120103|民政局", "120103", "民政局"),
        ("120103", "120103", ""),
        ("?|民政局", "", "民政局"),
        ("|国务院", "", "国务院"),
        ("李明", "", ""),
    ],
)
def test_parts_of_a_key(key: str, region: str, core: str) -> None:
    assert (region_of(key), core_of(key)) == (region, core)
