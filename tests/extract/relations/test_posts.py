"""Posts read by rule, with their exact titles."""

import pytest
from extract.relations.stated import links, posts


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("⟦O|东川区商务局⟧党组书记、局长⟦N|李国强⟧表示", {("李国强", "党组书记、局长", "东川区商务局")}),
        ("⟦O|太平街道党工委⟧书记⟦N|王志⟧说", {("王志", "书记", "太平街道党工委")}),
        ("⟦O|区文化馆⟧党支部书记、馆长⟦N|赵一⟧介绍", {("赵一", "党支部书记、馆长", "区文化馆")}),
        ("⟦O|区委⟧分管日常工作的副书记⟦N|白丽⟧出席", {("白丽", "分管日常工作的副书记", "区委")}),
        (
            "⟦O|区委⟧常委、⟦O|区纪委⟧书记、⟦O|区监委⟧主任⟦N|周平⟧作报告",
            {("周平", "常委", "区委"), ("周平", "书记", "区纪委"), ("周平", "主任", "区监委")},
        ),
        ("⟦O|市政协⟧副主席⟦N|安林⟧、⟦N|文静⟧出席", {("安林", "副主席", "市政协"), ("文静", "副主席", "市政协")}),
        ("⟦O|东川小学⟧的英语老师⟦N|何花⟧说", {("何花", "英语老师", "东川小学")}),
        ("⟦O|市人民医院⟧选派的康复治疗师⟦N|张安⟧带教", {("张安", "康复治疗师", "市人民医院")}),
        ("原⟦O|县林业局⟧副局长⟦N|吴邦⟧回忆", {("吴邦", "原副局长", "县林业局")}),
        ("曾任⟦O|村委会⟧主任的⟦N|隋昌⟧", {("隋昌", "主任", "村委会")}),
        ("⟦O|区科技局⟧主任　⟦N|晏平⟧", {("晏平", "主任", "区科技局")}),
    ],
)
def test_posts_before_a_name(source: str, expected: set[tuple[str, str, str]]) -> None:
    assert posts(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("任命⟦N|王元⟧为⟦O|东川县民政局⟧局长。", {("王元", "局长", "东川县民政局")}),
        ("⟦N|马英⟧（女，回族）为⟦O|县教育局⟧局长；", {("马英", "局长", "县教育局")}),
        (
            "任命⟦N|覃维⟧、⟦N|宇涛⟧为⟦O|区检察院⟧检察员。",
            {("覃维", "检察员", "区检察院"), ("宇涛", "检察员", "区检察院")},
        ),
        ("⟦N|李福⟧，男，1975年生，现任⟦L|红柳镇⟧镇长。", {("李福", "镇长", "红柳镇")}),
        ("⟦N|龙阳⟧如今是⟦O|苗家工坊⟧负责人。", {("龙阳", "负责人", "苗家工坊")}),
        ("⟦N|余江⟧（⟦O|县农业局⟧党组书记、局长）", {("余江", "党组书记、局长", "县农业局")}),
        ("⟦O|区文化馆⟧⟦N|李辉⟧馆长说", {("李辉", "馆长", "区文化馆")}),
    ],
)
def test_posts_behind_a_name(source: str, expected: set[tuple[str, str, str]]) -> None:
    assert posts(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("走进⟦O|东川区图书馆⟧。馆长⟦N|诸葛文⟧告诉记者", ("诸葛文", "馆长", "东川区图书馆")),
        ("⟦O|晨光科技公司⟧的展位前，公司总经理⟦N|费远⟧说", ("费远", "总经理", "晨光科技公司")),
        ("⟦O|旗消防大队⟧大队长⟦N|陶克⟧、教导员⟦N|敖峰⟧到场", ("敖峰", "教导员", "旗消防大队")),
        ("⟦O|县人大常委会⟧主任⟦N|马平⟧主持，副主任⟦N|普坤⟧参加", ("普坤", "副主任", "县人大常委会")),
        ("⟦L|东川区⟧举行活动。副区长⟦N|蔡诺⟧出席", ("蔡诺", "副区长", "东川区")),
        ("⟦L|东川区⟧召开会议，⟦O|区委|东川区委⟧副书记、区长⟦N|谢兰⟧出席", ("谢兰", "区长", "东川区")),
        ("⟦L|东川区⟧召开会议，⟦O|区委|东川区委⟧副书记、区长⟦N|谢兰⟧出席", ("谢兰", "副书记", "东川区委")),
    ],
)
def test_a_body_that_is_left_out_was_named_before(source: str, expected: tuple[str, str, str]) -> None:
    assert expected in posts(source)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        # bodies that the text does not name: their titles are left out
        ("⟦O|市委|东川市委⟧副书记、市长⟦N|金云⟧出席", {("金云", "副书记", "东川市委")}),
        ("⟦O|县委|东川县委⟧常委、副县长（挂职）⟦N|金云⟧出席", {("金云", "常委", "东川县委")}),
        ("⟦O|太平街道党工委⟧副书记、办事处主任⟦N|王志⟧说", {("王志", "副书记", "太平街道党工委")}),
        ("⟦O|区委|东川区委⟧常委、政法委书记⟦N|王志⟧说", {("王志", "常委", "东川区委")}),
        # bodies that it does name
        (
            "⟦O|太平街道办事处⟧开会，⟦O|太平街道党工委⟧副书记、办事处主任⟦N|王志⟧说",
            {("王志", "副书记", "太平街道党工委"), ("王志", "主任", "太平街道办事处")},
        ),
        (
            "⟦O|东川县纪委⟧书记、监委主任⟦N|王志⟧到⟦O|县监委|东川县监委⟧",
            {("王志", "书记", "东川县纪委"), ("王志", "主任", "东川县监委")},
        ),
        # titles of the party organ itself, or of a body that has such organs
        ("⟦O|县委|东川县委⟧常委、组织部部长⟦N|王志⟧说", {("王志", "常委、组织部部长", "东川县委")}),
        ("⟦O|县委|东川县委⟧政法委书记⟦N|王志⟧说", {("王志", "政法委书记", "东川县委")}),
        ("⟦L|太平街道⟧党工委书记、办事处主任⟦N|王志⟧说", {("王志", "党工委书记、办事处主任", "太平街道")}),
        ("⟦O|东川县政府⟧党组成员、副县长⟦N|王志⟧说", {("王志", "党组成员、副县长", "东川县政府")}),
        ("⟦O|区卫生健康委⟧党委书记、主任⟦N|王志⟧说", {("王志", "党委书记、主任", "区卫生健康委")}),
    ],
)
def test_a_row_behind_a_party_organ_lists_posts_of_other_bodies(
    source: str, expected: set[tuple[str, str, str]]
) -> None:
    assert posts(source) == expected


def test_a_second_post_may_be_joined_by_a_verb() -> None:
    assert posts("⟦O|区应急局⟧党委书记、局长兼⟦O|区消防救援大队⟧政委⟦N|王志⟧说") == {
        ("王志", "党委书记、局长", "区应急局"),
        ("王志", "政委", "区消防救援大队"),
    }


@pytest.mark.parametrize(
    "source",
    [
        "⟦O|东川日报⟧记者⟦N|张三⟧",
        "⟦O|区融媒体中心⟧通讯员⟦N|李四⟧ ⟦N|王五⟧",
        "⟦O|区法院⟧邀请人民调解员⟦N|赵六⟧参加",
        "免去⟦N|樊国⟧的⟦O|区教委⟧主任职务。",
        "⟦O|区委⟧召开会议，⟦N|樊国⟧出席",
        "⟦O|区民政局⟧局长出席，⟦N|樊国⟧发言",
        "馆长⟦N|诸葛文⟧告诉记者，⟦O|东川区商务局⟧发布消息",
    ],
)
def test_no_post_where_none_is_stated(source: str) -> None:
    assert posts(source) == set()


def test_the_evidence_is_the_sentence_with_the_one_before_when_the_body_stands_there() -> None:
    text = "春天来了。走进东川区图书馆。馆长诸葛文介绍。大家都很高兴。"
    (link,) = links("春天来了。走进⟦O|东川区图书馆⟧。馆长⟦N|诸葛文⟧介绍。大家都很高兴。")
    assert text[link.start : link.end] == "走进东川区图书馆。馆长诸葛文介绍。"
    assert (link.rule, link.confidence) == ("post-bare", 0.75)
