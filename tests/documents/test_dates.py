"""Full dates are read in every printed form; a year is never guessed."""

import pytest

from kg.documents.dates import dateline, full, masthead, whole


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("2025年3月5日", ["2025-03-05"]),
        ("2025 年 3 月 5 日", ["2025-03-05"]),
        ("2025-10-28 09:30", ["2025-10-28"]),
        ("2025.3.5/2025/12/31", ["2025-03-05", "2025-12-31"]),
        ("二〇二五年三月五日", ["2025-03-05"]),
        ("二○二五年十二月三十一日", ["2025-12-31"]),
        ("一九八五年十月十日", ["1985-10-10"]),
        ("3月5日", []),
        ("2025年3月", []),
        ("2025年2月30日", []),
        ("12025年3月5日", []),
        ("2025-03-055", []),
        ("电话2355-12-31", []),
        ("三月五日", []),
    ],
)
def test_finds_full_dates_only(text: str, dates: list[str]) -> None:
    assert list(full(text)) == dates


@pytest.mark.parametrize("text", ["2025-03-05前", "约2025年3月5日", "2025", ""])
def test_a_date_with_anything_else_is_not_whole(text: str) -> None:
    assert whole(text) is None


@pytest.mark.parametrize(
    ("paragraph", "date"),
    [
        ("本报讯（记者 岳志新）2025年3月5日，东川区召开大会。", "2025-03-05"),
        ("新华社北京2025年3月5日电 会议召开。", "2025-03-05"),
        ("本报东川2025年3月5日讯（记者 岳志新）会议召开。", "2025-03-05"),
        ("新华社北京3月5日电 会议召开。", None),
        ("本报讯（记者 岳志新）3月5日，东川区召开大会，落实2025年3月1日的部署。", None),
        ("2024年1月1日，会议召开。", None),
        ("会议通报，2024年1月1日电站投产。", None),
        ("2024年1月1日电视台开播。", None),
    ],
)
def test_a_dateline_opens_the_report(paragraph: str, date: str | None) -> None:
    assert dateline(paragraph) == date


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        (["东川报 2025年3月5日 星期三 第3版", "甲会议召开"], "2025-03-05"),
        (["二〇二五年三月五日 农历乙巳年二月初六"], "2025-03-05"),
        (["2025年3月5日 星期三", "2025年3月6日 星期四"], None),
        (["2025年3月5日 星期三，会议召开。"], None),
        (["甲办法（2025年3月5日通过）"], None),
        (["3月5日 星期三"], None),
    ],
)
def test_the_head_of_a_page_gives_its_date(lines: list[str], date: str | None) -> None:
    assert masthead(lines) == date
