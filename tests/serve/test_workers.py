"""Processes that answer: stopped when they take too long, started again, and never more at work than allowed."""

import multiprocessing
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from factory import entity, graph, small_graph

from kg.export import turtle
from kg.serve.engine import Question, Reply
from kg.serve.limits import Limits
from kg.serve.workers import Workers

COUNT = "SELECT (COUNT(*) AS ?n) { ?s a kg:Entity }"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r }"
ONE = Limits(seconds=1, waiting=0.1, at_a_time=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    turtle.write(small_graph(), tmp_path / "graph.ttl")
    return tmp_path


@pytest.fixture
def workers(folder: Path) -> Iterator[Workers]:
    with Workers(folder, ONE) as running:
        yield running


def asked(workers: Workers, sparql: str) -> Reply:
    return workers.answer(Question(sparql, None, "text/csv", "text/turtle"))


def test_an_endless_query_is_stopped_and_the_next_one_answered(workers: Workers) -> None:
    assert asked(workers, COUNT).content == b"n\r\n7\r\n"
    slow = asked(workers, ENDLESS)
    assert slow.status == 503
    assert b"no answer within 1 second" in slow.content
    assert asked(workers, COUNT).content == b"n\r\n7\r\n"


@pytest.mark.skipif(sys.platform != "linux", reason="no other system holds a process to its memory")
@pytest.mark.parametrize(
    "growing",
    [
        "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i",
        "SELECT (COUNT(DISTINCT *) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    ],
)
def test_a_query_that_takes_too_much_memory_is_stopped_and_told(
    folder: Path, growing: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with Workers(folder, Limits(seconds=60, memory=32 << 20, at_a_time=1)) as workers:
        assert asked(workers, COUNT).status == 200
        greedy = asked(workers, growing)
        assert (greedy.status, greedy.content) == (400, b"the query takes more than 32 MiB of memory; ask for less\n")
        assert asked(workers, COUNT).content == b"n\r\n7\r\n"
    assert capfd.readouterr() == ("", "")


def test_memory_is_counted_from_what_the_graph_takes(folder: Path) -> None:
    with Workers(folder, Limits(memory=4 << 20, at_a_time=1)) as workers:
        workers.ready()
        assert asked(workers, COUNT).content == b"n\r\n7\r\n"


@pytest.mark.parametrize("deep", ["(" * 300_000, "{" * 300_000, "!" * 900_000])
def test_a_query_that_brings_the_engine_down_is_survived(workers: Workers, deep: str) -> None:
    assert asked(workers, f"ASK {{ FILTER({deep}").status in (400, 500, 503)
    assert asked(workers, COUNT).content == b"n\r\n7\r\n"


def test_no_process_is_left_behind(folder: Path) -> None:
    before = set(multiprocessing.active_children())
    with Workers(folder, ONE) as workers:
        asked(workers, ENDLESS)
        asked(workers, COUNT)
        assert len(set(multiprocessing.active_children()) - before) == 1
    assert set(multiprocessing.active_children()) == before


def test_too_many_at_a_time_are_sent_away(workers: Workers) -> None:
    with ThreadPoolExecutor(4) as visitors:
        replies = list(visitors.map(asked, [workers] * 4, [ENDLESS] * 4))
    assert {reply.status for reply in replies} == {503}
    assert sum(b"no answer within" in reply.content for reply in replies) == 1
    assert sum(b"ask again" in reply.content for reply in replies) == 3
    assert asked(workers, COUNT).status == 200


def test_a_graph_that_was_built_again_is_read_again(folder: Path, workers: Workers) -> None:
    assert asked(workers, COUNT).content == b"n\r\n7\r\n"
    turtle.write(graph((entity("org-a", "甲局"),)), folder / "new.ttl")
    (folder / "new.ttl").replace(folder / "graph.ttl")
    assert asked(workers, COUNT).content == b"n\r\n1\r\n"


def test_a_graph_that_broke_is_said_without_its_path(folder: Path, workers: Workers) -> None:
    (folder / "graph.ttl").write_text("no Turtle", encoding="utf-8")
    broken = asked(workers, COUNT)
    assert broken.status == 500
    assert b"graph.ttl" in broken.content
    assert str(folder).encode() not in broken.content
    turtle.write(small_graph(), folder / "graph.ttl")
    assert asked(workers, COUNT).status == 200
