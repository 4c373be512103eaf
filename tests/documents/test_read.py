"""Files are decoded as they are; what cannot be read says why."""

import hashlib
import os
from pathlib import Path

import pytest

from kg.documents.read import LONGEST, read
from kg.errors import SourceError

TEXT = "东川区召开高质量发展工作推进大会。\r\n会议强调,要坚持稳中求进。\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_decodes_without_touching_line_ends(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(TEXT.encode(encoding))
    document = read(path, "page.txt")
    assert document.text == TEXT
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "holds no text"),
        (b" \n\n", "holds no text"),
        (b"Hello, world.\n", "holds no Chinese text"),
        ("こんにちは。\u200b".encode(), "holds no Chinese text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "neither"),
        ("东川区\x00".encode(), "not a text file"),
        ("東川區召開高質量發展大會，領導出席並講話。".encode("big5"), "neither"),
        ("东川区".encode()[:-1] + b"\n", "neither"),
        (b"\xff\xfe\x01", "neither utf-16"),
    ],
)
def test_refuses_what_is_no_text(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=reason) as caught:
        read(path, "page.txt")
    assert caught.value.path == path
    assert caught.value.remedy


def test_names_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="check that it is a file"):
        read(tmp_path, "folder")


def test_refuses_a_name_that_no_output_can_hold(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xff.txt")
    with pytest.raises(SourceError, match="its name is not UTF-8"):
        read(path, path.name)


def test_an_empty_file_of_any_format_holds_no_text(tmp_path: Path) -> None:
    for suffix in (".txt", ".docx", ".html", ".md", ".pdf"):
        path = tmp_path / f"page{suffix}"
        path.touch()
        with pytest.raises(SourceError, match="holds no text"):
            read(path, path.name)


def test_the_longest_document_is_read_and_a_longer_one_told(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("区" * LONGEST, encoding="utf-8")
    assert len(read(path, path.name).text) == LONGEST
    path.write_text("区" * (LONGEST + 1), encoding="utf-8")
    with pytest.raises(SourceError, match="has 2,500,001 characters, more than 2,500,000; split it"):
        read(path, path.name)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="only Unix has a file without end")
def test_a_file_without_end_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="is larger than 256 MB; split it"):
        read(Path("/dev/zero"), "zero")
