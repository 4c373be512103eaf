"""The home region by vote of names."""

import pytest

from kg.divisions import Divisions
from kg.resolve.home import Home, home

DIVISIONS = Divisions.load()


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["河西区民政局", "区委", "河西"], Home("120103", "12", "12")),
        (["天津市", "和平区", "和平区教育局"], Home("120101", "12", "12")),
        (["沈阳市", "和平区", "和平区教育局"], Home("210102", "2101", "21")),
        (["天塔街道", "马场街道", "区政府"], Home("120103", "12", "12")),  # only the subdistricts tell
        (["庄浪县", "县委", "平凉市"], Home("620825", "6208", "62")),
        (["昆山市", "昆山", "市委"], Home("320583", "3205", "32")),
        (["景宁畲族自治县", "景宁县", "县人民医院"], Home("331127", "3311", "33")),
        (["西乌珠穆沁旗", "旗委"], Home("152526", "1525", "15")),
        (["陵水黎族自治县", "县委", "海南省"], Home("469028", "", "46")),
        (["泉州市", "泉州", "泉州市文旅局", "鲤城区", "丰泽区"], Home("", "3505", "35")),
        (["湖里区", "思明区", "海沧区", "厦门市"], Home("", "3502", "35")),
        (["科大讯飞", "十五五规划"], Home()),
        ([], Home()),
    ],
)
def test_home_is_what_the_names_speak_of_most(names: list[str], expected: Home) -> None:
    assert home(names, DIVISIONS) == expected


def test_near_is_the_home_city_and_what_lies_above() -> None:
    region = Home("620825", "6208", "62")
    assert all(region.near(code) for code in ("620825", "6208", "62", "620802"))
    assert not region.near("6201")
    assert not Home().near("12")
