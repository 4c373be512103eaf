"""`kg query`: SPARQL in one's own words, from a file, or a question of the cookbook by its name."""

import csv
import io
from pathlib import Path

import pytest
from factory import small_graph

from kg import cli, cookbook
from kg.cli.console import DONE, WRONG
from kg.export import turtle


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
