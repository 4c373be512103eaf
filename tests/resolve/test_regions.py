"""Region and core of names."""

import pytest

from kg.divisions import Divisions
from kg.resolve.home import Home
from kg.resolve.regions import Parsed, at_level, choose, parse

DIVISIONS = Divisions.load()
HEXI = Home("120103", "12", "12")
KUNSHAN = Home("320583", "3205", "32")
NINGXIA = Home("640106", "6401", "64")


@pytest.mark.parametrize(
    ("kind", "name", "home", "parsed"),
    [
        ("Organization", "天津市河西区民政局", HEXI, Parsed("120103", "天津市河西区", "民政局")),
        ("Organization", "河东区民政局", HEXI, Parsed("120102", "河东区", "民政局")),
        ("Organization", "太湖路街道党工委", HEXI, Parsed("120103014", "太湖路街道", "党工委")),
        ("Organization", "共青团河西区委", HEXI, Parsed("120103", "河西区", "共青团委")),
        ("Organization", "麻阳县委", Home("431226", "4312", "43"), Parsed("431226", "麻阳县", "委")),
        ("Organization", "昆山法院", KUNSHAN, Parsed("320583", "昆山", "法院")),
        ("Organization", "昆山图书馆", KUNSHAN, Parsed("320583", "昆山", "图书馆")),
        ("Organization", "河西大药房", HEXI, Parsed("", "", "河西大药房")),
        ("Organization", "国务院", HEXI, Parsed("", "", "国务院")),
        ("Place", "中山市场", HEXI, Parsed("", "", "中山市场")),
        ("Organization", "和平区民政局", KUNSHAN, Parsed("", "", "和平区民政局")),  # 天津 or 沈阳: not told
    ],
)
def test_parse_takes_the_region_off(kind: str, name: str, home: Home, parsed: Parsed) -> None:
    assert parse(kind, name, home, DIVISIONS) == parsed


@pytest.mark.parametrize(
    ("word", "home", "code"),
    [
        ("区", HEXI, "120103"),
        ("市", HEXI, "12"),
        ("市", KUNSHAN, "320583"),
        ("省", KUNSHAN, "32"),
        ("区", KUNSHAN, None),
        ("自治区", NINGXIA, "64"),
        ("市", NINGXIA, "6401"),
    ],
)
def test_level_words_mean_the_nearest_division_of_the_level(word: str, home: Home, code: str | None) -> None:
    division = at_level(word, home, DIVISIONS)
    assert (division.code if division else None) == code


def test_choose_prefers_home_and_refuses_to_guess() -> None:
    both = DIVISIONS.named("和平区")
    assert choose(both, "", HEXI) == DIVISIONS["120101"]
    assert choose(both, "21", HEXI) == DIVISIONS["210102"]
    assert choose(both, "", KUNSHAN) is None
