"""The cookbook: every file is a question, found by its number or its name and by nothing else."""

import re
from pathlib import Path

import pytest

from kg import cookbook
from kg.errors import OntologyError, QueryError
from kg.ontology import ONTOLOGY


def test_questions_are_numbered_without_gaps_and_named_once() -> None:
    found = cookbook.questions()
    assert len(found) >= 20
    assert [question.number for question in found] == [f"{number:02}" for number in range(1, len(found) + 1)]
    assert len({question.name for question in found}) == len(found)
    assert all(re.fullmatch("[a-z]+(-[a-z]+)*", question.name) for question in found)


@pytest.mark.parametrize("asked", ["04-cooperation", "cooperation", "04", "4"])
def test_a_question_is_found(asked: str) -> None:
    assert cookbook.sparql(asked) == (ONTOLOGY / "queries" / "04-cooperation.rq").read_text(encoding="utf-8")


@pytest.mark.parametrize("asked", ["SELECT * { ?s ?p ?o }", "DESCRIBE id:place-12", "", "posts # of whom?"])
def test_anything_else_is_sparql(asked: str) -> None:
    assert cookbook.sparql(asked) == asked


@pytest.mark.parametrize("asked", ["post", "004", "0", "99", "04-posts"])
def test_a_word_that_names_no_question_is_told(asked: str) -> None:
    with pytest.raises(QueryError, match=f"no question is called '{asked}'; `kg query DIR --list`"):
        cookbook.sparql(asked)


@pytest.mark.parametrize("first", ["SELECT * { ?s ?p ?o }", "# Who?", "# 谁？", "# 谁 / Who?", "# 谁？ / Who"])
def test_a_file_without_its_question_is_refused(first: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "queries").mkdir()
    (tmp_path / "queries" / "01-x.rq").write_text(f"{first}\nASK {{}}\n", encoding="utf-8")
    monkeypatch.setattr(cookbook, "ONTOLOGY", tmp_path)
    with pytest.raises(OntologyError, match=r"01-x\.rq: line 1"):
        cookbook.questions.__wrapped__()


def test_a_question_knows_its_file_and_the_names_it_asks_about() -> None:
    found = {question.number: question for question in cookbook.questions()}
    assert found["05"].about == ("天津市",)
    assert found["06"].about == ("河西区委组织部", "柳林街道办事处")
    assert found["01"].about == ()
    assert all(question.path.read_text(encoding="utf-8") == question.sparql for question in found.values())
