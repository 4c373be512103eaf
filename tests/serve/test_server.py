"""`kg serve` as a program: where it listens, what it says when it cannot, and how it ends."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

import pytest
from factory import small_graph
from serve.running import Site

from kg import cli
from kg.cli.console import DONE, WRONG
from kg.export import turtle


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    turtle.write(small_graph(), tmp_path / "graph.ttl")
    return tmp_path


def press_ctrl_c(process: subprocess.Popen[str]) -> None:
    """What a terminal does: every process of the group hears of it."""
    os.killpg(process.pid, signal.SIGINT)


@contextmanager
def started(folder: Path) -> Iterator[tuple[subprocess.Popen[str], Site]]:
    command = [sys.executable, "-m", "kg", "serve", str(folder), "--port", "0"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, **pipes, text=True, start_new_session=True) as process:
        try:
            assert process.stderr
            address = process.stderr.readline().split()[0]
            yield process, Site(int(address.removeprefix("http://127.0.0.1:").rstrip("/")))
        finally:
            process.kill()


def test_it_serves_until_ctrl_c_and_ends_quietly(folder: Path) -> None:
    with started(folder) as (process, site):
        assert site.ask("SELECT (COUNT(*) AS ?n) { ?s a kg:Entity }", "text/csv").text.split() == ["n", "7"]
        press_ctrl_c(process)
        assert process.communicate(timeout=30) == ("", "")
        assert process.returncode == DONE


def test_a_question_that_runs_on_does_not_hold_it_up(folder: Path) -> None:
    endless = urlencode({"query": "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o FILTER(?a = ?b) }"})
    with started(folder) as (process, site), closing(HTTPConnection("127.0.0.1", site.port)) as visitor:
        visitor.request("GET", f"/sparql?{endless}")
        assert site.ask("ASK {}").status == 200
        press_ctrl_c(process)
        assert process.communicate(timeout=30) == ("", "")
        assert process.returncode == DONE


def test_ctrl_c_right_after_the_start_is_quiet_too(folder: Path) -> None:
    with started(folder) as (process, _):
        press_ctrl_c(process)
        assert process.communicate(timeout=30) == ("", "")
        assert process.returncode == DONE


def test_it_ends_when_told_to(folder: Path) -> None:
    with started(folder) as (process, site):
        assert site.send("GET", "/").status == 200
        process.terminate()
        assert process.communicate(timeout=30) == ("", "")
        assert process.returncode == DONE


def test_a_taken_port_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert cli.main(["serve", str(folder), "--port", str(port)]) == WRONG
    message = capsys.readouterr().err
    assert f"port {port}" in message
    assert "--port" in message


def test_a_port_that_is_none(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["serve", str(folder), "--port", "70000"]) == WRONG
    assert "port 70000" in capsys.readouterr().err


def test_a_missing_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["serve", str(tmp_path / "none")]) == WRONG
    message = capsys.readouterr().err
    assert str(tmp_path / "none") in message
    assert "kg build" in message


def test_a_folder_without_a_graph(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["serve", str(tmp_path)]) == WRONG
    assert "graph.ttl" in capsys.readouterr().err


def test_a_file_is_no_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["serve", str(folder / "graph.ttl")]) == WRONG
    assert "is no folder" in capsys.readouterr().err


@pytest.mark.parametrize("missing", ["starlette", "uvicorn", "mimeparse"])
def test_a_missing_extra_is_named(folder: Path, missing: str) -> None:
    without = f"import sys; sys.modules['{missing}'] = None; from kg.cli import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", without, "serve", str(folder)], capture_output=True, text=True, check=False
    )
    assert done.returncode == WRONG
    assert done.stderr.startswith(f"kg: kg serve needs {missing}")
    assert done.stderr.endswith("; install it with `pip install 'district-kg[serve]'`\n")


def test_help_has_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        cli.main(["serve", "--help"])
    assert exit_.value.code == DONE
    assert "Example: kg serve " in capsys.readouterr().out
