"""Tests of `graph.html` as a file; what it does in a browser is tested in `browser/`."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from factory import entity, evidence, graph, relation, small_graph

from kg.export.pyvis import write
from kg.graph import KnowledgeGraph
from kg.ontology import load

HOSTILE = [
    "</script><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "<!--<script>",
    "带 href 的名字",
    "半\ud800个",
]


def page(of: KnowledgeGraph, folder: Path) -> str:
    write(of, folder / "graph.html")
    return (folder / "graph.html").read_text(encoding="utf-8")


def data(html: str) -> dict[str, list[dict[str, Any]]]:
    found = re.search(r'<script id="data" type="application/json">(.*?)</script>', html, re.DOTALL)
    assert found
    parsed: dict[str, list[dict[str, Any]]] = json.loads(found[1])
    return parsed


def test_nodes_are_placed_named_and_coloured_by_class(tmp_path: Path) -> None:
    nodes = {node["id"]: node for node in data(page(small_graph(), tmp_path))["nodes"]}
    assert set(nodes) == set(small_graph().by_id)
    assert nodes["place-120103"]["label"] == "河西区"
    assert nodes["place-120103"]["names"] == "河西区\n河西"
    assert nodes["per-5a0000000004"]["color"] == load().classes["Person"].colour
    assert len({(node["x"], node["y"]) for node in nodes.values()}) == len(nodes)
    assert nodes["org-5a0000000002"]["size"] > nodes["place-12"]["size"]
    assert nodes["org-5a0000000002"]["font"]["size"] > nodes["place-12"]["font"]["size"]


def test_parallel_relations_are_one_edge_with_both_names(tmp_path: Path) -> None:
    pair = graph(
        (entity("a", "甲局"), entity("b", "乙节", type="Programme")),
        (relation("organizes", "a", "b", evidence("甲局主办")), relation("participatesIn", "a", "b")),
    )
    (edge,) = data(page(pair, tmp_path))["edges"]
    kinds = load().relations
    assert edge["label"] == f"{kinds['organizes'].label_zh}、{kinds['participatesIn'].label_zh}"
    assert "甲局主办" in edge["title"]
    assert "001_page.txt" in edge["title"]


def test_only_directed_relations_have_arrows(tmp_path: Path) -> None:
    edges = {edge["label"]: edge["arrows"]["to"]["enabled"] for edge in data(page(small_graph(), tmp_path))["edges"]}
    assert edges[load().relations["cooperatesWith"].label_zh] is False
    assert edges[load().relations["organizes"].label_zh] is True


def test_isolated_and_unimportant_entities_are_left_out(tmp_path: Path) -> None:
    pairs = [(f"a{n:03}", f"b{n:03}") for n in range(200)]
    many = graph(
        (*(entity(end, f"名{end}") for pair in pairs for end in pair), entity("z", "孤立")),
        tuple(relation("organizes", *pair) for pair in pairs),
        mentions={"a150": 5, "b150": 5},
    )
    shown = {node["id"] for node in data(page(many, tmp_path))["nodes"]}
    assert 0 < len(shown) <= 300
    assert {"a150", "b150"} <= shown
    assert "z" not in shown


def around_a_hub() -> KnowledgeGraph:
    """A district with 600 programmes of its own, a group of 120 more, and sixty bodies with an official each."""
    programmes = [entity(f"prog-{n:03}", f"活动{n}", type="Programme") for n in range(720)]
    bodies = [entity(f"org-{n:03}", f"第{n}局") for n in range(60)]
    officials = [entity(f"per-{n:03}", f"李{n}", type="Person") for n in range(60)]
    return graph(
        (entity("place", "某区", type="Place"), *programmes, *bodies, *officials),
        (
            *(relation("organizes", "place", one.id) for one in programmes[:600]),
            *(relation("subProgrammeOf", one.id, programmes[0].id) for one in programmes[600:]),
            *(relation("holdsPost", one.id, at.id, title="局长") for one, at in zip(officials, bodies, strict=True)),
            *(relation("locatedIn", one.id, "place") for one in bodies),
        ),
        mentions={one.id: 9 for one in programmes[:600]},
    )


def test_who_holds_which_post_is_shown_before_what_hangs_on_a_hub(tmp_path: Path) -> None:
    shown = {node["id"]: node for node in data(page(around_a_hub(), tmp_path))["nodes"]}
    officials = {identifier for identifier in shown if identifier.startswith("per")}
    assert len(shown) <= 300
    assert officials >= {f"per-{n:03}" for n in range(50)}
    assert {identifier.replace("per", "org") for identifier in officials} <= set(shown)
    assert shown["per-000"]["label"] == "李0\n局长"
    assert {f"prog-{n:03}" for n in range(600, 720)} <= set(shown)
    assert len(shown.keys() & {f"prog-{n:03}" for n in range(1, 600)}) < 80


def test_posts_stand_out_and_links_of_a_hub_are_faint(tmp_path: Path) -> None:
    edges = {edge["id"]: edge for edge in data(page(around_a_hub(), tmp_path))["edges"]}
    post, of_the_hub = edges["per-000:org-000"], edges["org-000:place"]
    assert post["color"]["color"] == load().classes["Person"].colour
    assert post["color"]["opacity"] == 1
    assert of_the_hub["color"]["opacity"] < 0.6
    assert of_the_hub["width"] < post["width"]


def test_a_hub_stands_near_the_middle(tmp_path: Path) -> None:
    nodes = {node["id"]: node for node in data(page(around_a_hub(), tmp_path))["nodes"]}
    hub = nodes["place"]
    assert abs(hub["x"]) < max(abs(node["x"]) for node in nodes.values()) / 2
    assert abs(hub["y"]) < max(abs(node["y"]) for node in nodes.values()) / 2


def test_nothing_is_loaded_from_elsewhere(tmp_path: Path) -> None:
    html = page(small_graph(), tmp_path)
    markup = re.sub(r"<(script|style)\b[^>]*>.*?</\1>", "", html, flags=re.DOTALL)
    assert re.findall(r"\b(?:src|href|action)\s*=\S*", markup) == ['href="explorer.html">打开浏览器,查看全部与原文']
    assert "sourceMappingURL" not in html
    assert "bootstrap" not in html
    assert "default-src &#39;none&#39;" in html


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_no_markup(name: str, tmp_path: Path) -> None:
    small = graph(
        (entity("a", name, aliases=(name,)), entity("b", "乙")), (relation("organizes", "a", "b", evidence(name)),)
    )
    html, plain = page(small, tmp_path), page(graph(small.entities[1:]), tmp_path)
    for mark in ("<script", "</script", "<img", "<svg", "<!--"):
        # vis-network's own source and our legend hold some of these; a name adds none.
        assert html.count(mark) - html.count("<li>") * (mark == "<svg") == plain.count(mark)
    assert data(html)["nodes"][0]["names"].split("\n")[0] in (name, name.replace("\ud800", ""), name.replace(" ", ""))


def test_an_id_stands_for_a_name_of_which_nothing_is_seen(tmp_path: Path) -> None:
    nodes = data(page(graph((entity("a", "\x00"), entity("b", "乙")), (relation("organizes", "a", "b"),)), tmp_path))[
        "nodes"
    ]
    assert [node["label"] for node in nodes] == ["a", "乙"]


def test_same_graph_same_bytes(tmp_path: Path) -> None:
    assert page(small_graph(), tmp_path) == page(small_graph(), tmp_path)


def test_the_legend_counts_classes_in_both_languages(tmp_path: Path) -> None:
    html = page(small_graph(), tmp_path)
    kind = load().classes["Place"]
    legend = re.sub(r"<[^>]+>|\s+", "", html.partition("<ul>")[2].partition("</ul>")[0])
    assert f"{kind.label_zh}{kind.label_en}3" in legend
