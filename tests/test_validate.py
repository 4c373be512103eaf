"""`kg validate`: a graph that the program wrote conforms, a damaged one does not."""

from pathlib import Path

import pytest
from factory import small_graph

from kg.errors import SourceError
from kg.export import turtle
from kg.validate import validate


def test_what_the_program_writes_conforms(tmp_path: Path) -> None:
    turtle.write(small_graph(), tmp_path / "graph.ttl")
    assert validate(tmp_path).conforms


def test_a_statement_without_evidence_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    turtle.write(small_graph(), path)
    path.write_text(path.read_text(encoding="utf-8").replace("kg:hasEvidence", "kg:hasNothing"), encoding="utf-8")
    verdict = validate(path)
    assert not verdict.conforms
    assert "hasEvidence" in verdict.report


def test_a_file_that_is_no_graph_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.ttl").write_text("no turtle", encoding="utf-8")
    with pytest.raises(SourceError, match=r"x\.ttl"):
        validate(tmp_path / "x.ttl")
