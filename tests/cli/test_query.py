"""`kg query`: SPARQL in one's own words, from a file, or a question of the cookbook by its name."""

import csv
import io
from pathlib import Path

import pytest
from factory import small_graph

from kg import cli, cookbook, store
from kg.cli.console import DONE, WRONG
from kg.export import turtle
from kg.serve.engine import Question, answer
from kg.serve.limits import Limits


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    turtle.write(small_graph(), tmp_path / "graph.ttl")
    return tmp_path


@pytest.mark.parametrize("name", ["posts", "01", "1", "01-posts"])
def test_a_question_is_asked_by_its_name(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["query", str(folder), name, "--format", "csv"]) == DONE
    assert list(csv.reader(io.StringIO(capsys.readouterr().out))) == [
        ["person", "title", "body"],
        ["李明", "局长", "河西区民政局"],
    ]


def test_the_questions_are_listed_in_both_languages(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["query", str(folder), "--list"]) == DONE
    output = capsys.readouterr().out
    for question in cookbook.questions():
        assert f"{question.number}-{question.name}\n    {question.chinese}\n    {question.english}\n" in output


def test_a_word_that_names_no_question_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["query", str(folder), "post"]) == WRONG
    assert capsys.readouterr().err == "kg: no question is called 'post'; `kg query DIR --list` names them all\n"


def test_a_file_is_asked_even_when_it_bears_the_name_of_a_question(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "posts").write_text("ASK { ?s a kg:Person }", encoding="utf-8")
    assert cli.main(["query", str(folder), "--file", str(folder / "posts")]) == DONE
    assert capsys.readouterr().out == "true\n"


@pytest.mark.parametrize("arguments", [[], ["posts", "--list"], ["posts", "--file", "x.rq"]])
def test_exactly_one_thing_is_asked(arguments: list[str], folder: Path) -> None:
    with pytest.raises(SystemExit) as exit_:
        cli.main(["query", str(folder), *arguments])
    assert exit_.value.code == WRONG


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_a_question_about_names_that_are_nowhere_says_how_to_ask_about_others(
    form: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["query", str(folder), "officials-of-a-subdistrict", "--format", form]) == DONE
    found = cookbook.find("officials-of-a-subdistrict")
    assert found
    assert capsys.readouterr().err == (
        "kg: no rows; this question asks about 马场街道: put another name into a copy of"
        f" {found.path} and run it with --file\n"
    )


@pytest.mark.parametrize("asked", ["within-an-area", "misprints", "SELECT ?s { ?s a 'x'@zh }"])
def test_rows_or_a_question_without_names_need_no_word(
    asked: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["query", str(folder), asked]) == DONE
    assert capsys.readouterr().err == ""


def test_a_file_that_cannot_be_read_is_told_in_plain_words(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "x.rq").write_bytes(b"\xff")
    for name, reason in (("no.rq", "No such file or directory; name a file"), ("x.rq", "is no UTF-8 text; save")):
        assert cli.main(["query", str(folder), "--file", str(folder / name)]) == WRONG
        assert f"{name}: {reason}" in capsys.readouterr().err


@pytest.mark.parametrize("sparql", ["SELEC * { ?s ?p ?o }", "INSERT DATA { id:a kg:related id:b }", "ASK { ?s a b:c }"])
def test_a_query_that_is_wrong_is_told_as_the_endpoint_tells_it(
    sparql: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["query", str(folder), sparql]) == WRONG
    told = answer(store.load(folder), Question(sparql, None, "text/csv", "text/turtle"), Limits())
    assert capsys.readouterr().err == f"kg: {told.content.decode()}"
