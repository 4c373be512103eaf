"""Work beside other work: where it is done, and what happens when it fails."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.export import beside as module
from kg.export.beside import beside

HERE = os.getpid()


def processes(file: Path) -> list[int]:
    return [int(line) for line in file.read_text(encoding="ascii").split()]


def told(file: Path) -> None:
    with file.open("a", encoding="ascii") as log:
        log.write(f"{os.getpid()}\n")


@pytest.mark.skipif(not module.COPIES, reason="no copies of processes here")
def test_a_copy_does_the_work_once(tmp_path: Path) -> None:
    with beside(lambda: told(tmp_path / "log")):
        pass
    (worker,) = processes(tmp_path / "log")
    assert worker != HERE


@pytest.mark.parametrize("copies", [True, False])
def test_without_a_copy_the_work_comes_after_the_block(
    copies: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "COPIES", copies)
    with beside(lambda: told(tmp_path / "log"), worth=not copies):
        assert not (tmp_path / "log").exists()
    assert processes(tmp_path / "log") == [HERE]


@pytest.mark.skipif(not module.COPIES, reason="no copies of processes here")
def test_what_a_killed_copy_leaves_is_done_here(tmp_path: Path) -> None:
    def work() -> None:
        told(tmp_path / "log")
        if os.getpid() != HERE:
            os.kill(os.getpid(), signal.SIGKILL)

    with beside(work):
        pass
    assert processes(tmp_path / "log")[1:] == [HERE]


def test_an_error_of_the_work_is_raised_here_and_nothing_printed(capfd: pytest.CaptureFixture[str]) -> None:
    def work() -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space left"), beside(work):
        pass
    assert capfd.readouterr() == ("", "")


def test_when_the_block_fails_the_work_is_left(tmp_path: Path) -> None:
    with pytest.raises(KeyError), beside(lambda: signal.pause() or told(tmp_path / "log")):  # type: ignore[func-returns-value]
        raise KeyError
    assert not (tmp_path / "log").exists()


@pytest.mark.skipif(not module.COPIES, reason="no copies of processes here")
def test_a_copy_does_not_outlive_the_first_process(tmp_path: Path) -> None:
    code = f"""
import os, pathlib, signal
from kg.export.beside import beside

def work():
    pathlib.Path({str(tmp_path / "copy")!r}).write_text(str(os.getpid()))
    signal.pause()

with beside(work):
    signal.pause()
"""
    first = subprocess.Popen([sys.executable, "-c", code])
    copy = named(tmp_path / "copy")
    first.kill()
    first.wait()
    assert ended(copy)


def named(file: Path) -> int:
    """The process that a file names, as soon as it does."""
    for _ in range(200):
        if file.exists() and (text := file.read_text(encoding="ascii")):
            return int(text)
        time.sleep(0.05)
    raise AssertionError(f"no {file}")


def ended(process: int) -> bool:
    """Whether a process is gone, or only waits to be buried, within ten seconds."""
    for _ in range(200):
        status = Path(f"/proc/{process}/stat")
        if not status.exists() or status.read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.05)
    return False
