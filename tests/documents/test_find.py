"""Files are found in order, each once; what is passed over is named."""

import os
from pathlib import Path

import pytest
from faults.inputs import deep

from kg.documents.find import find
from kg.errors import SourceError
from kg.export import EXPORTERS, FORMS

TEXT = "东川区召开高质量发展工作推进大会。"


def pages(folder: Path, *names: str) -> Path:
    """A folder with these files."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(TEXT, encoding="utf-8")
    return folder


def names(*paths: Path) -> list[str]:
    return [name for _, name in find(paths)[0]]


def wrong(*paths: Path) -> list[str]:
    return [f"{Path(error.path).name}: {error.reason}" for error in find(paths)[1]]


def test_finds_texts_in_the_order_given(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.TXT", "b/deep/0.txt", "b/.hidden.txt", "b/.git/3.txt", "b/notes.rtf", "a.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    found, _ = find([tmp_path / "b", tmp_path / "a.txt"])
    assert [name for _, name in found] == ["1.TXT", "2.txt", "deep/0.txt", "a.txt"]
    assert found[2][0] == tmp_path / "b" / "deep" / "0.txt"


def test_metadata_is_no_document(tmp_path: Path) -> None:
    for name in ("a.txt", "metadata.csv"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    assert find([tmp_path]) == find([tmp_path / "a.txt", tmp_path / "metadata.csv"])


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


def test_a_folder_stands_for_all_formats(tmp_path: Path) -> None:
    pages(tmp_path, "a.txt", "b.html", "c.HTM", "d.md", "e.docx", "f.pdf", "g.xls", "h")
    assert names(tmp_path) == ["a.txt", "b.html", "c.HTM", "d.md", "e.docx", "f.pdf"]


def test_the_views_of_a_build_are_no_documents(tmp_path: Path) -> None:
    views = {*EXPORTERS, *(file for form in FORMS.values() for file in form), "summary.md"}
    pages(tmp_path, *views, "page.txt", "deep/graph.html", "deep/summary.md")
    assert names(tmp_path) == ["deep/graph.html", "deep/summary.md", "page.txt"]
    assert names(tmp_path / "summary.md") == ["summary.md"]


def test_a_folder_may_be_called_like_a_file(tmp_path: Path) -> None:
    pages(tmp_path, "x.txt/page.txt")
    assert names(tmp_path) == ["x.txt/page.txt"]
    assert names(tmp_path / "x.txt") == ["page.txt"]


def test_links_to_files_are_followed_and_links_to_folders_named(tmp_path: Path) -> None:
    pages(tmp_path, "real/page.txt")
    (tmp_path / "real" / "link.txt").symlink_to(tmp_path / "real" / "page.txt")
    (tmp_path / "real" / "up").symlink_to(tmp_path)
    assert names(tmp_path) == ["real/link.txt"]
    assert wrong(tmp_path) == ["up: is a link to a folder"]


def test_links_that_lead_nowhere_are_named(tmp_path: Path) -> None:
    pages(tmp_path, "page.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "lost.txt").symlink_to(tmp_path / "none")
    assert names(tmp_path) == ["page.txt"]
    assert wrong(tmp_path) == ["loop.txt: is no file, or a link to none", "lost.txt: is no file, or a link to none"]
    assert "loop.txt: Too many levels" in wrong(tmp_path / "loop.txt")[0]


def test_folders_may_lie_deep(tmp_path: Path) -> None:
    deep(tmp_path)
    assert len(names(tmp_path)) == 1


def test_a_folder_that_cannot_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages(tmp_path, "page.txt", "closed/page.txt")
    scandir = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr("kg.documents.find.os.scandir", refuse)
    assert names(tmp_path) == ["page.txt"]
    assert wrong(tmp_path) == ["closed: Permission denied"]


def test_ten_thousand_files_are_found(tmp_path: Path) -> None:
    for number in range(10_000):
        (tmp_path / f"{number}.txt").touch()
    assert len(names(tmp_path)) == 10_000


def test_a_name_with_a_line_break_is_shown_on_one_line(tmp_path: Path) -> None:
    (error,) = find([tmp_path / "a\n\x1b[31m.txt"])[1]
    assert isinstance(error, SourceError)
    assert str(error).splitlines() == [f"{tmp_path}/a\\n\\x1b[31m.txt: no such file or folder; check the path"]
