"""What single lines of a page are."""

import pytest

from kg.documents import layout


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("■ 通讯员 岳志新", True),
        ("本报记者 李明 通讯员 王平", True),
        ("来源：东川区融媒体中心", True),
        ("文/曹晋文 图/尉迟敏", True),
        ("王其越 摄", True),
        ("（叶小清 程佳）", True),
        ("（2026年1月5日东川区人大会议通过）", True),
        ("（摘要）", False),
        ("■ 编者按", False),
        ("通讯员 李明说，活动很好。", False),
        ("记者节庆祝活动举行", False),
        ("东川区召开大会", False),
    ],
)
def test_bylines_name_people_and_do_nothing_else(line: str, expected: bool) -> None:
    assert layout.is_byline(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [("王其越 摄", True), ("摄影 王其越", True), ("（叶小清）", True), ("通讯员 岳志新", False), ("摄影展开幕", False)],
)
def test_photo_credits_are_the_bylines_that_stand_behind_what_they_sign(line: str, expected: bool) -> None:
    assert layout.is_photo_credit(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"), [("——东川区热议全会", True), ("一一东川区前行", True), ("东川区——前行", False)]
)
def test_a_secondary_headline_starts_with_a_dash(line: str, expected: bool) -> None:
    assert layout.is_subtitle(line) is expected


@pytest.mark.parametrize(
    ("headline", "expected"), [("李明调研时强调", True), ("东川区人民政府", True), ("李明强调抓落实", False)]
)
def test_a_kicker_leads_up_to_the_headline_below(headline: str, expected: bool) -> None:
    assert layout.is_kicker(headline) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [("（摘要）", True), ("【新闻速递】", True), ("■ 简讯", True), ("简讯三则", False), ("（摘要）全文", False)],
)
def test_rubrics_and_lines_in_brackets_are_neither_headline_nor_text(line: str, expected: bool) -> None:
    assert layout.is_note(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("东川区召开大会", True),
        ("——奋力开创新局面", True),
        ("东" * 45, True),
        ("东" * 46, False),
        ("会议召开。", False),
        ("会议要求：", False),
        ("3月5日 读书会", False),
        ("首页 > 新闻", False),
        ("一、提升服务", False),
        ("● 提升服务", False),
    ],
)
def test_headlines_are_short_and_no_prose_nor_items_of_a_list(line: str, expected: bool) -> None:
    assert layout.is_headline(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("● 提升服务", True),
        ("（三）提升服务", True),
        ("1.提升服务", True),
        ("1.5亿元投入使用", False),
        ("本报讯 会议召开", True),
        ("（记者 李明）近日", True),
        ("会议提出，一、二期", False),
    ],
)
def test_items_bylines_and_reports_start_anew(line: str, expected: bool) -> None:
    assert layout.starts_anew(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("本报讯 会议召开。", True),
        ("新华社北京1月5日电 会议召开。", True),
        ("（记者 李明）会议召开。", True),
        ("近日，会议召开。", True),
        ("会议近日召开。", False),
    ],
)
def test_the_first_paragraph_of_a_report_is_told_by_its_opening(line: str, expected: bool) -> None:
    assert layout.opens_report(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("活动结束。（岳志新）", True),
        ("活动结束。（岳志新 程佳）", True),
        ("（记者 李明）活动结束。", False),
        ("经费一百万元（已到位）", False),
    ],
)
def test_a_report_is_signed_at_its_end(line: str, expected: bool) -> None:
    assert layout.signed(line) is expected


@pytest.mark.parametrize(
    ("line", "following", "expected"),
    [
        ("他说“要抓", "落实”。", True),
        ("他说“要抓”", "落实”。", False),
        ("他说“要抓", "“落实”。", False),
        ("学习《若干", "意见》", True),
        ("学习《若干", "意见”", False),
    ],
)
def test_an_open_quotation_is_closed_in_the_next_line(line: str, following: str, expected: bool) -> None:
    assert layout.closes_quote(line, following) is expected


LONG = "东川区委办公室会同有关部门走访了各个街道和社区的困难群众家庭"


@pytest.mark.parametrize(
    ("line", "following", "expected"),
    [
        ("会议召开。李明出", "席。", True),
        ("李明表示，要抓", "落实。", True),
        ("参加的有甲局、", "乙局。", True),
        ("近日，东川区", "召开大会。", True),
        (LONG, "并送上慰问品。", True),
        (LONG, "近日，会议召开。", False),
        (f"{LONG}活动启动", "并送上慰问品。", False),
        (f"“十大行动” {LONG}", "并送上慰问品。", False),
        ("东川区召开大会", "部署工作。", False),
        ("奋进新征程，建功新时代", "会议召开。", False),
    ],
)
def test_prose_breaks_off_at_the_end_of_a_line_and_headlines_do_not(line: str, following: str, expected: bool) -> None:
    assert layout.breaks_off(line, following) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [("会议召开。", True), ("他说：“好。”", True), ("会议召开。（完）", True), ("会议召开", False), ("会议，", False)],
)
def test_a_line_is_ended_by_an_ender_behind_which_marks_may_close(line: str, expected: bool) -> None:
    assert (layout.ENDED.search(line) is not None) is expected


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("■ 本报记者 阿牛尔日 通讯员 贾岚 古丽娜·吐尔逊", ["阿牛尔日", "贾岚", "古丽娜·吐尔逊"]),
        ("来源：东川区融媒体中心 记者 辛小禾", ["辛小禾"]),
        ("文/曹晋文 图/尉迟敏", ["曹晋文", "尉迟敏"]),
        ("记者李明 摄", ["李明"]),
        ("（区委办公室供稿）", []),
    ],
)
def test_names_of_a_byline_are_those_of_people(byline: str, expected: list[str]) -> None:
    assert list(layout.names(byline)) == expected
