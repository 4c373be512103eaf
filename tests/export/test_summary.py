"""Tests of `summary.md`."""

from pathlib import Path

from factory import entity, evidence, graph, relation, small_graph

from kg.export.summary import write
from kg.graph import KnowledgeGraph
from kg.ontology import load


def summary(of: KnowledgeGraph, folder: Path, *skipped: str) -> str:
    write(of, skipped, folder / "summary.md")
    return (folder / "summary.md").read_text(encoding="utf-8")


def test_it_counts_documents_articles_entities_and_relations(tmp_path: Path) -> None:
    text = summary(small_graph(), tmp_path)
    assert "2 份文件,1 篇报道,7 个实体(共提及 7 次),8 条关系,9 处原文依据" in text
    places = load().classes["Place"]
    assert f"| {places.label_zh} | {places.label_en} | 3 | 3 | " in text
    pact = load().relations["cooperatesWith"]
    assert f"| {pact.label_zh} | {pact.label_en} | 1 | 2 | 100% | 0% | 0% |" in text


def test_it_lists_the_most_connected_first_and_no_one_without_relations(tmp_path: Path) -> None:
    apart = graph((*small_graph().entities, entity("org-9", "孤立公司")), small_graph().relations)
    connected = summary(apart, tmp_path).partition("Most connected")[2].partition("## ")[0]
    assert connected.splitlines()[4].startswith("| 1 | 河西区民政局 |")
    assert "孤立公司" not in connected


def test_of_the_most_connected_relations_count_before_mentions(tmp_path: Path) -> None:
    ends = [entity(letter, letter) for letter in "abcd"]
    links = tuple(relation("organizes", *pair) for pair in ("ab", "ac", "bd"))
    connected = summary(graph(tuple(ends), links, mentions={"d": 90, "b": 5}), tmp_path).partition("Most connected")[2]
    assert [line.split(" | ")[1] for line in connected.splitlines()[4:8]] == ["b", "a", "d", "c"]


def test_it_lists_posts_with_their_source(tmp_path: Path) -> None:
    assert "| 李明 | 局长 | 河西区民政局 | 001\\_page.txt |" in summary(small_graph(), tmp_path)


def test_it_names_skipped_files_and_why(tmp_path: Path) -> None:
    assert "- 坏 页.txt: 不是文本; 请转为 UTF-8\n" in summary(
        small_graph(), tmp_path, "坏 页.txt: 不是文本; 请转为 UTF-8"
    )
    assert "无 (none)" in summary(small_graph(), tmp_path)


def test_it_counts_what_was_left_out_as_not_sure(tmp_path: Path) -> None:
    write(small_graph(), (), tmp_path / "summary.md", unsure=1234)
    assert "另有 1,234 条关系" in (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert "另有" not in summary(small_graph(), tmp_path)


def test_names_are_no_markup(tmp_path: Path) -> None:
    name = "甲|乙<img src=x>\n[链接](javascript:alert)`"
    hostile = graph((entity("a", name), entity("b", "乙")), (relation("organizes", "a", "b", evidence("甲")),))
    text = summary(hostile, tmp_path)
    assert "<img" not in text.replace("\\<img", "")
    assert "[链接]" not in text
    assert r"甲\|乙\<img src=x\> \[链接\](javascript:alert)\`" in text


def test_an_empty_graph_has_a_summary(tmp_path: Path) -> None:
    assert "0 个实体" in summary(graph(()), tmp_path)
