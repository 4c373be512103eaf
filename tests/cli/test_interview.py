"""Questions and answers on the terminal, and what is written down of them."""

import io
from pathlib import Path

import pytest
from factory import entity, evidence, graph, relation

from kg.cli.interview import Interview
from kg.resolve.doubts import Doubt, PairDoubt, RelationDoubt
from kg.resolve.judgements import FILE, Judgement, PairJudgement, append, read

MALLS = tuple(entity(f"place-5a000000000{number}", "万象城", type="Place") for number in range(3))
PERSON, BODY = entity("per-5a0000000004", "李明", type="Person"), entity("org-5a0000000005", "城北区商务局")
POST = relation("holdsPost", PERSON.id, BODY.id, evidence("局长李明[出席]", confidence=0.4), title="局长")
GRAPH = graph((*MALLS, PERSON, BODY), (POST,))
PAIRS: list[Doubt] = [PairDoubt(MALLS[a], MALLS[b], "both are called 万象城", 1) for a, b in ((0, 1), (1, 2), (0, 2))]
WRONG: Doubt = RelationDoubt(POST, PERSON, BODY, "read by guess", 1)


class Desk:
    """One interview about the graph: the answers are typed beforehand."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.file = folder / FILE
        self._typed = monkeypatch

    def ask(self, doubts: list[Doubt], *answers: str) -> int:
        self._typed.setattr("sys.stdin", io.StringIO("".join(f"{each}\n" for each in answers)))
        return Interview(GRAPH, self.file, "li").ask(doubts)

    @property
    def verdicts(self) -> list[str]:
        return [one.verdict for one in read(self.file)]

    @property
    def written(self) -> tuple[Judgement, ...]:
        return read(self.file)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(tmp_path, monkeypatch)


def test_an_answer_is_written_with_what_it_is_about_and_who_gave_it(desk: Desk) -> None:
    assert desk.ask([PAIRS[0], WRONG], "d", "w") == 2
    pair, post = desk.written
    assert isinstance(pair, PairJudgement)
    assert (pair.left, pair.right, pair.left_name, pair.verdict) == (MALLS[0].id, MALLS[1].id, "万象城", "different")
    assert (pair.who, post.who, post.verdict) == ("li", "li", "wrong")


@pytest.mark.parametrize(
    ("doubt", "answers", "verdict"),
    [
        (PAIRS[0], ["s"], "same"),
        (PAIRS[0], ["d"], "different"),
        (PAIRS[0], ["U"], "unsure"),
        (PAIRS[0], ["r", "same", "", "s"], "same"),
        (WRONG, ["r"], "right"),
        (WRONG, ["W"], "wrong"),
        (WRONG, ["s", "u"], "unsure"),
    ],
)
def test_keys_that_mean_nothing_here_are_asked_again(
    doubt: Doubt, answers: list[str], verdict: str, desk: Desk
) -> None:
    assert desk.ask([doubt], *answers) == 1
    assert desk.verdicts == [verdict]


def test_what_follows_from_answers_is_not_asked(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk.ask(PAIRS, "s", "s") == 2
    assert desk.verdicts == ["same", "same"]
    assert "3 of 3" not in capsys.readouterr().err


@pytest.mark.parametrize("answers", [["s", "q"], ["s"]])
def test_who_quits_keeps_the_answers_given_and_is_asked_no_more(
    answers: list[str], desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk.ask([PAIRS[0], WRONG, PAIRS[1]], *answers) == 1
    assert desk.verdicts == ["same"]
    assert "3 of 3" not in capsys.readouterr().err


def test_nothing_to_ask_writes_no_file(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk.ask([]) == 0
    assert not desk.file.exists()
    assert capsys.readouterr() == ("", "")


def test_an_answer_against_those_before_is_not_taken_and_the_question_stays(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    for mall, code in zip(MALLS, ("120102", "120103"), strict=False):
        append(desk.file, PairJudgement(left=mall.id, right=f"place-{code}", verdict="same"))
    assert desk.ask(PAIRS[:1], "s", "u") == 1
    assert desk.verdicts == ["same", "same", "unsure"]
    assert capsys.readouterr().err.count("not taken: ") == 1


def test_questions_are_no_results(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.ask([WRONG], "r")
    said = capsys.readouterr()
    assert said.out == ""
    assert "1 of 1" in said.err
    assert "r right, w wrong, u unsure, q quit" in said.err
