"""The checks of every build: nothing is found in what the program writes, and each planted fault is named."""

from dataclasses import replace
from pathlib import Path

import pytest
import rdflib
from factory import document, evidence, graph, relation, small_graph

from kg import checks, cli, ontology, pipeline
from kg.checks import findings
from kg.cli.console import ATTENTION
from kg.errors import SourceError
from kg.export import turtle
from kg.graph import KnowledgeGraph
from kg.model import Evidence, Relation

PAGE = document(text="天津市河西区民政局与晨光科技公司签约。\n李明任河西区民政局局长。敬老节在人民公园举行。")
BUREAU, COMPANY, LI, FESTIVAL = "org-5a0000000002", "org-5a0000000003", "per-5a0000000004", "prog-5a0000000005"
CITY, DISTRICT, PARK = "place-12", "place-120103", "place-5a0000000001"


def quoted(words: str) -> Evidence:
    return evidence(words, start=PAGE.text.index(words))


def stated(type: str, head: str, tail: str, words: str = "民政局", title: str | None = None) -> Relation:  # noqa: A002
    return relation(type, head, tail, quoted(words), title=title)


RIGHT = (
    stated("locatedIn", DISTRICT, CITY, "天津市河西区"),
    stated("locatedIn", BUREAU, DISTRICT, "河西区民政局"),
    stated("locatedIn", BUREAU, CITY, "天津市河西区民政局"),
    stated("locatedIn", PARK, DISTRICT, "人民公园"),
    stated("cooperatesWith", BUREAU, COMPANY, "河西区民政局与晨光科技公司签约。\n"),
    stated("holdsPost", LI, BUREAU, "李明任河西区民政局局长", "局长"),
    stated("takesPlaceAt", FESTIVAL, PARK, "敬老节在人民公园举行"),
)


def found(folder: Path, *relations: Relation, update: str = "") -> tuple[str, ...]:
    """What the checks say of a graph with these relations, once the written file is damaged by a SPARQL update."""
    whole = graph(small_graph().entities, relations, documents=(PAGE,))
    path = folder / "graph.ttl"
    turtle.write(whole, path)
    if update:
        file = rdflib.Graph().parse(path)
        file.update(update, initNs=dict(ontology.load().prefixes))
        file.serialize(path)
    return findings(whole, path)


def test_nothing_is_found_in_what_the_program_writes(tmp_path: Path) -> None:
    assert found(tmp_path, *RIGHT) == ()
    assert found(tmp_path) == ()


@pytest.mark.parametrize(
    ("update", "beginning", "words"),
    [
        (
            f"DELETE DATA {{ id:{FESTIVAL} kg:takesPlaceAt id:{PARK} }}",
            "id:st-",
            "A statement is not written as a direct triple",
        ),
        (
            f"INSERT DATA {{ id:{BUREAU} kg:organizes id:{FESTIVAL} }}",
            f"id:{BUREAU} kg:organizes id:{FESTIVAL}: ",
            "A relation has no statement",
        ),
        (
            'DELETE { ?ev oa:exact "人民公园" } INSERT { ?ev oa:exact "人民公国" } WHERE { ?ev oa:exact "人民公园" }',
            "id:ev-",
            "The quote is not what the file has there",
        ),
        (
            "DELETE { ?ev oa:start 0 } INSERT { ?ev oa:start 1 } WHERE { ?ev oa:start 0 ; oa:end 6 }",
            "id:ev-",
            "The quote is not what the file has there",
        ),
        (
            'DELETE { ?doc kg:textSha256 ?sum } INSERT { ?doc kg:textSha256 "0" } WHERE { ?doc kg:textSha256 ?sum }',
            "id:ev-",
            "The quote is not what the file has there",
        ),
    ],
)
def test_a_fault_of_the_file_is_named(tmp_path: Path, update: str, beginning: str, words: str) -> None:
    named = found(tmp_path, *RIGHT, update=update)
    assert len(named) == (len(RIGHT) if "textSha256" in update else 1)
    assert named[0].startswith(beginning)
    assert words in named[0]


@pytest.mark.parametrize(
    ("wrong", "beginning", "words"),
    [
        (
            (stated("locatedIn", LI, CITY),),
            [f"id:{LI} 李明 kg:locatedIn id:{CITY}: "],
            "A relation starts at a class that kg.ttl does not admit",
        ),
        (
            (stated("organizes", BUREAU, COMPANY),),
            [f"id:{BUREAU} kg:organizes id:{COMPANY} 晨光科技公司: "],
            "A relation ends at a class that kg.ttl does not admit",
        ),
        (
            (stated("locatedIn", CITY, CITY),),
            [f"id:{CITY} 天津市 kg:locatedIn id:{CITY} 天津市: "],
            "The relation leads back to where it starts",
        ),
        (
            (stated("locatedIn", CITY, PARK),),
            [
                f"id:{CITY} 天津市 kg:locatedIn id:{PARK} 人民公园: ",
                f"id:{DISTRICT} 河西区 kg:locatedIn id:{CITY} 天津市: ",
                f"id:{PARK} 人民公园 kg:locatedIn id:{DISTRICT} 河西区: ",
            ],
            "The relation leads back to where it starts",
        ),
        (
            (stated("subOrganizationOf", BUREAU, COMPANY), stated("subOrganizationOf", COMPANY, BUREAU)),
            [
                f"id:{BUREAU} 河西区民政局 kg:subOrganizationOf id:{COMPANY} 晨光科技公司: ",
                f"id:{COMPANY} 晨光科技公司 kg:subOrganizationOf id:{BUREAU} 河西区民政局: ",
            ],
            "The relation leads back to where it starts",
        ),
        (
            (stated("subProgrammeOf", FESTIVAL, FESTIVAL),),
            [f"id:{FESTIVAL} 敬老节 kg:subProgrammeOf id:{FESTIVAL} 敬老节: "],
            "The relation leads back to where it starts",
        ),
    ],
)
def test_a_wrong_relation_is_named(
    tmp_path: Path, wrong: tuple[Relation, ...], beginning: list[str], words: str
) -> None:
    named = found(tmp_path, *RIGHT, *wrong)
    assert [each[: len(start)] for each, start in zip(named, beginning, strict=True)] == beginning
    assert all(words in each for each in named)


def test_what_is_asked_about_is_all_that_the_answers_need(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Everything:
        def __contains__(self, term: object) -> bool:
            return True

    wrong = (stated("locatedIn", LI, CITY), stated("organizes", BUREAU, COMPANY), stated("locatedIn", CITY, PARK))
    update = (
        f"DELETE DATA {{ id:{FESTIVAL} kg:takesPlaceAt id:{PARK} }} ; INSERT DATA {{ id:{LI} kg:develops id:{PARK} }} ;"
        'DELETE { ?ev oa:exact "人民公园" } INSERT { ?ev oa:exact "人民公国" } WHERE { ?ev oa:exact "人民公园" }'
    )
    named = found(tmp_path, *RIGHT, *wrong, update=update)
    monkeypatch.setattr(checks, "_asked", Everything)
    assert found(tmp_path, *RIGHT, *wrong, update=update) == named
    faults = {*dict(checks._checks()), checks._MISQUOTED}
    assert {each.rpartition(": ")[2] for each in named} == faults


def test_a_file_that_is_no_turtle_is_named(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("id: a", encoding="utf-8")
    with pytest.raises(SourceError, match=r"graph\.ttl: is no Turtle"):
        findings(small_graph(), tmp_path / "graph.ttl")


def test_a_circle_through_two_relations_is_none(tmp_path: Path) -> None:
    assert found(tmp_path, *RIGHT, stated("cooperatesWith", CITY, DISTRICT)) == ()


def test_every_check_says_what_is_wrong_and_what_to_do() -> None:
    for path in (ontology.ONTOLOGY / "checks").glob("*.rq"):
        chinese, english = path.read_text(encoding="utf-8").splitlines()[:2]
        assert chinese.startswith("# ") and "；" in chinese and chinese.endswith("。")
        assert english.startswith("# ") and "; " in english and english.endswith(".")


def test_a_build_goes_on_and_names_its_findings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    merge = pipeline.merge

    def misquoting(*arguments: object) -> KnowledgeGraph:
        right = merge(*arguments)  # type: ignore[arg-type]
        (first, *rest) = right.relations
        wrong = replace(first, evidence=(replace(first.evidence[0], quote="没有的话"), *first.evidence[1:]))
        return replace(right, relations=(wrong, *rest))

    monkeypatch.setattr(pipeline, "merge", misquoting)
    (tmp_path / "page.txt").write_text("城北区商务局局长李国强到云山街道调研。\n", encoding="utf-8")
    assert cli.main(["build", str(tmp_path / "page.txt"), "-o", str(tmp_path / "out")]) == ATTENTION
    (line,) = [line for line in capsys.readouterr().err.splitlines() if "没有的话" in line]
    assert line.startswith("kg: id:ev-")
    assert "没有的话: 引文与文件此处的原文不同" in (tmp_path / "out" / "summary.md").read_text(encoding="utf-8")
    assert (tmp_path / "out" / "graph.ttl").is_file()
