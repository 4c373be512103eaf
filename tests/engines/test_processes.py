"""Worker processes read the same as this one, in order; and what happens when one of them is killed."""

import os
import signal
from pathlib import Path

import pytest
from engines.reading import pages

from kg import pipeline
from kg.engines import processes
from kg.errors import OntologyError, WorkerError
from kg.model import Document, Extraction

KILL = "kill this worker"


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few characters count as many."""
    monkeypatch.setattr(processes, "_FEW", 1)


def killed(document: Document) -> Extraction:
    """What a worker does whom the system ends at a certain page."""
    if KILL in document.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return Extraction(document, (), (), (), ())


def killed_once(document: Document) -> Extraction:
    """The same, but the file named on the page remembers that it happened."""
    mark = Path(document.text)
    if mark.is_absolute() and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return Extraction(document, (), (), (), ())


def noted(document: Document) -> Extraction:
    """Leaves a file where the page says."""
    Path(document.text).touch()
    return Extraction(document, (), (), (), ())


def refused(document: Document) -> Extraction:
    raise OntologyError("kg.ttl", document.name, "is broken")


@pytest.mark.usefixtures("many")
def test_workers_read_what_one_process_reads_and_in_its_order() -> None:
    documents = pages(12)
    assert list(processes.extract(documents, 2)) == list(pipeline.extract(documents))


def test_little_text_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_parallel", None)
    documents = pages(2)
    assert [one.document for one in processes.extract(documents)] == documents
    assert list(processes.extract([])) == []


@pytest.mark.usefixtures("many")
def test_one_job_is_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_parallel", None)
    assert len(list(processes.extract(pages(2), 1))) == 2


@pytest.mark.usefixtures("many")
def test_a_worker_that_is_killed_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_read", killed_once)
    documents = [*pages(5), Document("killer.txt", str(tmp_path / "killed"), "0"), *pages(9)]
    assert [one.document for one in processes.extract(documents, 2)] == documents
    assert (tmp_path / "killed").exists()


@pytest.mark.usefixtures("many")
def test_a_page_that_kills_every_worker_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_read", killed)
    found: list[Extraction] = []
    with pytest.raises(WorkerError, match=r"killer\.txt: .* memory") as caught:
        found += processes.extract([*pages(3), Document("killer.txt", KILL, "0"), *pages(3)], 2)
    assert caught.value.document == "killer.txt"


@pytest.mark.usefixtures("many")
def test_an_error_of_a_worker_arrives_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_read", refused)
    with pytest.raises(OntologyError, match=r"kg\.ttl: 000\.txt: is broken") as caught:
        list(processes.extract(pages(2), 2))
    assert caught.value.entry == "000.txt"


@pytest.mark.usefixtures("many")
def test_no_more_is_read_than_a_little_ahead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_read", noted)
    reading = processes.extract([Document(f"{n}", str(tmp_path / f"{n}"), "0") for n in range(100)], 2)
    next(reading)
    del reading  # ends the workers
    assert len(list(tmp_path.iterdir())) < 20
