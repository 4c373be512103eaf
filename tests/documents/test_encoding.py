"""Bytes are text in the encoding that they were written in, or in none."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.encoding import decode
from kg.errors import SourceError

LINES = ("东川区召开高质量发展工作推进大会。", "会议强调,要坚持稳中求进,2025年全面推进AI应用。", "", "领导出席并讲话。")
PAGE = "\n".join(LINES)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"])
def test_reads_what_was_written(encoding: str) -> None:
    assert decode(PAGE.encode(encoding), Path("page.txt")) == PAGE


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=50))
def test_utf8_is_always_itself(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert decode(text.encode(), Path("page.txt")) == text


@pytest.mark.parametrize("first", ["utf-8", "gb18030"])
def test_two_encodings_in_one_file_are_told(first: str) -> None:
    second = "gb18030" if first == "utf-8" else "utf-8"
    content = LINES[0].encode(first) + b"\n" + LINES[1].encode(second)
    line = 2 if first == "utf-8" else 1
    with pytest.raises(SourceError, match=f"mixes encodings: line {line} is not UTF-8 as others are; save it as"):
        decode(content, Path("page.txt"))


@pytest.mark.parametrize(
    "content",
    [
        "東川區召開高質量發展大會，領導出席並講話。".encode("big5"),
        PAGE.encode("gb18030")[:-1] + b"\xff\xff",
        PAGE.encode("utf-16-le")[:-1],
        b"\xff\xfe" + PAGE.encode("utf-16-le")[:-1],
        "\ud800".encode("utf-8", "surrogatepass"),
        bytes(range(128, 256)) * 20,
        b"\x89PNG\r\n\x1a\n\x00\x00",
    ],
)
def test_refuses_other_encodings(content: bytes) -> None:
    with pytest.raises(SourceError, match="neither utf"):
        decode(content, Path("page.txt"))
