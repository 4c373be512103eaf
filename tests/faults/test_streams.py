"""Closed streams, empty arguments and faults of the program itself: a line that says what to do, never a traceback."""

import subprocess
import sys
from pathlib import Path

import pytest

from kg import cli, pipeline
from kg.cli.console import BROKEN, DONE, WRONG

PAGE = "城北区商务局局长李国强到云山街道调研。\n"


def shell(command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    return tmp_path / "page.txt"


def test_a_closed_output_is_told(page: Path) -> None:
    done = shell(f"{sys.executable} -m kg extract {page} >&-")
    assert (done.returncode, done.stderr) == (
        WRONG,
        "kg: standard output: is closed; send it to a file, such as with > FILE\n",
    )


def test_a_build_needs_no_output(page: Path) -> None:
    done = shell(f"{sys.executable} -m kg build {page} -o {page.parent / 'out'} >&- 2>&-")
    assert (done.returncode, done.stderr) == (DONE, "")
    assert (page.parent / "out" / "graph.ttl").exists()


@pytest.mark.parametrize("arguments", [["extract", ""], ["build", "", "-o", "out"], ["build", "page.txt", "-o", ""]])
def test_an_empty_path_is_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        cli.main(arguments)
    assert exit_.value.code == WRONG
    assert "it is empty: name a file or folder, or . for this folder" in capsys.readouterr().err


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("7 by\nnothing")

    monkeypatch.setattr(pipeline, "find", fail)


@pytest.mark.usefixtures("broken")
def test_a_fault_of_the_program_is_one_line(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["extract", str(page)]) == BROKEN
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("kg: a fault of the program (ZeroDivisionError: kg/pipeline.py:")
    assert r"7 by\nnothing); please report this line" in line


@pytest.mark.usefixtures("broken")
def test_the_traceback_is_shown_on_demand(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--debug", "extract", str(page)]) == BROKEN
    told = capsys.readouterr().err
    assert told.startswith("Traceback (most recent call last):")
    assert told.splitlines()[-1].startswith("kg: a fault of the program")


def test_want_of_memory_is_told(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(pipeline, "find", fail)
    assert cli.main(["extract", str(page)]) == WRONG
    assert capsys.readouterr().err == "kg: not enough memory; split the largest files, or build with fewer of them\n"
