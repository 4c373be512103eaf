"""Markdown gives its words without its marks."""

from pathlib import Path

import pytest

from kg.documents.formats.markdown import text


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("# 城北区推进 **便民** 服务\n\n正文。", ["# 城北区推进 便民 服务", "正文。"]),
        ("大标题\n===\n\n正文。", ["# 大标题", "正文。"]),
        ("近日，[区商务局](http://x)将\n深入 ![图](a.png)*实施*。", ["近日，区商务局将", "深入 实施。"]),
        ("* 一\n  * 二\n\n1. 三", ["一", "二", "三"]),
        ("| 甲 | 乙 |\n|---|---|\n| 丙 | `丁` |", ["甲", "乙", "丙", "丁"]),
        ("> 引用\n\n    代码\n\n<div>\n标签\n</div>", ["引用", "代码"]),
        ("", [""]),
    ],
)
def test_gives_words_without_marks(page: str, lines: list[str]) -> None:
    assert text(page.encode(), Path("page.md")).split("\n") == lines


def test_other_encodings_are_read_too() -> None:
    assert text("# 城北区推进便民服务\n\n近日，大会召开。".encode("gb18030"), Path("page.md")).startswith("# 城北区")
