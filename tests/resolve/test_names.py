"""Names written down, folded, compared and sorted into kinds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.names import canonical, comparable, fold, level_word, scope, subtype


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("“十五五”规划", "十五五规划"),
        ("河西区民\n政局", "河西区民政局"),
        ("M  Stand", "M Stand"),
        ("《行动方案（2024一2026年）》", "行动方案（2024—2026年）"),
        ("方寸吴门一一砖雕展", "方寸吴门——砖雕展"),
        ("第七一一研究所", "第七一一研究所"),
        ("第一一三中学", "第一一三中学"),
    ],
)
def test_canonical_takes_marks_and_breaks_off(printed: str, name: str) -> None:
    assert canonical(printed) == name


@given(st.text())
def test_canonical_is_stable(text: str) -> None:
    assert canonical(canonical(text)) == canonical(text)


def test_fold_is_for_keys() -> None:
    assert fold("微医（天津）—Ａ·b") == fold("微医(天津)–a・B")


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("人社局", "人力资源和社会保障局"),
        ("住建委", "住房和城乡建设委员会"),
        ("人大常委会", "人民代表大会常务委员会"),
        ("政府办", "人民政府办公室"),
        ("卫健委", "卫生健康委员会"),
        ("市场监管局", "市场监督管理局"),
        ("法院", "人民法院"),
    ],
)
def test_comparable_is_one_for_short_and_full_styles(short: str, full: str) -> None:
    assert comparable(short) == comparable(full)


@pytest.mark.parametrize(
    ("one", "other"),
    [("民政局", "财政局"), ("纪委", "监委"), ("委", "政府"), ("中国人民银行", "银行"), ("教育局", "教育体育局")],
)
def test_comparable_keeps_different_bodies_apart(one: str, other: str) -> None:
    assert comparable(one) != comparable(other)


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        ("Organization", "河西区民政局", "GovernmentBody"),
        ("Organization", "河西区委组织部", "PartyBody"),
        ("Organization", "照耀里社区党委", "CommunityBody"),
        ("Organization", "西安芯屿半导体有限公司", "Company"),
        ("Organization", "天津市第二新华中学", "School"),
        ("Organization", "湄潭县人民医院", "MedicalInstitution"),
        ("Organization", "居家养老服务中心", "CareInstitution"),
        ("Organization", "河西区文化馆", "CulturalInstitution"),
        ("Organization", "河西区总工会", "SocialOrganization"),
        ("Organization", "科大讯飞", None),
        ("Place", "马场街道", "AdministrativeArea"),
        ("Place", "前程里", "ResidentialArea"),
        ("Place", "景村社区", "AdministrativeArea"),
        ("Place", "榆林路", "Road"),
        ("Place", "人民公园", "Park"),
        ("Place", "蓝帆大厦", "Building"),
        ("Place", "江汉路步行街", "CommercialArea"),
        ("Place", "天塔科创服务区", "Zone"),
        ("Place", "海河", "WaterBody"),
        ("Programme", "十五五规划", "Plan"),
        ("Programme", "柳林城市更新项目", "Project"),
        ("Programme", "提振消费专项行动", "Campaign"),
        ("Programme", "哪吒文化体育嘉年华", "Event"),
        ("Programme", "今日我当班工作法", "Brand"),
        ("Programme", "信易贷平台", "Platform"),
        ("Person", "李明", None),
    ],
)
def test_the_longest_head_tells_the_kind(kind: str, name: str, expected: str | None) -> None:
    assert subtype(kind, name) == expected


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("区民政局", "区"),
        ("县委", "县"),
        ("自治区党委", "自治区"),
        ("市场监管局", ""),
        ("区块链协会", ""),
        ("区", ""),
        ("市政工程公司", ""),
        ("市政府", "市"),
    ],
)
def test_level_words_stand_for_the_home_region(name: str, word: str) -> None:
    assert level_word(name) == word


@pytest.mark.parametrize(
    ("kind", "name", "reach"),
    [
        ("Organization", "区民政局", "text"),
        ("Organization", "图书馆", "text"),
        ("Organization", "民政部", "country"),
        ("Organization", "科大讯飞", "country"),
        ("Organization", "照耀里社区党委", "county"),
        ("Place", "友谊路", "city"),
        ("Place", "景村社区", "county"),
        ("Place", "京津冀", "country"),
        ("Programme", "党的二十届四中全会", "country"),
        ("Programme", "红色物业", "city"),
    ],
)
def test_scope_of_names_without_a_region(kind: str, name: str, reach: str) -> None:
    assert scope(kind, name) == reach
