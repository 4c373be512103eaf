"""Tests of text made fit for files."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.export.plain import legal, one_line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("河西区民\n政局", "河西区民政局"),
        ("  河西区\u3000民政局 ", "河西区民政局"),
        ("AI\nCity", "AI City"),
        ("2026 年 AI 大会", "2026年AI大会"),
        ("河西\x00区\x0b", "河西区"),
        ("", ""),
    ],
)
def test_one_line_joins_what_the_layout_broke(text: str, line: str) -> None:
    assert one_line(text) == line


def test_one_line_cuts_visibly() -> None:
    assert one_line("天津市河西区", limit=4) == "天津市…"
    assert one_line("天津市河西区", limit=6) == "天津市河西区"


@given(st.text(st.characters(exclude_categories=()), max_size=30))
def test_legal_text_stands_in_xml_and_utf8(text: str) -> None:
    kept = legal(text)
    kept.encode()
    element = ElementTree.Element("a", {"text": kept})
    ElementTree.fromstring(ElementTree.tostring(element))  # noqa: S314 - our own text
    assert legal(kept) == kept


def test_legal_keeps_rare_chinese_characters() -> None:
    assert legal("㑇𠮷、😀") == "㑇𠮷、😀"
