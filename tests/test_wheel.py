"""The wheel: the same bytes every time, and all that the program needs away from its checkout."""

import os
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parent.parent
PAGE = "安宁区商务局局长李国强表示，区商务局将深入实施提振消费专项行动。\n"


def run(*arguments: str | Path, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
        env={**os.environ, **environment},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def wheel(folder: Path) -> Path:
    run("-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return wheel(tmp_path_factory.mktemp("one"))


def test_two_builds_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    assert wheel(tmp_path).read_bytes() == built.read_bytes()


def test_the_wheel_is_small(built: Path) -> None:
    assert built.stat().st_size < 20_000_000


def test_the_program_runs_from_the_wheel_alone(built: Path, tmp_path: Path) -> None:
    home = tmp_path / "site"
    run("-m", "pip", "install", "--quiet", "--no-deps", "--target", home, built)
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    place = {"PYTHONPATH": str(home)}
    assert Path(run("-c", "import kg; print(kg.__file__)", **place).strip()).is_relative_to(home)
    run("-m", "kg", "build", tmp_path / "page.txt", "-o", tmp_path / "out", **place)
    assert "李国强" in run("-m", "kg", "query", tmp_path / "out", "posts", **place)
    assert "conforms" in run("-m", "kg", "validate", tmp_path / "out", **place)
    assert served(tmp_path / "out", "editor", home).startswith("<!DOCTYPE html>")


def served(folder: Path, page: str, home: Path) -> str:
    """What a server of the wheel's program sends."""
    command = [sys.executable, "-um", "kg", "serve", str(folder), "--port", "0"]
    environment = {**os.environ, "PYTHONPATH": str(home)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd="/", env=environment
    ) as server:
        assert server.stdout is not None
        address = server.stdout.readline().decode().split()[0]
        try:
            with urlopen(address + page) as answer:  # noqa: S310 - our own server
                return str(answer.read().decode())
        finally:
            server.terminate()
