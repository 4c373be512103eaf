"""Sessions in full and in short style."""

import pytest
from resolve.marked import extraction, names

from kg.resolve.sessions import session, with_party


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("第十七届人民代表大会常务委员会第三十一次会议", "第十七届人大常委会第三十一次会议"),
        ("第三届人民代表大会第五次会议", "三届人大五次会议"),
        ("第三届人民代表大会第五次会议", "人大三届五次会议"),
        ("政协第十一届委员会第四次会议", "政协十一届四次会议"),
        ("政协第十五届委员会常务委员会第三次会议", "政协十五届常委会第三次会议"),
        ("中国共产党第十四届纪律检查委员会第五次全体会议", "纪委十四届五次全会"),
        ("中国共产党第十二届委员会第八次全体会议", "委十二届八次全会"),
    ],
)
def test_styles_of_one_session(full: str, short: str) -> None:
    assert session(full) == session(short) != ""


@pytest.mark.parametrize(
    "name",
    ["十七届五次会议", "人大十七届一次会议主席团会议", "人大常委会会议", "第三届邻里节", "第五次全国人口普查", ""],
)
def test_other_names_are_no_session(name: str) -> None:
    assert session(name) == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("人大三届五次会议", "人大三届四次会议"),
        ("人大三届五次会议", "人大二届五次会议"),
        ("人大三届五次会议", "政协三届五次会议"),
        ("人大三届五次会议", "人大常委会三届五次会议"),
        ("委三届五次全会", "纪委三届五次全会"),
    ],
)
def test_other_sessions_stay_apart(one: str, other: str) -> None:
    assert session(one) != session(other)


def test_the_full_style_is_the_name() -> None:
    full = "政协利川市第十一届委员会第四次会议"
    assert names(f"⟦L|利川市⟧⟦P|市政协十一届四次会议⟧，⟦P|{full}⟧")[1:] == [full, full]
    assert extraction(f"⟦L|利川市⟧⟦P|{full}⟧").entities[-1].key == "422802|政协|十一|四"


def test_a_plenum_is_the_partys() -> None:
    assert with_party("二十届四中全会") == "党的二十届四中全会"
    assert with_party("区二十届四次全会") == "区二十届四次全会"
    assert names("⟦P|二十届四中全会⟧和⟦P|学习党的二十届四中全会⟧")[0] == "党的二十届四中全会"
