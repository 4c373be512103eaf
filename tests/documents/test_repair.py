"""Broken lines are joined, headlines are left alone, and every character can be found again in the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.repair import Repaired, repair
from kg.documents.traditional import simplified

PAGE_TEXT = st.text(alphabet=st.sampled_from('区党委会,。！?："“”（(）一、 \u3000\u200b\t\r\n#*A9》《')) | st.text()
MARKS = dict(zip(',:;?!()"', "，：；？！（）“", strict=True))


@pytest.mark.parametrize(
    "lines",
    [
        ["东川街道书记甲表示，党的二", "十届四中全会闭幕，要抓落实。"],
        ["要落实。将主动对标发展大", "局，持续探索。"],
        ["走进“东川", "议事厅”协商平台，看到新面貌。"],
        ["出台《东川区行动", "方案》，全面推进。"],
        ["10月11日，2025东川", "创新大会在此举行，会期两天。"],
        ["先后走进学校、社区、", "企业，送去服务。"],
        ["要抓落实。筑牢政治、安全", "“护城河”。加强公共安全保障，防范事故。"],
        ["要抓住重点、把牢关。一行行热", "泪，一声声祝", "福，都是心声。"],
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n", " \r\n\r\n"])
def test_joins_what_layout_broke(lines: list[str], gap: str) -> None:
    assert repair(gap.join(lines)).text == "".join(lines)


def test_joins_a_headline_whose_broken_word_stands_whole_below() -> None:
    body = "近日，东川区规划编制工作会议召开。"
    assert repair(f"东川区规划编制\n工作会议召开\n\n{body}").text == f"东川区规划编制工作会议召开\n{body}"


@pytest.mark.parametrize(
    "lines",
    [
        ["东川区召开工作推进大会", "以奋进姿态抓落实", "■ 通讯员 岳某某", "近日，东川区召开大会。"],
        ["活动圆满结束。", "一条产业链，串起左邻右舍", "楼上研发，楼下中试。"],
        ["服务群众5万人次。（责任单位：区民政局）", "二、扩充学位。新建学校两所。"],
        ["会议强调以下工作：", "要抓落实，见成效。"],
        ["从国粹京剧到交响民乐，让人目不暇接，到趣味盎然的", "深挖文博资源 打造特色文化"],
        ["全区上下真抓实干，要抓住重点、把牢关", "■ 通讯员 岳某某"],
        ["东川区举办“一把手”数字经济引领高质量发展专题培训班举行", "会上，专家作了辅导。"],
    ],
)
def test_leaves_apart_what_is_apart(lines: list[str]) -> None:
    assert repair("\n\n".join(lines)).text == "\n".join(lines)


def test_heading_marks_go_and_never_take_a_line_along() -> None:
    page = "要抓住重点、把牢关\n\n## 提升服务，办好实事\n\n近日，会议召开。"
    assert repair(page).text == "要抓住重点、把牢关\n提升服务，办好实事\n近日，会议召开。"


def test_markdown_break_becomes_a_space_and_three_empty_lines_one() -> None:
    assert repair("坚持政治引领  \n把牢“方向盘”\n\n\n\n会议召开。").text == "坚持政治引领 把牢“方向盘”\n\n会议召开。"


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("会议指出,要抓落实;怎么抓?大干!", "会议指出，要抓落实；怎么抓？大干！"),
        ("销售额3,000元,时间10:30,用A,B两种", "销售额3,000元，时间10:30，用A,B两种"),
        ("ＡＩ数字社工２０２５年增长３．５％", "AI数字社工2025年增长3.5%"),
        ('开展"红色物业"和"书记项目"', "开展“红色物业”和“书记项目”"),
        ('“红色物业"建设', "“红色物业”建设"),
        ("他说，会在东川 开发区举行。", "他说，会在东川开发区举行。"),
        ("近日，以“银龄聚 暖人心”为主题", "近日，以“银龄聚 暖人心”为主题"),
        ("凝心聚力 团结奋进", "凝心聚力 团结奋进"),
        ("本报讯 近日，大会召开。甲某某 摄", "本报讯 近日，大会召开。甲某某 摄"),
        ("现场，游客如织。甲乙丙 摄", "现场，游客如织。甲乙丙 摄"),
        ("通讯员 贾 岚 欧阳某", "通讯员 贾岚 欧阳某"),
        ("\ufeff  东川区\u200b要闻　", "东川区要闻"),
        ("", ""),
    ],
)
def test_folds_marks_and_drops_stray_spaces(page: str, text: str) -> None:
    assert repair(page).text == text


@given(PAGE_TEXT)
def test_only_deletes_and_replaces_one_by_one(page: str) -> None:
    repaired = repair(page)
    assert len(repaired.origin) == len(repaired.text)
    assert all(a < b for a, b in zip(repaired.origin, repaired.origin[1:], strict=False))
    for new, at in zip(repaired.text, repaired.origin, strict=True):
        old = page[at]
        assert new == old or MARKS.get(old) in (new, "“") or old in "＂" or new in " \n" or ord(old) > 0x7F


@given(PAGE_TEXT)
def test_han_characters_are_never_lost_or_changed_but_in_script(page: str) -> None:
    plain = page.translate(simplified())
    assert [c for c in repair(page).text if "一" <= c <= "龥"] == [c for c in plain if "一" <= c <= "龥"]


def test_maps_spans_both_ways() -> None:
    page = "街道书记甲表示,党的二\n\n十届四中全会闭幕,要抓落实。"
    repaired = repair(page)
    start = repaired.text.index("党的二十届四中全会")
    span = repaired.original(start, start + 9)
    assert page[slice(*span)] == "党的二\n\n十届四中全会"
    assert repaired.repaired(*span) == (start, start + 9)


def test_an_empty_span_has_no_original() -> None:
    repaired: Repaired = repair("东川区")
    with pytest.raises(ValueError, match="empty span"):
        repaired.original(1, 1)


def test_every_blank_is_a_blank_and_loses_no_line() -> None:
    blanks = [char for char in map(chr, range(0x10000)) if char.isspace()]
    assert [repair(f"{blank}东川区").text for blank in blanks] == ["东川区"] * len(blanks)
