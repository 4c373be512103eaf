"""Files are found in order and decoded as they are; what cannot be read says why."""

import hashlib
import os
from pathlib import Path

import pytest

from kg.documents.read import find, read
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


def test_finds_texts_in_the_order_given(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.TXT", "b/deep/0.txt", "b/.hidden.txt", "b/.git/3.txt", "b/notes.md", "a.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    found, _ = find([tmp_path / "b", tmp_path / "a.txt"])
    assert [name for _, name in found] == ["1.TXT", "2.txt", "deep/0.txt", "a.txt"]
    assert found[2][0] == tmp_path / "b" / "deep" / "0.txt"


def test_what_is_missing_is_named_and_the_rest_is_found(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("区", encoding="utf-8")
    (tmp_path / "none").mkdir()
    wrong = [tmp_path / "missing.txt", tmp_path / ("a" * 300), tmp_path / "none"]
    files, missing = find([*wrong, tmp_path / "page.txt"])
    assert [name for _, name in files] == ["page.txt"]
    assert [error.path for error in missing] == wrong


def test_files_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    for folder in ("a/x", "b/x", "c"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "page.txt").write_text("区", encoding="utf-8")
    paths = [tmp_path / "a/x/page.txt", tmp_path / "b/x/page.txt", tmp_path / "c/page.txt"]
    assert [name for _, name in find(paths)[0]] == ["a/x/page.txt", "b/x/page.txt", "c/page.txt"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("区", encoding="utf-8")
    assert find([tmp_path / "page.txt", tmp_path]) == ([(tmp_path / "page.txt", "page.txt")], [])
