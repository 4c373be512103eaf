"""What commands say, and where."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.cli.console import ATTENTION, DONE, fault, progress, say, show, told
from kg.errors import OutputError, SourceError
from kg.ontology import any_of
from kg.resolve.judgements import PairJudgement

SKIPPED = SourceError("a.txt", "is empty", "delete it")


class Terminal(io.StringIO):
    """A stream that a person looks at."""

    def isatty(self) -> bool:
        return True


def test_results_and_messages_do_not_mix(capsys: pytest.CaptureFixture[str]) -> None:
    show("结果")
    say("kg: 消息")
    assert capsys.readouterr() == ("结果\n", "kg: 消息\n")


def test_a_result_goes_where_it_is_sent(capsys: pytest.CaptureFixture[str]) -> None:
    out = io.StringIO()
    show("结果", out)
    assert out.getvalue() == "结果\n"
    assert capsys.readouterr().out == ""


def test_a_closed_output_is_told_and_a_closed_error_stream_does_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", None)
    monkeypatch.setattr("sys.stderr", None)
    with pytest.raises(OutputError, match="> FILE"):
        show("结果")
    say("nobody hears this")
    assert list(progress(iter("ab"), 2)) == ["a", "b"]


@pytest.mark.parametrize(
    ("skipped", "findings", "code", "said"),
    [
        ([], [], DONE, ""),
        ([SKIPPED], [], ATTENTION, "kg: skipped a.txt: is empty; delete it\n"),
        ([], ["two names"], ATTENTION, "kg: two names\n"),
        ([SKIPPED], ["two names"], ATTENTION, "kg: skipped a.txt: is empty; delete it\nkg: two names\n"),
    ],
)
def test_all_that_needs_attention_is_named_and_changes_the_exit_code(
    skipped: list[SourceError], findings: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(skipped, findings) == code
    assert capsys.readouterr() == ("", said)


@pytest.mark.parametrize(
    ("call", "error", "place"),
    [
        (lambda: PairJudgement(left=1, right=2, verdict="same"), "AttributeError", "kg/resolve/ids.py:"),
        (lambda: any_of([None]), "TypeError", "kg/ontology/words.py:"),
    ],
)
def test_a_fault_names_the_error_and_its_last_place_in_our_files(
    call: Callable[[], object], error: str, place: str
) -> None:
    with pytest.raises((AttributeError, TypeError)) as caught:
        call()
    assert f"({error}: {place}" in fault(caught.value)


@pytest.mark.parametrize(
    ("error", "what"),
    [(ValueError("two\nlines"), "(ValueError: two\\nlines)"), (ZeroDivisionError(), "(ZeroDivisionError)")],
)
def test_a_fault_from_elsewhere_is_one_line_without_a_place(error: Exception, what: str) -> None:
    assert what in fault(error)
    assert "\n" not in fault(error)
    assert str(Path(__file__).parent) not in fault(error)


def test_steps_stay_the_same_with_a_bar_and_without(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert list(progress(iter("ab"), 2)) == ["a", "b"]
    assert capsys.readouterr().err == ""
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    assert list(progress(iter("ab"), 2)) == ["a", "b"]
    assert "reading pages" in terminal.getvalue()
    assert capsys.readouterr().out == ""
