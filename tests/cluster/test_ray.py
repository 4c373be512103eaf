"""`kg` on a Ray cluster of two nodes on this machine: the same as without, also when a node is lost on the way."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from engines.reading import pages

from kg import pipeline
from kg.export import jsonl

pytest.importorskip("daft", reason="needs the extra cluster")
utils = pytest.importorskip("ray.cluster_utils", reason="needs Ray, of the extra cluster")

if TYPE_CHECKING:
    from ray.cluster_utils import Cluster

NODE = {"num_cpus": 1, "object_store_memory": 100 * 2**20, "include_dashboard": False}

pytestmark = pytest.mark.ray


@pytest.fixture
def cluster(monkeypatch: pytest.MonkeyPatch) -> "Iterator[Cluster]":
    monkeypatch.setenv("RAY_raylet_start_wait_time_s", "120")
    nodes = utils.Cluster(initialize_head=True, head_node_args=NODE)
    yield nodes
    nodes.shutdown()


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for one in pages(120):
        (folder / one.name).write_text(one.text * 20, encoding="utf-8")
    return folder


def expected(corpus: Path) -> list[str]:
    return [jsonl.line(found) for found in pipeline.extract(pipeline.read_all([corpus]).documents)]


def reading(corpus: Path, address: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "kg", "extract", "--ray", address, str(corpus)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8")


def lines(process: "subprocess.Popen[str]") -> Iterator[str]:
    assert process.stdout
    return (line.rstrip("\n") for line in process.stdout)


def test_two_nodes_read_what_one_process_reads(cluster: "Cluster", corpus: Path) -> None:
    cluster.add_node(**NODE)
    process = reading(corpus, cluster.address)
    assert list(lines(process)) == expected(corpus)
    assert process.wait() == 0


def test_a_node_that_is_lost_on_the_way_changes_nothing(cluster: "Cluster", corpus: Path) -> None:
    lost = cluster.add_node(**NODE)
    process = reading(corpus, cluster.address)
    printed = lines(process)
    first = next(printed)
    cluster.remove_node(lost, allow_graceful=False)
    assert [first, *printed] == expected(corpus)
    assert process.wait() == 0
