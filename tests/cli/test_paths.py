"""Paths as arguments."""

from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path

import pytest

from kg.cli.paths import pages, path


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
