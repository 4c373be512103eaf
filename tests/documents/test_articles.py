"""Articles begin where a reader would say so, with their main headline, authors and date."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.articles import articles

BODY = "近日，东川区召开大会，研究部署有关工作。"


def page(*lines: str) -> str:
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        (["甲会议召开", "奋力开创新局面", "■ 通讯员 岳志新", BODY], ["甲会议召开"]),
        (["团结奋进 开创新局", "——东川区热议全会", "通讯员 岳志新", BODY], ["团结奋进 开创新局"]),
        (["十项行动见效", "商旅融合 新场景", "东川区亮点频闪", "通讯员 岳志新", BODY], ["商旅融合 新场景"]),
        (["甲某调研时强调", "把功夫下在平时", "通讯员 岳志新", BODY], ["把功夫下在平时"]),
        (["甲会议召开", BODY, "产业载体持续“上新”", "要抓好落实。"], ["甲会议召开"]),
        (["甲会议召开", BODY, "一、提升服务", "要抓好落实。"], ["甲会议召开"]),
        (["甲会议召开", BODY, "乙活动举行", "银龄聚 暖人心", "■ 通讯员 岳志新", BODY], ["甲会议召开", "乙活动举行"]),
        (["甲会议召开", BODY, "乙活动举行", "本报讯 活动在公园举行。"], ["甲会议召开", "乙活动举行"]),
        (["甲会议召开", "活动结束。（岳志新）", "守好青山", "“可不能点火。”他说。"], ["甲会议召开", "守好青山"]),
        (
            ["甲会议召开", BODY, "", "图中，游客如织。", "摄影 王其越", "乙活动举行", BODY],
            ["甲会议召开", "", "乙活动举行"],
        ),
        (["甲会议召开", BODY, "■ 通讯员 于小玲", BODY], ["甲会议召开", ""]),
        (["项目初见成效。道路计划路", "打造“四个高地”", "——东川区前行", "段建成通车。"], ["打造“四个高地”"]),
        ([BODY], [""]),
        (["甲会议召开"], ["甲会议召开"]),
    ],
)
def test_begins_articles_at_headlines_and_bylines(lines: list[str], titles: list[str]) -> None:
    assert [article.title for article in articles(page(*lines))] == titles


@pytest.mark.parametrize(
    ("lines", "byline"),
    [
        (["甲会议召开", "■ 本报记者 阿牛尔日 通讯员 贾岚 古丽娜·吐尔逊", BODY], ("阿牛尔日", "贾岚", "古丽娜·吐尔逊")),
        (["甲会议召开", "本报讯（记者 佟佳音 通讯员 权小峰）近日，会议召开。"], ("佟佳音", "权小峰")),
        (["甲会议召开", "来源：东川区融媒体中心 记者 辛小禾", BODY], ("辛小禾",)),
        (["甲会议召开", "文/曹晋文 图/尉迟敏", BODY], ("曹晋文", "尉迟敏")),
        (["甲会议召开", BODY, "（叶小清 程佳）"], ("叶小清", "程佳")),
        (["甲会议召开", BODY, "王其越 摄"], ("王其越",)),
        (["政府工作报告", "（摘要）", BODY, "经费一百万元（已到位）"], ()),
        (["甲会议召开", "会议（以下简称大会）召开，书记甲某某（女）出席。"], ()),
    ],
)
def test_reads_authors_without_their_roles(lines: list[str], byline: tuple[str, ...]) -> None:
    assert articles(page(*lines))[0].byline == byline


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("发布日期：2025-10-28 来源：东川区民政局", "2025-10-28"),
        ("（2025年6月27日区人大常委会第二十八次会议通过）", "2025-06-27"),
        ("发布日期：2025-13-28", None),
        ("通讯员 岳志新", None),
    ],
)
def test_reads_the_date_of_the_head_only(head: str, date: str | None) -> None:
    article = articles(page("甲会议召开", head, "2024年1月1日，会议召开。"))[0]
    assert article.date == date


@pytest.mark.parametrize(
    ("lines", "dates"),
    [
        (["甲会议召开", "本报讯（记者 佟佳音）2025年3月5日，会议召开。"], ["2025-03-05"]),
        (["甲会议召开", "发布日期：2025-10-28", "本报讯（记者 佟佳音）2025年3月5日，会议召开。"], ["2025-10-28"]),
        (["甲会议召开", BODY, "本报讯（记者 佟佳音）2025年3月5日，会议召开。"], [None]),
    ],
)
def test_reads_the_dateline_of_the_first_paragraph(lines: list[str], dates: list[str | None]) -> None:
    assert [article.date for article in articles(page(*lines))] == dates


def test_the_date_of_the_page_is_that_of_articles_without_their_own() -> None:
    head, own = "东川报 2025年3月5日 星期三 第3版", "发布日期：2025-03-04"
    lines = page(head, "甲会议召开", "通讯员 岳志新", BODY, "乙活动举行", own, "通讯员 岳志新", BODY)
    assert [(each.title, each.date) for each in articles(lines)][1:] == [("乙活动举行", "2025-03-04")]
    assert articles(lines)[0].date == "2025-03-05"
    assert articles(page("甲会议召开", "通讯员 岳志新", BODY, "", head))[0].date == "2025-03-05"


def test_no_text_no_article() -> None:
    assert articles("") == ()


@given(
    st.lists(st.sampled_from(["甲会议召开", "——副题", "■ 通讯员 岳志新", BODY, "", "摄影 王其越", "一、目标"]))
    | st.text()
)
def test_articles_cover_the_text_without_gaps(lines: list[str] | str) -> None:
    text = lines if isinstance(lines, str) else "\n".join(lines)
    found = articles(text)
    assert "".join(text[article.start : article.end] for article in found) == text
    assert all(article.start < article.end for article in found)
