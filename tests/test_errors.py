"""What errors tell, and that they tell it wherever they arrive."""

import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import (
    ClusterError,
    JudgementError,
    KgError,
    OntologyError,
    OutputError,
    QueryError,
    SourceError,
    WorkerError,
    shown,
)

ERRORS = [
    SourceError(Path("a.txt"), "is empty", "delete it"),
    OntologyError("kg.ttl", "kg:Person", "has no label"),
    JudgementError("judgements.jsonl", ["a = b (line 1)", "b = c (line 2)", "a ≠ c (line 3)"], [1, 2, 3]),
    WorkerError("a.txt"),
    ClusterError("out of memory"),
    QueryError("expected SELECT"),
    OutputError(Path("out"), "is full"),
]


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (ERRORS[0], "a.txt: is empty; delete it"),
        (ERRORS[1], "kg.ttl: kg:Person: has no label"),
        (
            ERRORS[2],
            "judgements.jsonl: a = b (line 1), b = c (line 2), but a ≠ c (line 3);"
            " these cannot all hold: correct or delete one of the lines",
        ),
        (ERRORS[4], "Daft could not read the documents: out of memory"),
        (ERRORS[6], "out: is full"),
    ],
)
def test_an_error_names_the_place_what_is_wrong_and_what_to_do(error: KgError, text: str) -> None:
    assert str(error) == text


def test_a_killed_worker_is_told_with_its_document_and_a_way_out() -> None:
    assert str(ERRORS[3]).startswith("a.txt: ")
    assert str(ERRORS[3]).endswith("then run the command again")


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_of_another_process_arrives_whole(error: KgError) -> None:
    found = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(found) is type(error)
    assert (str(found), vars(found)) == (str(error), vars(error))


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_every_error_is_caught_by_the_root(error: KgError) -> None:
    assert isinstance(error, KgError)


def test_only_the_last_line_of_a_long_reason_of_the_cluster_is_shown() -> None:
    error = ClusterError("Traceback\n  File x\nValueError: no\x1b[31m\n")
    assert str(error) == "Daft could not read the documents: ValueError: no\\x1b[31m"


@given(st.text(st.characters()))
def test_a_shown_name_is_one_printable_line_that_can_be_encoded(name: str) -> None:
    assert shown(name).isprintable()
    shown(name).encode()


@given(st.text())
def test_what_is_printable_is_shown_as_it_is(name: str) -> None:
    if name.isprintable():
        assert shown(name) == name


@pytest.mark.parametrize(
    ("name", "expected"), [("a\nb", "a\\nb"), ("\x1b[2J", "\\x1b[2J"), ("\udcff", "\\udcff"), ("会议'", "会议'")]
)
def test_what_steers_a_terminal_is_escaped_and_nothing_else(name: str, expected: str) -> None:
    assert shown(name) == expected


def test_names_in_messages_are_escaped() -> None:
    for error in (SourceError("a\n.txt", "", ""), WorkerError("a\n.txt"), OutputError("a\n.txt", "")):
        assert "\n" not in str(error)


def test_a_reason_without_words_is_told_by_its_kind() -> None:
    assert str(ClusterError(MemoryError())) == "Daft could not read the documents: MemoryError"
