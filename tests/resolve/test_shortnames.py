"""Names that shorten others, and names that only look so."""

import pytest
from resolve.marked import names


def same(left: str, right: str, mark: str, *, around: str = "⟦L|河西区⟧") -> bool:
    one, other = names(f"{around}⟦{mark}|{left}⟧。⟦{mark}|{right}⟧")[-2:]
    return one == other


@pytest.mark.parametrize(
    ("full", "short", "mark"),
    [
        ("武汉江芯微电子股份有限公司", "江芯微", "O"),
        ("江苏大丰海港控股集团有限公司", "海港集团", "O"),
        ("哈尔滨工业大学", "哈工大", "O"),
        ("河西区第三人民医院", "河西三院", "O"),
        ("桃园街道照耀里社区党委", "照耀里社区党委", "O"),
        ("河西区行政审批和政务信息管理局", "区行政审批局", "O"),
        ("天开高教科创园", "天开园", "L"),
        ("前桑园村", "前桑园", "L"),
        ("天津万象城", "万象城", "L"),
        ("第五届活力河西·哪吒文化体育嘉年华", "哪吒文化体育嘉年华", "P"),
        ("云帮办远程服务系统", "云帮办", "P"),
        ("“我们的节日”主题活动", "我们的节日", "P"),
    ],
)
def test_short_names_join_their_full_names(full: str, short: str, mark: str) -> None:
    assert same(full, short, mark)
    assert same(short, full, mark)


@pytest.mark.parametrize(
    ("one", "other", "mark"),
    [
        ("河西区民政局", "河东区民政局", "O"),
        ("天津大学", "天津师范大学", "O"),
        ("天津博物馆", "天津自然博物馆", "O"),
        ("第二实验小学", "实验小学", "O"),
        ("天津路第三小学", "天津路小学", "O"),
        ("区纪委", "区纪委监委", "O"),
        ("区委", "区委组织部", "O"),
        ("共青团河西区委", "区委", "O"),
        ("华光电力公司", "华光电力分公司", "O"),
        ("上海申源氢能装备有限公司", "申源集团", "O"),
        ("绍兴文理学院", "绍兴文理学院马克思主义学院", "O"),
        ("解放路", "解放北路", "L"),
        ("中山路", "中山路街道", "L"),
        ("和平社区", "和平里社区", "L"),
        ("党的二十届四中全会", "学习党的二十届四中全会", "P"),
        ("越城读书月", "越城读书月启动仪式", "P"),
        ("“十五五”规划", "河西区“十五五”规划", "P"),
        ("区十项行动", "市十项行动", "P"),
        ("李明", "李明远", "N"),
    ],
)
def test_different_things_stay_apart(one: str, other: str, mark: str) -> None:
    assert not same(one, other, mark)


def test_among_several_the_last_one_named_is_meant() -> None:
    source = "⟦P|第三届邻里节⟧开幕，⟦P|海光邻里节⟧开幕。⟦P|邻里节⟧"
    assert names(source)[-1] == "海光邻里节"
