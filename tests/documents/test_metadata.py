"""`metadata.csv`: what it says of files below it, and what is wrong with it, by line."""

from pathlib import Path

import pytest

from kg.documents.find import find
from kg.documents.metadata import described
from kg.errors import SourceError
from kg.model import Source

HEADER = "document,title,date,publisher,url\n"


def told(folder: Path, sheet: str | bytes, *names: str) -> tuple[dict[str, Source], list[SourceError]]:
    """What `metadata.csv` says of the files of a folder, by their names, and what is wrong with it."""
    for name in names or ("a.txt", "b.txt", "deep/c.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("区", encoding="utf-8")
    (folder / "metadata.csv").write_bytes(sheet if isinstance(sheet, bytes) else sheet.encode())
    found, wrong = described(find([folder])[0])
    return {path.relative_to(folder.resolve()).as_posix(): source for path, source in found.items()}, wrong


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_says_of_files_what_their_row_holds(tmp_path: Path, encoding: str) -> None:
    sheet = HEADER + 'a.txt,"头版,要闻",2025-03-05,东川报,https://example.org/a?p=1\n\ndeep/c.txt,,,,\n'
    found, wrong = told(tmp_path, sheet.encode(encoding))
    assert not wrong
    assert found == {
        "a.txt": Source("头版,要闻", "2025-03-05", "东川报", "https://example.org/a?p=1"),
        "deep/c.txt": Source(),
    }


@pytest.mark.parametrize("printed", ["2025-03-05", "2025-3-5", "2025/3/5", "2025年3月5日", "2025.03.05"])
def test_a_date_in_any_full_form_is_an_iso_date(tmp_path: Path, printed: str) -> None:
    found, wrong = told(tmp_path, f"document,date\na.txt,{printed}\n")
    assert (found["a.txt"].date, wrong) == ("2025-03-05", [])


def test_columns_may_be_few_in_any_order_and_others_are_the_users_own(tmp_path: Path) -> None:
    found, wrong = told(tmp_path, "备注, Title ,DOCUMENT\r\n好,头版,a.txt\r\n")
    assert (found, wrong) == ({"a.txt": Source("头版")}, [])


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("none.txt,,,,", "line 3 alone is left out: no file none.txt"),
        (f"{'a' * 300}.txt,,,,", "line 3 alone is left out: no file a"),
        (",头版,,,", "line 3 alone is left out: names no document"),
        ("b.txt,,2025-02-30,,", "line 3 alone is left out: 2025-02-30 is no date"),
        ("b.txt,,2025-03,,", "line 3 alone is left out: 2025-03 is no date"),
        ("b.txt,,,,example.org", "line 3 alone is left out: example.org is no address"),
        ("b.txt,,,,https://example.org/a b", "is no address"),
        ("b.txt,,,,javascript:alert(1)", "is no address"),
        ("b.txt,头版,要闻,2025-03-05,东川报,https://example.org", "more cells than there are columns"),
        ("a.txt,另一题,,,", "line 3 alone is left out: a.txt has a row already"),
    ],
)
def test_a_row_that_cannot_be_used_is_left_out_and_named(tmp_path: Path, row: str, reason: str) -> None:
    found, wrong = told(tmp_path, f"{HEADER}a.txt,头版,,,\n{row}\n")
    assert found == {"a.txt": Source("头版")}
    (error,) = wrong
    assert error.path == tmp_path / "metadata.csv"
    assert reason in error.reason
    assert error.remedy


@pytest.mark.parametrize(
    ("sheet", "reason"),
    [
        (b"", "does not name the columns"),
        (b"a.txt,x\n", "does not name the columns"),
        (b"document\na.txt\n", "does not name the columns"),
        (b"document;title\na.txt;x\n", "does not name the columns"),
        (b'document,title\na.txt,"x\n', "line 2: "),
        (b"document,title\na.txt,\xff\xff\n", "neither utf-8"),
    ],
)
def test_a_sheet_that_cannot_be_read_is_named_once(tmp_path: Path, sheet: bytes, reason: str) -> None:
    found, (error,) = told(tmp_path, sheet)
    assert found == {}
    assert reason in error.reason


def test_a_sheet_in_a_folder_below_speaks_of_its_own_files(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep/metadata.csv").write_text("document,title\nc.txt,内页\n", encoding="utf-8")
    found, wrong = told(tmp_path, "document,title\na.txt,头版\ndeep/c.txt,又一题\n")
    assert found == {"a.txt": Source("头版"), "deep/c.txt": Source("又一题")}
    assert [(error.path, error.reason) for error in wrong] == [
        (tmp_path / "deep/metadata.csv", "line 2 alone is left out: c.txt has a row already")
    ]


def test_of_a_single_file_the_sheet_beside_it_is_read(tmp_path: Path) -> None:
    told(tmp_path, "document,title\na.txt,头版\nb.txt,二版\n")
    files, _ = find([tmp_path / "a.txt"])
    found, wrong = described(files)
    assert (found[(tmp_path / "a.txt").resolve()], wrong) == (Source("头版"), [])


@pytest.mark.parametrize("given", ["deep", "deep/c.txt", ".", "../pages/deep"])
def test_a_sheet_above_the_input_is_not_heeded_and_that_is_told(
    tmp_path: Path, given: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    told(pages, "document,title\ndeep/c.txt,头版\na.txt,\n")
    monkeypatch.chdir(pages / "deep" if given == "." else pages)
    found, (wrong,) = described(find([Path(given)])[0])
    assert found == {}
    assert Path(wrong.path) == Path(
        {".": "../metadata.csv", "../pages/deep": "../pages/metadata.csv"}.get(given, "metadata.csv")
    )
    assert "not heeded" in wrong.reason


@pytest.mark.parametrize(
    "sheet",
    [
        "document,title\na.txt,头版\nc.txt,\nnone.txt,\n",
        "name,phone\ndeep/c.txt,1\n",
        "document\ndeep/c.txt\n",
        "\0",
        "",
    ],
)
def test_a_sheet_above_the_input_that_speaks_of_other_things_is_nobodys_concern(tmp_path: Path, sheet: str) -> None:
    told(tmp_path, sheet)
    assert described(find([tmp_path / "deep"])[0]) == ({}, [])


def test_a_sheet_that_is_heeded_for_one_input_is_not_told_of_for_another(tmp_path: Path) -> None:
    told(tmp_path, "document,title\ndeep/c.txt,头版\na.txt,二版\n")
    found, wrong = described(find([tmp_path / "deep", tmp_path / "a.txt"])[0])
    assert wrong == []
    assert {source.title for source in found.values()} == {"头版", "二版"}


def test_a_sheet_reached_by_two_paths_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told(tmp_path, "document,title\na.txt,头版\n")
    monkeypatch.chdir(tmp_path)
    found, wrong = described(find([Path("a.txt"), tmp_path / "b.txt"])[0])
    assert (list(found.values()), wrong) == ([Source("头版")], [])
