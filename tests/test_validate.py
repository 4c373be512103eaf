"""`kg validate`: a graph that the program wrote conforms, a damaged one does not, and plain words say where."""

from pathlib import Path

import pytest
from factory import small_graph

from kg import cli
from kg.cli.console import ATTENTION, DONE
from kg.errors import SourceError
from kg.export import turtle
from kg.validate import validate


@pytest.fixture
def written(tmp_path: Path) -> Path:
    turtle.write(small_graph(), tmp_path / "graph.ttl")
    return tmp_path / "graph.ttl"


def damage(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_what_the_program_writes_conforms(written: Path) -> None:
    verdict = validate(written.parent)
    assert verdict.conforms
    assert verdict.report == "符合 · conforms"


def test_a_fault_is_told_with_the_node_its_name_and_what_to_do(written: Path) -> None:
    damage(written, 'kg:title "局长"@zh', 'kg:title "局长"')
    (violation,) = validate(written).violations
    assert violation.shape == "kg:MembershipShape"
    assert str(violation).splitlines() == [
        f"{violation.node} (局长)",
        "  任职须有一个标 @zh 的职务（kg:title）；请照原文补上。",
        "  A membership has one title tagged @zh (kg:title); add it as the text has it.",
    ]
    assert violation.node.startswith("id:st-")
    assert violation.node.endswith(" 李明 kg:holdsPost 河西区民政局")


def test_the_report_counts_the_faults(written: Path) -> None:
    damage(written, "kg:hasEvidence", "kg:hasNothing")
    verdict = validate(written)
    assert not verdict.conforms
    count = len(small_graph().relations) + sum(len(each.evidence) for each in small_graph().relations)
    assert verdict.report.endswith(f"\n不符合：{count} 处 · does not conform: {count} found")


def test_any_graph_can_be_told_of(tmp_path: Path) -> None:
    """A statement about itself, without our prefixes, with a name that would steer a terminal."""
    (tmp_path / "odd.nt").write_text(
        "<urn:x> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/district-kg/ns#Statement> .\n"
        "<urn:x> <http://www.w3.org/1999/02/22-rdf-syntax-ns#subject> <urn:x> .\n"
        '<urn:x> <http://www.w3.org/2000/01/rdf-schema#label> "\\u001B[2J甲" .\n',
        encoding="utf-8",
    )
    assert {violation.node for violation in validate(tmp_path / "odd.nt").violations} == {"urn:x [2J甲"}


def test_the_exit_code_says_whether_it_conforms(written: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["validate", str(written)]) == DONE
    damage(written, 'skos:prefLabel "人民公园"@zh', 'skos:prefLabel "人民公园"')
    assert cli.main(["validate", str(written.parent)]) == ATTENTION
    assert "id:place-5a0000000001" in capsys.readouterr().out


def test_a_file_that_is_no_graph_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.ttl").write_text("no turtle", encoding="utf-8")
    with pytest.raises(SourceError, match=r"x\.ttl"):
        validate(tmp_path / "x.ttl")
