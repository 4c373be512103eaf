"""The tables for Neo4j: headers that its importer reads, one row a line, and no text that turns into something else."""

import csv
import re
from pathlib import Path

import pytest
from factory import document, entity, evidence, graph, relation, small_graph

from kg.export import neo4j
from kg.graph import KnowledgeGraph

Rows = list[dict[str, str]]


def tables(content: KnowledgeGraph, folder: Path) -> tuple[Rows, Rows]:
    neo4j.write_nodes(content, folder / "nodes.csv")
    neo4j.write_relations(content, folder / "relations.csv")
    return read(folder / "nodes.csv"), read(folder / "relations.csv")


def read(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_every_entity_is_a_node_with_its_classes(tmp_path: Path) -> None:
    nodes, _ = tables(small_graph(), tmp_path)
    found = {row["id:ID"]: row for row in nodes}
    assert found.keys() == small_graph().by_id.keys()
    assert found["org-5a0000000002"] == {
        "id:ID": "org-5a0000000002",
        "name": "河西区民政局",
        "aliases:string[]": "区民政局",
        "misprints:string[]": "",
        "code": "",
        "mentions:int": "1",
        ":LABEL": "Entity;Organization;GovernmentBody",
    }
    assert found["place-12"]["code"] == "12"
    assert found["per-5a0000000004"][":LABEL"] == "Entity;Person"


def test_every_relation_is_a_row_with_its_best_sentence(tmp_path: Path) -> None:
    _, rows = tables(small_graph(), tmp_path)
    assert [(row[":TYPE"], row[":START_ID"], row[":END_ID"]) for row in rows] == [
        (one.type, one.head, one.tail) for one in small_graph().relations
    ]
    (pact,) = (row for row in rows if row[":TYPE"] == "cooperatesWith")
    assert (pact["passages:int"], pact["confidence:double"], pact["sentence"]) == (
        "2",
        "0.9",
        "民政局与晨光科技公司签约",
    )
    assert (pact["document"], pact["start:int"], pact["end:int"]) == ("001_page.txt", "60", "72")
    (post,) = (row for row in rows if row["title"])
    assert (post["title"], post["first:date"], post["last:date"]) == ("局长", "", "")


def test_dates_are_the_first_and_last_that_state_a_relation(tmp_path: Path) -> None:
    pages = document("a.txt", date="2026-03-05"), document("b.txt", date="2025-01-31"), document("c.txt")
    said = (evidence("签约", document=page.name) for page in pages)
    ends = entity("a", "甲局"), entity("b", "乙局")
    _, (row,) = tables(graph(ends, (relation("cooperatesWith", "a", "b", *said),), documents=pages), tmp_path)
    assert (row["first:date"], row["last:date"]) == ("2025-01-31", "2026-03-05")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("=HYPERLINK(1)", "＝HYPERLINK(1)"),
        ("+1+1", "＋1+1"),
        ("-1-1", "－1-1"),
        ("@SUM", "＠SUM"),
        ("\t=1", "＝1"),
        ("\r\n=1", "＝1"),
        ("a=b", "a=b"),
        ('甲"乙,丙', '甲"乙,丙'),
        ("甲\n乙", "甲乙"),
        ("甲\\", "甲＼"),
        ("甲\x00乙", "甲乙"),
        ("甲;乙", "甲;乙"),
    ],
)
def test_texts_stay_texts(name: str, shown: str, tmp_path: Path) -> None:
    ends = entity("a", name, aliases=("丙", name)), entity("b", "乙")
    stated = relation("holdsPost", "a", "b", evidence(name), title=name)
    nodes, (row,) = tables(graph(ends, (stated,)), tmp_path)
    assert nodes[0]["name"] == row["title"] == row["sentence"] == shown
    assert set(nodes[0]["aliases:string[]"].split(";")) == {"丙", shown.replace(";", "；")}
    assert all(len(path.read_text("utf-8").splitlines()) == len(read(path)) + 1 for path in tmp_path.glob("*.csv"))


def test_the_statements_of_the_docstring_name_columns_that_there_are(tmp_path: Path) -> None:
    nodes, relations = tables(small_graph(), tmp_path)
    first, second = (neo4j.__doc__ or "").split("LOAD CSV WITH HEADERS FROM 'file:///relations.csv'")
    for text, row in ((first, nodes[0]), (second, relations[0])):
        used = {quoted or plain for quoted, plain in re.findall(r"row\.(?:`([^`]+)`|(\w+))", text)}
        assert used and used <= row.keys()


def test_an_empty_graph_has_headers(tmp_path: Path) -> None:
    tables(graph(()), tmp_path)
    assert (tmp_path / "nodes.csv").read_text("utf-8").startswith("id:ID,name,")
    assert (tmp_path / "relations.csv").read_text("utf-8").startswith(":START_ID,:END_ID,:TYPE,")
