"""Paths as arguments."""

from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path

import pytest

from kg.cli.paths import folder, pages, path, table


def given(*arguments: str) -> list[Path | str]:
    parser = ArgumentParser()
    pages(parser)
    found: list[Path | str] = parser.parse_args(arguments).paths
    return found


def test_files_and_folders_come_as_paths_in_their_order() -> None:
    assert given("b.txt", ".", "a") == [Path("b.txt"), Path(), Path("a")]


@pytest.mark.parametrize("address", ["s3://bucket//pages", "https://example.org/a/../b"])
def test_an_address_stays_as_it_is(address: str) -> None:
    assert given(address) == [address]


@pytest.mark.parametrize("arguments", [[], [""], ["a.txt", ""]])
def test_nothing_and_an_empty_path_are_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        given(*arguments)
    assert "PATH" in capsys.readouterr().err


def test_an_empty_path_is_not_the_current_folder() -> None:
    with pytest.raises(ArgumentTypeError, match=r"or \. for this folder"):
        path("")
    assert path(".") == Path()


def test_a_file_is_no_folder_to_write_into(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("x", encoding="utf-8")
    with pytest.raises(ArgumentTypeError, match=r"x\.txt is a file; name a folder"):
        folder(str(tmp_path / "x.txt"))
    assert folder(str(tmp_path)) == tmp_path
    assert folder(str(tmp_path / "new")) == tmp_path / "new"


def test_a_table_is_parquet() -> None:
    with pytest.raises(ArgumentTypeError, match=r"x\.csv names no Parquet table; write \.parquet"):
        table("x.csv")
    assert table("x.PARQUET") == Path("x.PARQUET")
