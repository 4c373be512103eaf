"""`kg export`: the files of each form, beside the graph or elsewhere, and clear words when it cannot be."""

from pathlib import Path

import pytest
from factory import small_graph

from kg import cli
from kg.cli.console import DONE, WRONG
from kg.export import EXPORTERS, FORMS, ntriples, turtle


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    turtle.write(small_graph(), tmp_path / "graph.ttl")
    return tmp_path


@pytest.mark.parametrize("form", FORMS)
def test_each_form_is_written_where_one_says(form: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = folder / "new" / "place"
    assert cli.main(["export", str(folder), "--format", form, "-o", str(out)]) == DONE
    assert {path.name for path in out.iterdir()} == FORMS[form].keys()
    output = capsys.readouterr()
    assert output.out == ""
    assert all(str(out / name) in output.err for name in FORMS[form])


@pytest.mark.parametrize("source", [".", "graph.ttl"])
def test_beside_the_graph_when_one_does_not_say(source: str, folder: Path) -> None:
    assert cli.main(["export", str(folder / source), "--format", "csv"]) == DONE
    assert {path.name for path in folder.iterdir()} == {"graph.ttl", "nodes.csv", "relations.csv"}


def test_what_is_written_is_the_graph_that_was_built(folder: Path) -> None:
    assert cli.main(["export", str(folder), "--format", "nt"]) == DONE
    ntriples.write(small_graph(), folder / "expected.nt")
    assert (folder / "graph.nt").read_bytes() == (folder / "expected.nt").read_bytes()


def test_forms_and_what_builds_write_do_not_overlap() -> None:
    names = [name for writers in FORMS.values() for name in writers]
    assert len(set(names) | EXPORTERS.keys()) == len(names) + len(EXPORTERS)


def test_without_a_graph_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", str(tmp_path), "--format", "nt", "-o", str(tmp_path / "out")]) == WRONG
    assert "kg build" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_place_that_cannot_be_written_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "out").touch()
    assert cli.main(["export", str(folder), "--format", "nt", "-o", str(folder / "out")]) == WRONG
    assert str(folder / "out") in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["--format", "gexf"]])
def test_a_form_must_be_named(arguments: list[str], folder: Path) -> None:
    with pytest.raises(SystemExit) as exit_:
        cli.main(["export", str(folder), *arguments])
    assert exit_.value.code == WRONG
