"""A disk that is full or cannot be written: the last build stays whole, and the message names the place."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kg import cli, pipeline
from kg.cli.console import WRONG
from kg.errors import OutputError
from kg.export.aside import aside
from kg.model import Document

PAGE = "城北区商务局局长李国强到云山街道调研。\n"


@pytest.fixture(scope="module")
def found() -> list[pipeline.Extraction]:
    return list(pipeline.extract([Document("page.txt", PAGE, "0")]))


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """No file may grow above a size, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def state(out: Path) -> dict[str, bytes]:
    """All that a folder holds, hidden files too."""
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


@pytest.mark.parametrize("size", [0, 1_000, 20_000, 300_000])  # where one file after the other still fits
def test_a_full_disk_leaves_the_last_build(size: int, found: list[pipeline.Extraction], tmp_path: Path) -> None:
    pipeline.build(found, (), tmp_path)
    before = state(tmp_path)
    with pytest.raises(OutputError, match=r"too large.*; make room there, or name a folder"), room_for(size):
        pipeline.build(found, (), tmp_path)
    assert state(tmp_path) == before


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="only Linux has a folder where not even root may write")
def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    assert cli.main(["build", str(tmp_path / "page.txt"), "-o", "/proc/kg"]) == WRONG
    assert capsys.readouterr().err.startswith("kg: /proc/kg: ")


def test_a_second_build_into_one_folder_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    build = ["build", str(tmp_path / "page.txt"), "-o", str(tmp_path)]
    with aside(tmp_path):
        assert cli.main(build) == WRONG
    assert "another run is writing into it; wait for it, or name another folder" in capsys.readouterr().err
    assert cli.main(build) == 0
