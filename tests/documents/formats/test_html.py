"""HTML gives what the page says, block by block, without menus."""

from pathlib import Path

import pytest

from kg.documents.formats.html import text
from kg.errors import SourceError

PAGE = """<?xml version="1.0" encoding="gb2312"?><!DOCTYPE html>
<html><head><meta charset="gb2312"><title>城北区人民政府</title><script>var a = "脚本";</script></head><body>
<nav><a href="1">首页</a> <a href="2">新闻</a></nav><div><a href="1">首页</a> &gt; <a href="3">要闻</a></div>
<h1><a href="4">城北区推进便民服务</a></h1>
<p>近日，<b>城北区</b>商务局局长李国强表示&nbsp;，<a href="5">区商务局</a>将。<br>第二行</p>
<table><tr><td>甲</td><td>乙</td></tr></table><ul><li><a href="6">相关新闻</a></li></ul><!-- 注 -->
<form><input value="搜索">搜索</form><footer>版权所有</footer>末段</body></html>"""
LINES = ["# 城北区推进便民服务", "近日，城北区商务局局长李国强表示 ，区商务局将。", "第二行", "甲", "乙", "末段"]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_says_what_the_page_says(encoding: str) -> None:
    assert text(PAGE.encode(encoding), Path("page.html")).split("\n") == LINES


@pytest.mark.parametrize("page", ["", "<!-- -->", "<html>", "<script>甲</script>"])
def test_a_page_may_say_nothing(page: str) -> None:
    assert text(page.encode(), Path("page.html")) == ""


def test_text_before_and_behind_elements_is_kept() -> None:
    assert text("甲<p>乙</p>丙<div>丁<p>戊</p>己</div>庚".encode(), Path("page.html")) == "甲\n乙\n丙\n丁\n戊\n己\n庚"


def test_a_deep_page_is_read_and_one_too_deep_is_told() -> None:
    page = "<div>" * 2_000 + "深处" + "</div>" * 2_000 + "后面"
    assert text(page.encode(), Path("page.html")) == "深处\n后面"
    with pytest.raises(SourceError, match=r"line 1: .*[Dd]epth.*; save its text as UTF-8"):
        text(("<div>" * 5_000).encode(), Path("page.html"))


def test_characters_that_no_text_has_are_not_made_from_references() -> None:
    assert "甲" in text("甲&#0;&#xD800;&#x1;乙".encode(), Path("page.html"))
