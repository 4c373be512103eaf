"""Slips of print, and differences that are meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.slips import adds, alike, doubled, near, slipped

ORG, PLACE, PROGRAMME, PERSON = "Organization", "Place", "Programme", "Person"
# Pairs that are only similar: in a text and across texts they stay two.
MEANT = [
    (ORG, "第一小学", "第二小学"),
    (ORG, "海港区第一实验小学", "海港区第二实验小学"),
    (ORG, "市委办公室", "市政府办公室"),
    (ORG, "民政局", "财政局"),
    (ORG, "教育局", "体育局"),
    (ORG, "海港区教育局", "海港区体育局"),
    (ORG, "马场街道党委", "马场街道党工委"),
    (ORG, "华光电力公司", "华光电力分公司"),
    (ORG, "海光医科大学医院", "海光医科大学总医院"),
    (ORG, "新华中学教育集团", "新华小学教育集团"),
    (PLACE, "河东区", "河西区"),
    (PLACE, "三号楼", "四号楼"),
    (PLACE, "3号楼", "4号楼"),
    (PLACE, "人民路", "人民东路"),
    (PLACE, "滨河新村", "滨河老村"),
    (PLACE, "光明社区", "明光社区"),
    (PLACE, "平安里社区", "安平里社区"),
    (PLACE, "光明家园社区", "光明里家园社区"),
    (PLACE, "松月江湾社区", "松月江湾雪社区"),
    (PROGRAMME, "2023年邻里节", "2024年邻里节"),
    (PROGRAMME, "滨河改造项目一期", "滨河改造项目二期"),
    (PROGRAMME, "全省政协工作会议", "全省政法工作会议"),
    (PROGRAMME, "全市经济工作会议", "全省经济工作会议"),
    (PROGRAMME, "市政协工作会议", "市委政协工作会议"),
    (PROGRAMME, "越城读书月启动仪式", "越城读书周启动仪式"),
    (PERSON, "王丽华", "王丽君"),
    (PERSON, "王丽华", "王丽"),
    (PERSON, "张伟", "张玮"),
]


@pytest.mark.parametrize(("kind", "one", "other"), MEANT)
def test_what_is_meant_is_no_slip(kind: str, one: str, other: str) -> None:
    assert not slipped(kind, one, other)
    assert not slipped(kind, other, one)


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        (PLACE, "西沽公园", "西沽公圆"),  # alike in print
        (ORG, "农业农村局", "农业农衬局"),
        (PROGRAMME, "林海冰雪嘉年华", "林海冰雪嘉华年"),  # swapped, the head is gone
        (ORG, "海光信息技术研究院", "海光息信技术研究院"),  # swapped in a long name
        (ORG, "信创海河实验室", "信创河实验室"),  # dropped
        (ORG, "信创海河实验室", "信创海海河实验室"),  # doubled
        (PERSON, "陈世鹏", "陈世鹂"),
    ],
)
def test_slips(kind: str, right: str, wrong: str) -> None:
    assert slipped(kind, right, wrong)
    assert slipped(kind, wrong, right)
    assert (right, wrong) in near([right, wrong]) or (wrong, right) in near([right, wrong])


def test_print_drops_and_doubles_but_does_not_invent() -> None:
    assert doubled("信创海河实验室", "信创海海河实验室")
    assert not doubled("信创河实验室", "信创海河实验室")
    assert adds("信创河实验室", "信创海河实验室")
    assert not adds("信创海河实验室", "信创河实验室")
    assert not adds("信创海河实验室", "信创海海河实验室")


def test_likeness_is_of_shape() -> None:
    assert alike("政", "攻")
    assert not alike("民", "财")


def test_a_series_is_meant() -> None:
    assert near([f"{char}山村" for char in "东西南北前后上下左"]) == []
    assert len(near([f"{char}山村" for char in "东西南"])) == 3


_NAMES = st.text("海河湖港", min_size=3, max_size=6)


@given(_NAMES, st.integers(0, 5), st.sampled_from(["drop", "double", "change", "swap"]))
def test_one_step_apart_is_near_whatever_the_step(name: str, at: int, step: str) -> None:
    at %= len(name) - 1
    changed = {
        "drop": name[:at] + name[at + 1 :],
        "double": name[:at] + name[at] + name[at:],
        "change": name[:at] + "山" + name[at + 1 :],
        "swap": name[:at] + name[at + 1] + name[at] + name[at + 2 :],
    }[step]
    assert changed == name or len(changed) < 3 or tuple(sorted((name, changed))) in near([name, changed])


@given(st.lists(_NAMES, max_size=8))
def test_near_is_one_step_each_pair_once_in_order(names: list[str]) -> None:
    pairs = near(names)
    assert pairs == sorted(set(pairs)) == near(reversed(names))
    assert all(left < right and abs(len(left) - len(right)) <= 1 for left, right in pairs)
