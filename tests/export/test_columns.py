"""Tests of the columns that the explorer reads."""

from dataclasses import replace

from factory import article, document, entity, evidence, graph, relation, small_graph

from kg.export.columns import columns
from kg.model import Mention, Passage


def test_numbers_point_into_other_columns() -> None:
    made, small = columns(small_graph()), small_graph()
    nodes, links = made["nodes"], made["links"]
    at = nodes["id"].index("per-5a0000000004")
    assert nodes["name"][at] == "李明"
    assert made["classes"][nodes["kind"][at]]["name"] == "Person"
    post = next(number for number, title in enumerate(links["title"]) if title)
    assert (links["head"][post], links["title"][post]) == (at, "局长")
    assert made["relations"][links["kind"][post]]["name"] == "holdsPost"
    assert sum(links["evidence"]) == len(made["evidence"]["start"]) == sum(len(one.evidence) for one in small.relations)
    assert all(len(column) == len(small.entities) for column in nodes.values())


def test_names_can_be_found_by_pinyin_initials() -> None:
    nodes = columns(graph((entity("a", "重庆市"), entity("b", "AI银行2号"))))["nodes"]
    assert nodes["initials"] == ["cqs", "aiyh2h"]


def test_misprints_are_found_too() -> None:
    nodes = columns(graph((entity("a", "晨光公司", aliases=("晨光",), misprints=("晨尤公司",)),)))["nodes"]
    assert nodes["aliases"] == ["晨光\n晨尤公司"]


def test_quotes_are_cut_from_the_texts_where_these_have_them() -> None:
    page = document("a.txt", "甲局主办乙节。")
    facts = (
        relation("organizes", "a", "b", evidence("甲局主办乙节", document="a.txt"), evidence("别处", document="a.txt")),
    )
    made = columns(graph((entity("a", "甲局"), entity("b", "乙节", type="Programme")), facts, documents=(page,)))
    assert made["evidence"]["quote"] == {0: "别处"}
    assert made["documents"][0]["text"] == "甲局主办乙节。"


def test_context_and_articles_come_along() -> None:
    found = replace(evidence("主办乙节", document="a.txt", start=4), context=(Passage(0, 2, "甲局"),))
    page = document("a.txt", "甲局讯:主办乙节", title="早报", date="2024-05-01", url="https://example.org/1")
    made = columns(
        graph(
            (entity("a", "甲局"), entity("b", "乙节", type="Programme")),
            (relation("organizes", "a", "b", found),),
            documents=(page,),
            articles={"a.txt": (article("开幕", date="2024-04-30"),)},
        )
    )
    assert made["evidence"]["context"] == {0: [[0, 2]]}
    assert made["documents"][0]["articles"] == [[0, "开幕", "2024-04-30"]]
    assert (made["documents"][0]["title"], made["documents"][0]["date"]) == ("早报", "2024-05-01")


def test_mentions_stand_where_they_stand_in_the_text() -> None:
    spans = (Mention(1, 3, "Organization", "甲局", "a"), Mention(7, 9, "Organization", "甲局", "a"))
    made = columns(replace(graph((entity("a", "甲局"),)), spans={"001_page.txt": spans}))["spans"]
    assert made == {"count": [2], "start": [1, 6], "length": [2, 2], "node": [0, 0]}


def test_what_utf8_cannot_write_keeps_its_place() -> None:
    page = replace(document("a.txt"), text="半\ud800个字")
    assert columns(graph((entity("a", "甲"),), documents=(page,)))["documents"][0]["text"] == "半\ufffd个字"
