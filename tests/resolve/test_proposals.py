"""Pairs that a person should look at, and pairs that nobody should be bothered with."""

import pytest
from factory import entity

from kg.divisions import Divisions
from kg.resolve.proposals import proposals

DIVISIONS = Divisions.load()


def reasons(left: str, right: str, kind: str = "Organization", **more: tuple[str, ...]) -> list[str]:
    found = proposals([entity("x-b", right, type=kind), entity("x-a", left, type=kind, **more)], DIVISIONS)
    assert all((one.left.id, one.right.id) == ("x-a", "x-b") for one in found)
    return [one.reason for one in found]


@pytest.mark.parametrize(
    ("left", "right", "kind", "reason"),
    [
        ("王磊", "王磊", "Person", "both are called 王磊"),
        ("芦淞区人社局", "芦淞区人力资源和社会保障局", "Organization", "the same in other words"),
        ("芦淞区民政局", "芦淞区民攻局", "Organization", "two characters look alike in print"),
        ("区科协", "区科学技术协会", "Organization", "the same in other words"),
        ("陈世鹂", "陈世鹏", "Person", "two characters look alike in print"),
        ("株洲拓弛电驱科技有限公司", "株洲拓强电驱科技有限公司", "Organization", "they differ in one character"),
        ("林海冰雪嘉华年", "林海冰雪嘉年华", "Programme", "two characters are swapped"),
        ("信创河实验室河西中心", "信创海河实验室河西中心", "Organization", "one has a character more"),
        ("万象城", "天津万象城", "Place", "万象城 may be short for 天津万象城"),
        ("十五五规划", "十五五规划建议", "Programme", "十五五规划 may be short for 十五五规划建议"),
    ],
)
def test_pairs_that_may_be_one(left: str, right: str, kind: str, reason: str) -> None:
    (found,) = reasons(left, right, kind)
    assert found.startswith(reason)


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("河西区民政局", "河东区民政局", "Organization"),
        ("南开区民政局", "南关区民政局", "Organization"),
        ("第二实验小学", "第三实验小学", "Organization"),
        ("第二实验小学", "实验小学", "Organization"),
        ("河西区委", "河西区委组织部", "Organization"),
        ("中山路", "中山路街道", "Place"),
        ("2024年读书月", "2025年读书月", "Programme"),
        ("李明", "李明远", "Person"),
        ("李明", "李朋", "Person"),
        ("天津大学", "南开大学", "Organization"),
        ("芦淞区纪委", "芦淞区委", "Organization"),
        ("芦淞区纪委", "株洲市芦淞区监委", "Organization"),
        ("区纪委", "区监委", "Organization"),
        ("县农业局", "县林业局", "Organization"),
    ],
)
def test_pairs_that_are_plainly_two(left: str, right: str, kind: str) -> None:
    assert reasons(left, right, kind) == []


def test_a_printed_form_in_common_counts_unless_regions_differ() -> None:
    assert reasons("第一养老院", "敬老院", aliases=("敬老院",))
    assert not reasons("河西区敬老院", "河东区敬老院", aliases=("敬老院", "河东区敬老院"))


def test_classes_are_not_mixed_and_divisions_are_never_one() -> None:
    twins = [entity("org-a", "前桑园"), entity("place-b", "前桑园", type="Place")]
    areas = [entity(f"place-{code}", "鼓楼区", type="Place", code=code) for code in ("320106", "350102")]
    assert proposals([*twins, *areas], DIVISIONS) == []


def test_a_name_that_many_bear_tells_nothing() -> None:
    few, many = ([entity(f"per-{n}", "李明", type="Person") for n in range(size)] for size in (8, 9))
    assert len(proposals(few, DIVISIONS)) == 28
    assert proposals(many, DIVISIONS) == []


def test_each_pair_comes_once_with_its_best_reason() -> None:
    (found,) = proposals(
        [entity("a", "海光研究院", aliases=("天津海光研究院",)), entity("b", "天津海光研究院")], DIVISIONS
    )
    assert found.reason.startswith("both are called 天津海光研究院")
