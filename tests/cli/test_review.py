"""`kg review` from a built folder to the next build: what is asked, what is written, what the graph then says."""

import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from resolve.marked import extraction

from kg import cli, pipeline, store
from kg.cli.console import DONE, INTERRUPTED, WRONG
from kg.model import Evidence, Relation

Review = Callable[..., str]

MALLS = [extraction(f"⟦L|万象城⟧第{n}次开业", name=f"{n}.txt") for n in range(3)]


def unsure(confidence: float = 0.4) -> pipeline.Extraction:
    read = extraction("⟦O|城北区商务局⟧局长⟦N|李国强⟧[出席]。", name="9.txt")
    body, person = (mention.entity for mention in read.mentions)
    text = read.document.text
    post = Relation("holdsPost", person, body, (Evidence("9.txt", 0, len(text), text, "guess", confidence),), "局长")
    return pipeline.Extraction(read.document, (), read.mentions, read.entities, (post,))


@pytest.fixture
def review(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Review:
    """Answers questions about the graph in `tmp_path` line by line, and gives what was said."""

    def answer(*answers: str, expect: int = DONE, options: tuple[str, ...] = ("--who", "li")) -> str:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{each}\n" for each in answers)))
        assert cli.main(["review", str(tmp_path), *options]) == expect
        return capsys.readouterr().err

    return answer


def judgements(folder: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in (folder / "judgements.jsonl").read_text(encoding="utf-8").splitlines()]


def count(folder: Path, pattern: str) -> int:
    answer = store.render(store.query(folder, f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}"), "csv")
    return int(answer.split()[1])


def test_judged_the_same_and_built_again_they_are_one(tmp_path: Path, review: Review) -> None:
    pipeline.build(MALLS, (), tmp_path)
    assert count(tmp_path, "?x skos:prefLabel '万象城'@zh") == 3
    said = review("s", "s", "s")
    assert "1 of 3" in said
    assert "both are called 万象城" in said
    assert "3 of 3" not in said  # it follows from the first two
    assert f"kg build PATH... -o {tmp_path}" in said
    first, second = judgements(tmp_path)
    assert list(first) == ["left", "right", "left_name", "right_name", "verdict", "who", "when"]
    assert (first["who"], first["when"], second["verdict"]) == ("li", date.today().isoformat(), "same")
    pipeline.build(MALLS, (), tmp_path)
    assert count(tmp_path, "?x skos:prefLabel '万象城'@zh ; kg:mentionCount 3") == 1
    assert len(judgements(tmp_path)) == 2
    assert "no questions" in review()


def test_judged_different_they_stay_two_and_are_not_asked_again(tmp_path: Path, review: Review) -> None:
    pipeline.build(MALLS[:2], (), tmp_path)
    review("d")
    pipeline.build(MALLS[:2], (), tmp_path)
    assert count(tmp_path, "?x skos:prefLabel '万象城'@zh") == 2
    assert "no questions" in review()


def test_a_wrong_relation_is_gone_after_the_next_build(tmp_path: Path, review: Review) -> None:
    pipeline.build([unsure()], (), tmp_path)
    said = review("w")
    assert "read by guess with confidence 0.40" in said
    assert "局长李国强[出席]。" in said  # as printed: brackets are no mark-up
    pipeline.build([unsure()], (), tmp_path)
    assert count(tmp_path, "?x rdf:predicate kg:holdsPost") == 0


def test_a_right_relation_is_certain_after_the_next_build(tmp_path: Path, review: Review) -> None:
    pipeline.build([unsure()], (), tmp_path)
    review("r")
    pipeline.build([unsure()], (), tmp_path)
    assert count(tmp_path, "?x rdf:predicate kg:holdsPost ; kg:confidence 1.0") == 1
    assert count(tmp_path, "?x kg:rule/rdfs:label 'judgement'") == 1


def test_what_is_no_answer_is_asked_again_and_unsure_changes_nothing(tmp_path: Path, review: Review) -> None:
    pipeline.build([unsure()], (), tmp_path)
    said = review("s", "?", "U")
    assert said.count("r right, w wrong, u unsure, q quit") == 3
    assert [one["verdict"] for one in judgements(tmp_path)] == ["unsure"]
    before = (tmp_path / "graph.ttl").read_bytes()
    pipeline.build([unsure()], (), tmp_path)
    assert (tmp_path / "graph.ttl").read_bytes() == before


@pytest.mark.parametrize("answers", [["q"], []])
def test_who_quits_has_answered_nothing(answers: list[str], tmp_path: Path, review: Review) -> None:
    pipeline.build(MALLS, (), tmp_path)
    said = review(*answers)
    assert "3 questions, 0 answered\n" in said
    assert "judgements.jsonl" not in said
    assert not (tmp_path / "judgements.jsonl").exists()


def test_answers_before_an_interruption_are_kept(
    tmp_path: Path, review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipeline.build(MALLS, (), tmp_path)

    class Interrupted(io.StringIO):
        def readline(self, *_: object) -> str:
            if self.tell():
                raise KeyboardInterrupt
            return super().readline()

    monkeypatch.setattr("io.StringIO", Interrupted)
    assert "interrupted" in review("d", "d", expect=INTERRUPTED)
    assert len(judgements(tmp_path)) == 1


def test_a_contradictory_answer_is_refused_with_the_path(tmp_path: Path, review: Review) -> None:
    pipeline.build(MALLS[:2], (), tmp_path)
    left, right = (entity.id for entity in pipeline.build(MALLS[:2], (), tmp_path).entities)
    with (tmp_path / "judgements.jsonl").open("w", encoding="utf-8") as file:
        for end, code in ((left, "120102"), (right, "120103")):
            file.write(json.dumps({"left": end, "right": f"place-{code}", "verdict": "same"}) + "\n")
    said = " ".join(review("s", "u").split())
    assert "not taken: judgements.jsonl: " in said
    assert "(line 1)" in said
    assert "(this answer)" in said
    assert [one["verdict"] for one in judgements(tmp_path)] == ["same", "same", "unsure"]


def test_the_limit_and_the_name_from_the_environment(
    tmp_path: Path, review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipeline.build(MALLS, (), tmp_path)
    monkeypatch.setenv("USER", "wang")
    assert "1 of 1" in review("d", "d", options=("--limit", "1"))
    assert [one["who"] for one in judgements(tmp_path)] == ["wang"]


@pytest.mark.parametrize("limit", ["0", "-1", "two"])
def test_a_limit_that_is_none_is_wrong_usage(limit: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["review", str(tmp_path), f"--limit={limit}"])
    assert "--limit: " in (said := capsys.readouterr().err)
    assert "write a whole number, 1 or more" in said


def test_a_folder_without_a_graph_and_a_bad_line_are_told(tmp_path: Path, review: Review) -> None:
    assert "graph.ttl" in review(expect=WRONG)
    pipeline.build(MALLS, (), tmp_path)
    (tmp_path / "judgements.jsonl").write_text("same\n", encoding="utf-8")
    assert "judgements.jsonl: line 1: is not JSON" in review(expect=WRONG)


def test_a_build_refuses_contradictions_and_leaves_all_as_it_was(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "page.txt").write_text("城北区商务局局长李国强到云山街道调研。\n", encoding="utf-8")
    lines = [("org-a", "org-b", "same"), ("org-b", "org-c", "same"), ("org-a", "org-c", "different")]
    kept = "".join(json.dumps({"left": one, "right": two, "verdict": what}) + "\n" for one, two, what in lines)
    (tmp_path / "judgements.jsonl").write_text(kept, encoding="utf-8")
    assert cli.main(["build", str(tmp_path / "page.txt"), "-o", str(tmp_path)]) == WRONG
    assert "org-a = org-b (line 1), org-b = org-c (line 2), but org-a ≠ org-c (line 3)" in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["judgements.jsonl", "page.txt"]
    assert (tmp_path / "judgements.jsonl").read_text(encoding="utf-8") == kept
