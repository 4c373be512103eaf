"""Divisions by code, by name and by short name, in all of China."""

from pathlib import Path

import pytest

from kg.divisions import Division, Divisions, contracted, stem
from kg.errors import OntologyError

DIVISIONS = Divisions.load()


@pytest.mark.parametrize(
    ("code", "chain"),
    [
        ("120103008", ["天津市", "河西区", "天塔街道"]),
        ("620825", ["甘肃省", "平凉市", "庄浪县"]),
        ("320583", ["江苏省", "苏州市", "昆山市"]),
        ("152526", ["内蒙古自治区", "锡林郭勒盟", "西乌珠穆沁旗"]),
        ("469028", ["海南省", "陵水黎族自治县"]),
        ("71", ["台湾省"]),
    ],
)
def test_chain_runs_from_the_province_down_without_placeholders(code: str, chain: list[str]) -> None:
    assert [division.name for division in DIVISIONS.chain(code)] == chain


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("河西", ["120103"]),
        ("平凉", ["6208"]),
        ("和平区", ["120101", "210102"]),
        ("围场县", ["130828"]),
        ("景宁", ["331127"]),
        ("内蒙古", ["15"]),
        ("津城", ["12"]),
        ("江城", ["2202", "3402", "4201", "441702", "530826"]),
        ("天塔街", []),  # a township's short name, without its county
        ("市辖区", []),
        ("曹", []),
    ],
)
def test_named_finds_full_short_and_by_names(name: str, codes: list[str]) -> None:
    assert sorted(division.code for division in DIVISIONS.named(name)) == codes


@pytest.mark.parametrize("name", ["天塔街道", "天塔街", "天塔"])
def test_townships_answer_to_short_names_inside_their_county(name: str) -> None:
    assert DIVISIONS.named(name, within="120103") == (Division("120103008", "天塔街道"),)
    assert DIVISIONS.named(name, within="120101") == ()


def test_the_parent_is_the_next_division_above() -> None:
    assert DIVISIONS.parent("120103008") == DIVISIONS["120103"]
    assert DIVISIONS.parent("120103") == DIVISIONS["12"]
    assert DIVISIONS.parent("12") is None


def test_levels_follow_from_codes() -> None:
    codes = ("120103008", "120103", "6208")
    assert [DIVISIONS[code].level for code in codes] == ["township", "county", "city"]


@pytest.mark.parametrize(
    ("name", "short", "everyday"),
    [
        ("德宏傣族景颇族自治州", "德宏", "德宏州"),
        ("东乡族自治县", "东乡", "东乡县"),
        ("滨海新区", "滨海", "滨海新区"),
        ("曹县", None, "曹县"),
    ],
)
def test_short_names_leave_kind_and_peoples_out(name: str, short: str | None, everyday: str) -> None:
    assert stem(name) == short
    assert contracted(name) == everyday


def test_broken_table_is_named(tmp_path: Path) -> None:
    path = tmp_path / "divisions.tsv"
    path.write_text("12 天津市\n", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"divisions\.tsv"):
        Divisions.load(path)


def test_what_lies_below_a_county_are_its_townships() -> None:
    below = Divisions.load().below("120103")
    assert {division.level for division in below} == {"township"}
    assert all(division.code.startswith("120103") for division in below)
    assert Divisions.load().below("") == ()


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("天津市河西区民政局", ["天津市"]),
        ("围场县法院", ["围场县"]),
        ("新县镇政府", ["新县镇", "新县"]),  # the longest first
        ("天", []),
        ("", []),
        ("天津", []),  # a short name is no full one
        ("新闻发布会", []),
    ],
)
def test_a_text_starts_with_full_and_everyday_names_only(text: str, printed: list[str]) -> None:
    assert [name for name, _ in DIVISIONS.at_start(text)] == printed
