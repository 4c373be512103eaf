"""Misprints take the right form that stands in the text; names that differ on purpose do not."""

import pytest
from resolve.marked import extraction, names
from resolve.test_slips import MEANT

MARKS = {"Organization": "O", "Place": "L", "Programme": "P", "Person": "N"}


@pytest.mark.parametrize(
    ("source", "right"),
    [
        ("⟦L|西沽公圆⟧。⟦L|西沽公园⟧", "西沽公园"),
        ("⟦N|陈世鹂⟧⟦N|陈世鹂⟧。⟦N|陈世鹏⟧", "陈世鹂"),
        ("⟦O|海光公司⟧经理⟦N|陈世鹂⟧说。海光公司经理⟦N|陈世鹏⟧", "陈世鹂"),  # the same post
        ("⟦L|伊宇市⟧。⟦L|伊宁市⟧", "伊宁市"),
        ("⟦P|林海冰雪嘉华年⟧。⟦P|林海冰雪嘉年华⟧", "林海冰雪嘉年华"),
        ("⟦P|第九届江海一山城博览会⟧，⟦P|第九届江海—山城博览会⟧⟦P|第九届江海—山城博览会⟧", "第九届江海—山城博览会"),
        (
            "⟦O|株洲拓弛电驱科技有限公司⟧。⟦O|株洲拓驰电驱科技有限公司⟧⟦O|株洲拓驰电驱科技有限公司⟧",
            "株洲拓驰电驱科技有限公司",
        ),
        ("⟦O|信创河实验室⟧。⟦O|信创海河实验室⟧、⟦O|信创海河实验室⟧", "信创海河实验室"),  # dropped
        ("⟦O|信创河实验室⟧。⟦O|信创海河实验室⟧沿海河而建", "信创海河实验室"),  # 海河 is a word of the text
        ("⟦O|信创海河实验室⟧。⟦O|信创海海河实验室⟧", "信创海河实验室"),  # doubled
        ("⟦O|信创海海河实验室⟧。⟦O|信创海河实验室⟧", "信创海河实验室"),
    ],
)
def test_the_right_form_is_the_name(source: str, right: str) -> None:
    assert set(names(source)) - {"海光公司"} == {right}


@pytest.mark.parametrize(
    ("one", "other", "mark"),
    [
        *((one, other, MARKS[kind]) for kind, one, other in MEANT),
        ("区民政局", "区财政局", "O"),
        ("区税务局", "区商务局", "O"),
        ("区委", "区局", "O"),
        ("李明华", "李朋华", "N"),  # once each, and no post bears it out
        ("信创海河实验室", "信创河实验室", "O"),  # once each, and nothing tells which is wrong
        ("信创海河实验室", "信创海新河实验室", "O"),
    ],
)
def test_names_that_differ_on_purpose_are_two(one: str, other: str, mark: str) -> None:
    left, right = names(f"⟦L|河西区⟧⟦{mark}|{one}⟧。⟦{mark}|{other}⟧")[1:]
    assert left != right


@pytest.mark.parametrize("mark", "、和与及")
def test_what_is_listed_side_by_side_is_two(mark: str) -> None:
    assert len(set(names(f"⟦L|清河社区⟧{mark}⟦L|请河社区⟧"))) == 2


def test_a_form_that_stands_twice_is_meant() -> None:
    assert len(set(names("⟦L|清河社区⟧⟦L|清河社区⟧。⟦L|请河社区⟧⟦L|请河社区⟧"))) == 2


def test_the_wrong_form_is_kept_as_a_misprint() -> None:
    (entity,) = extraction("⟦L|西沽公圆⟧。⟦L|西沽公园⟧").entities
    assert (entity.name, entity.aliases, entity.misprints) == ("西沽公园", (), ("西沽公圆",))


def test_a_misprint_of_a_misprint_takes_the_right_form() -> None:
    assert set(names("⟦L|清泉公园⟧⟦L|清泉公园⟧。⟦L|请泉公园⟧。⟦L|晴泉公园⟧")) == {"清泉公园"}
