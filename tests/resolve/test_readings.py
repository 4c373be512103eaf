"""What printed forms mean where they stand, in many kinds of regions."""

import pytest
from resolve.marked import marked, names

from kg.divisions import Divisions
from kg.resolve.readings import read


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("⟦L|河西区⟧：⟦O|区委⟧、⟦O|区政府⟧，⟦L|河西⟧", ["河西区", "河西区委", "河西区政府", "河西区"]),
        ("⟦L|天津市⟧⟦L|河西区⟧：⟦O|市委⟧、⟦O|市政府⟧", ["天津市", "河西区", "天津市委", "天津市政府"]),
        ("⟦L|昆山市⟧：⟦O|市委⟧与⟦O|市民政局⟧", ["昆山市", "昆山市委", "昆山市民政局"]),
        ("⟦L|景宁畲族自治县⟧：⟦O|县委⟧，⟦L|景宁⟧", ["景宁畲族自治县", "景宁畲族自治县委", "景宁畲族自治县"]),
        ("⟦L|西乌珠穆沁旗⟧：⟦O|旗农牧局⟧", ["西乌珠穆沁旗", "西乌珠穆沁旗农牧局"]),
        ("⟦L|滨海新区⟧：⟦O|区委⟧", ["滨海新区", "滨海新区区委"]),
        ("⟦L|曹县⟧：⟦O|县委宣传部⟧、⟦O|县商务局⟧", ["曹县", "曹县县委宣传部", "曹县商务局"]),
        ("⟦L|金凤区⟧：⟦O|自治区党委⟧", ["金凤区", "宁夏回族自治区党委"]),
        ("⟦L|抚远市⟧：⟦O|团市委⟧和⟦O|市委⟧", ["抚远市", "共青团抚远市委", "抚远市委"]),
        ("⟦L|荣成市⟧，⟦O|荣成市委⟧；⟦O|威海市委⟧、⟦O|市政府⟧", ["荣成市", "荣成市委", "威海市委", "威海市政府"]),
        ("⟦L|市北区⟧：⟦L|市北会议中心⟧、⟦O|市北区教育局⟧", ["市北区", "市北会议中心", "市北区教育局"]),
        (
            "⟦L|湖里区⟧，⟦L|思明区⟧⟦L|海沧区⟧⟦L|厦门市⟧。⟦L|湖里区⟧：⟦O|区商务局⟧",
            "湖里区 思明区 海沧区 厦门市 湖里区 湖里区商务局",
        ),
        ("⟦L|盐城经济技术开发区⟧：⟦O|管委会⟧", ["盐城经济技术开发区", "盐城经济技术开发区管委会"]),
        ("⟦L|昭觉县⟧⟦L|特布尔村⟧：⟦O|村委会⟧", ["昭觉县", "特布尔村", "特布尔村村委会"]),
        ("⟦L|庄浪县⟧：⟦O|县医院⟧，⟦O|庄浪县人民医院⟧", ["庄浪县", "庄浪县人民医院", "庄浪县人民医院"]),
        ("⟦L|昆山市⟧：⟦O|市一中⟧，⟦O|昆山市第一中学⟧", ["昆山市", "昆山市第一中学", "昆山市第一中学"]),
        ("⟦L|昆山市⟧：⟦O|市二院⟧、⟦O|昆山市第二人民医院⟧", ["昆山市", "昆山市第二人民医院", "昆山市第二人民医院"]),
        ("⟦L|庄浪县⟧：⟦O|县融媒体中心⟧，⟦O|庄浪融媒体中心⟧", ["庄浪县", "庄浪县融媒体中心", "庄浪县融媒体中心"]),
        ("⟦O|区民政局⟧", ["区民政局"]),  # no region to be told
    ],
)
def test_short_forms_are_read_in_the_region_of_the_text(source: str, expected: list[str] | str) -> None:
    assert names(source) == (expected.split() if isinstance(expected, str) else expected)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("⟦L|河西区⟧⟦L|马场街⟧", "马场街道"),  # the table knows it
        ("⟦L|河西区⟧⟦L|长虹街⟧组织居民", "长虹街道"),  # it acts
        ("⟦L|河西区⟧⟦L|长虹街⟧红星社区", "长虹街道"),  # it holds a community
        ("⟦L|河西区⟧⟦L|长虹街⟧上灯火通明", "长虹街"),
        ("⟦L|河西区⟧⟦L|长虹老街⟧组织市集", "长虹老街"),
    ],
)
def test_streets_that_are_subdistricts(source: str, expected: str) -> None:
    assert names(source)[-1] == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("⟦L|河西区⟧。⟦L|北京⟧", "北京"),
        ("⟦L|河西区⟧。⟦L|北京⟧⟦L|北京市⟧", "北京市"),
        ("⟦L|河西区⟧。⟦L|鼓楼⟧", "鼓楼"),
        ("⟦L|河西区⟧。⟦L|津城⟧", "天津市"),
    ],
)
def test_distant_places_stay_as_printed(source: str, expected: str) -> None:
    assert names(source)[-1] == expected


@pytest.mark.parametrize(
    ("programme", "expected"),
    [
        ("区委经济工作会议", "河西区委经济工作会议"),
        ("“区长会客厅”机制", "区长会客厅机制"),
        ("区十七届人大五次会议", "河西区十七届人大五次会议"),
    ],
)
def test_level_words_in_programmes_need_a_body_or_a_number(programme: str, expected: str) -> None:
    assert names(f"⟦L|河西区⟧召开⟦P|{programme}⟧")[-1] == expected


def test_readings_carry_region_and_code() -> None:
    text, spans = marked("⟦L|河西⟧：⟦O|区民政局⟧⟦N|李明⟧")
    home, (place, body, person) = read(text, spans, Divisions.load())
    assert home.county == "120103"
    assert (place.form, place.name, place.code) == ("河西", "河西区", "120103")
    assert (body.parsed.region, body.parsed.core, body.code) == ("120103", "民政局", None)
    assert person.name == "李明"
