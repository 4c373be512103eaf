"""What reads the pages: the cache beside the graph, worker processes, and how both end when they are stopped."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest
from engines.reading import pages

from kg import cli, pipeline
from kg.cli.console import DONE, INTERRUPTED, WRONG
from kg.engines import cache, fingerprint

CACHE = cache.FOLDER


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for one in pages(4):
        (folder / one.name).write_text(one.text, encoding="utf-8")
    return folder


def build(corpus: Path, out: Path, *options: str) -> dict[str, bytes]:
    """The files that a build leaves, by name."""
    assert cli.main(["build", str(corpus), "-o", str(out), *options]) == DONE
    return {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}


def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the documents that are read from now on."""
    names: list[str] = []
    reading = pipeline.extract
    monkeypatch.setattr(pipeline, "extract", lambda documents: reading(map(noted(names), documents)))
    return names


def noted(names: list[str]):  # type: ignore[no-untyped-def]
    return lambda document: names.append(document.name) or document


def test_the_cache_changes_no_byte(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh, first = build(corpus, tmp_path / "fresh", "--no-cache"), build(corpus, tmp_path / "out")
    names = asked(monkeypatch)
    assert fresh == first == build(corpus, tmp_path / "out")
    assert names == []
    assert not (tmp_path / "fresh" / CACHE).exists()


def test_only_what_is_new_is_read_and_what_is_gone_leaves_the_graph(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(corpus, tmp_path / "out")
    names = asked(monkeypatch)
    (corpus / "000.txt").unlink()
    (corpus / "new.txt").write_text("城北区民政局局长孙立新到和平街道调研。\n", encoding="utf-8")
    found = build(corpus, tmp_path / "out")
    assert names == ["new.txt"]
    assert "孙立新" in found["graph.ttl"].decode()
    assert "000.txt" not in found["graph.ttl"].decode()
    assert "000.txt" not in found["mentions.jsonl"].decode()
    assert found == build(corpus, tmp_path / "other", "--no-cache")


def test_another_model_reads_all_again(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(corpus, tmp_path / "out")
    monkeypatch.setattr(fingerprint, "fingerprint", lambda: "another model")
    names = asked(monkeypatch)
    build(corpus, tmp_path / "out")
    assert len(names) == 4


def test_all_is_read_without_the_cache(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(corpus, tmp_path / "out")
    names = asked(monkeypatch)
    build(corpus, tmp_path / "out", "--no-cache")
    assert len(names) == 4


def test_the_cache_is_not_read_as_pages(corpus: Path) -> None:
    build(corpus, corpus)
    assert len(pipeline.read_all([corpus]).documents) == 4


@pytest.mark.parametrize("jobs", ["0", "-1", "two", ""])
def test_a_number_of_processes_that_is_none_is_wrong_usage(jobs: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        cli.main(["extract", "seeds", f"--jobs={jobs}"])
    assert exit_.value.code == WRONG
    assert f"{jobs} is no number to count with: write a whole number, 1 or more" in capsys.readouterr().err


def test_a_ray_cluster_is_never_left_out(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cluster = ModuleType("kg.engines.cluster")
    addresses: list[str] = []
    cluster.extract = lambda _, address: addresses.append(address) or ()  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "kg.engines.cluster", cluster)
    monkeypatch.setattr("kg.engines.cluster", cluster, raising=False)
    assert cli.main(["extract", str(corpus), "--ray", "head:6379"]) == DONE
    assert addresses == ["head:6379"]


def long_build(corpus: Path, out: Path) -> "subprocess.Popen[str]":
    """A build that takes a while, in a group of its own, as a terminal starts it."""
    for number in range(40):
        (corpus / f"long{number}.txt").write_text(
            f"{number}城北区商务局局长李国强到云山街道调研。\n" * 300, encoding="utf-8"
        )
    command = [sys.executable, "-m", "kg", "build", str(corpus), "-o", str(out), "--jobs", "2"]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)


def living(group: int) -> list[int]:
    """The processes of a group that have not ended within ten seconds."""
    for _ in range(100):
        table = subprocess.run(
            ["/bin/ps", "-eo", "pgid=,pid=,stat="], capture_output=True, text=True, check=True
        ).stdout
        rows = [row.split() for row in table.splitlines()]
        left = [int(pid) for pgid, pid, state in rows if int(pgid) == group and not state.startswith("Z")]
        if not left:
            break
        time.sleep(0.1)
    return left


def some_kept(out: Path) -> int:
    """How many documents are in the cache, once there are some."""
    while not (kept := len(list((out / CACHE).glob("*.json.z"))) if (out / CACHE).exists() else 0):
        time.sleep(0.1)
    return kept


@pytest.mark.parametrize("started", [False, True])
def test_ctrl_c_ends_all_workers_quietly(corpus: Path, tmp_path: Path, *, started: bool) -> None:
    process = long_build(corpus, tmp_path / "out")
    if started:
        some_kept(tmp_path / "out")
    else:
        time.sleep(1.5)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert (process.returncode, told) == (INTERRUPTED, "kg: interrupted\n")
    assert living(process.pid) == []


def test_a_build_that_was_killed_goes_on_where_it_was(corpus: Path, tmp_path: Path) -> None:
    process = long_build(corpus, tmp_path / "out")
    some_kept(tmp_path / "out")
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    entries = {path: path.stat().st_mtime_ns for path in (tmp_path / "out" / CACHE).glob("*.json.z")}
    for path in corpus.glob("long[1-9]*.txt"):
        path.unlink()
    fingerprint.fingerprint.cache_clear()
    found = build(corpus, tmp_path / "out")
    assert found == build(corpus, tmp_path / "other", "--no-cache")
    assert any(path.exists() and path.stat().st_mtime_ns == time_ for path, time_ in entries.items())
