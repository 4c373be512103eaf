"""What short forms lean on."""

import pytest
from resolve.marked import names

from kg.resolve.antecedents import Antecedents


def after(*places: tuple[str, str | None]) -> Antecedents:
    found = Antecedents()
    for name, code in places:
        found.add("Place", name, code)
    return found


def test_the_last_place_of_the_kind_counts_and_the_zone_named_most() -> None:
    found = after(("甲社区", None), ("乙社区", None), ("东湖高新区", None), ("西湖高新区", None), ("西湖高新区", None))
    assert found.owned("社区党委") == "乙社区党委"
    assert found.owned("管委会") == "西湖高新区管委会"
    assert found.area("区") == "西湖高新区"
    assert found.owned("街道党工委") is None
    assert found.owned("海光公司") is None


def test_villages_stand_in_names_of_all_but_persons() -> None:
    found = Antecedents()
    found.add("Person", "张家村", None)
    assert found.owned("村委会") is None
    found.add("Organization", "古城镇石头村合作社", None)
    assert (found.owned("村委会"), found.owned("村党支部")) == ("石头村村委会", "石头村党支部")


@pytest.mark.parametrize(("word", "area"), [("新区", "西海岸新区"), ("县", "庄浪县"), ("旗", None)])
def test_level_words(word: str, area: str | None) -> None:
    assert after(("西海岸新区", None), ("庄浪县", "620825"), ("乌有旗", None), ("东湖高新区", None)).area(word) == area


def test_a_new_area_goes_before_a_zone_inside_it() -> None:
    assert names("⟦L|西海岸新区⟧的⟦L|前湾港区⟧。⟦O|新区商务局⟧")[-1] == "西海岸新区商务局"
