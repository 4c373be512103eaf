"""Misprints take the right form; names that differ on purpose do not."""

import pytest
from resolve.marked import extraction, names

from kg.resolve.misprints import alike


@pytest.mark.parametrize(
    ("source", "right"),
    [
        ("⟦L|西沽公圆⟧。⟦L|西沽公园⟧", "西沽公园"),
        ("⟦L|河西区⟧⟦O|区民攻局⟧。⟦O|区民政局⟧", "河西区民政局"),
        ("⟦N|陈世鹂⟧⟦N|陈世鹂⟧。⟦N|陈世鹏⟧", "陈世鹂"),
        ("⟦L|伊宇市⟧。⟦L|伊宁市⟧", "伊宁市"),
        ("⟦P|林海冰雪嘉华年⟧。⟦P|林海冰雪嘉年华⟧", "林海冰雪嘉年华"),
        (
            "⟦O|株洲拓弛电驱科技有限公司⟧。⟦O|株洲拓驰电驱科技有限公司⟧⟦O|株洲拓驰电驱科技有限公司⟧",
            "株洲拓驰电驱科技有限公司",
        ),
    ],
)
def test_the_right_form_is_the_name(source: str, right: str) -> None:
    assert set(names(source)) - {"河西区"} == {right}


@pytest.mark.parametrize(
    ("one", "other", "mark"),
    [
        ("区民政局", "区财政局", "O"),
        ("区税务局", "区商务局", "O"),
        ("光华社区", "光明社区", "L"),
        ("第三小学", "第四小学", "O"),
        ("东风里社区", "南风里社区", "L"),
        ("王丽华", "王丽君", "N"),
        ("李明", "李朋", "N"),
        ("第三届邻里节", "第二届邻里节", "P"),
    ],
)
def test_names_that_differ_on_purpose_are_two(one: str, other: str, mark: str) -> None:
    left, right = names(f"⟦L|河西区⟧⟦{mark}|{one}⟧。⟦{mark}|{other}⟧")[1:]
    assert left != right


def test_a_form_that_stands_twice_is_meant() -> None:
    assert len(set(names("⟦L|清河社区⟧⟦L|清河社区⟧。⟦L|请河社区⟧⟦L|请河社区⟧"))) == 2


def test_the_wrong_form_is_kept_as_a_misprint() -> None:
    (entity,) = extraction("⟦L|西沽公圆⟧。⟦L|西沽公园⟧").entities
    assert (entity.name, entity.aliases, entity.misprints) == ("西沽公园", (), ("西沽公圆",))


def test_likeness_is_of_shape() -> None:
    assert alike("政", "攻")
    assert not alike("民", "财")
