"""Tests of text as XML holds it."""

from xml.etree import ElementTree

from kg.export.xml import attribute, content

HOSTILE = "</a><script>\"&'\n\t\r"


def test_what_is_written_is_read_back() -> None:
    read = ElementTree.fromstring(f'<a b="{attribute(HOSTILE)}">{content(HOSTILE)}</a>')  # noqa: S314 - our own text
    assert read.get("b") == HOSTILE
    assert read.text == HOSTILE.replace("\r", "\n")


def test_what_xml_forbids_is_left_out() -> None:
    assert attribute("甲\x0b\ud800乙") == content("甲\x0b\ud800乙") == "甲乙"
