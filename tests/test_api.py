"""The names of the package: a graph built in memory, one read back, and the extractor."""

from pathlib import Path

import pytest
from factory import entity, evidence, graph, relation, small_graph
from spacy.language import Language

import kg
from kg.errors import KgError, SourceError
from kg.export import turtle
from kg.graph import KnowledgeGraph

PAGE = "城北区商务局局长李国强到云山街道调研。\n"


def test_a_graph_is_built_in_memory(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(PAGE, encoding="utf-8")
    (one,) = (found for found in kg.build(tmp_path / "a.txt").relations if found.type == "holdsPost")
    assert (one.title, one.evidence[0].document) == ("局长", "a.txt")
    whole = kg.build(tmp_path)
    assert whole == kg.build(str(tmp_path)) == kg.build([tmp_path / "a.txt", str(tmp_path / "b.txt")])
    assert [document.name for document in whole.documents] == ["a.txt", "b.txt"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt"], "nothing is written"


def test_what_cannot_be_read_is_warned_of(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    with pytest.warns(UserWarning, match=r"skipped .*empty\.txt"):
        assert len(kg.build(tmp_path).documents) == 1


def test_nothing_readable_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(KgError, match=r"none\.txt"):
        kg.build(tmp_path / "none.txt")


def test_load_gives_the_extractor_or_the_graph_of_a_folder(tmp_path: Path) -> None:
    turtle.write(small_graph(), tmp_path / "graph.ttl")
    assert isinstance(kg.load(), Language)
    for built in (tmp_path, str(tmp_path), tmp_path / "graph.ttl"):
        assert isinstance(kg.load(built), KnowledgeGraph)
        assert kg.load(built).relations == small_graph().relations
    with pytest.raises(SourceError, match="kg build"):
        kg.load(tmp_path / "elsewhere")


def test_find_knows_every_form_of_a_name_and_nothing_like_it() -> None:
    small = small_graph()
    for form in ("晨光科技公司", "晨光科枝公司"):
        assert [one.id for one in small.find(form)] == ["org-5a0000000003"]
    assert [one.name for one in small.find("区民政局")] == ["河西区民政局"]
    assert small.find("民政局") == small.find("") == ()


def test_find_gives_all_of_one_name_once_each() -> None:
    twins = graph((entity("b", "李明", type="Person", aliases=("李明",)), entity("a", "李明", type="Person")))
    assert [one.id for one in twins.find("李明")] == ["a", "b"]


def test_neighbours_in_both_directions_once_each_and_never_oneself() -> None:
    small = small_graph()
    (bureau,) = small.find("河西区民政局")
    assert [one.name for one in small.neighbours(bureau)] == ["晨光科技公司", "李明", "河西区", "敬老节"]
    alone = entity("c", "丙局")
    loop = graph((entity("a", "甲局"), entity("b", "乙局"), alone), (relation("cooperatesWith", "a", "a"),))
    assert loop.neighbours(loop.by_id["a"]) == loop.neighbours(alone) == ()


def test_evidence_comes_surest_first() -> None:
    found = [
        evidence("甲", start=9, confidence=0.7),
        evidence("乙", confidence=0.9),
        evidence("丙", start=5, confidence=0.9),
    ]
    whole = graph((entity("a", "甲局"), entity("b", "乙局")), (relation("cooperatesWith", "a", "b", *found),))
    assert [one.quote for one in whole.evidence(whole.relations[0])] == ["乙", "丙", "甲"]


def test_rdflib_sees_the_graph_of_the_turtle(tmp_path: Path) -> None:
    import rdflib

    turtle.write(small_graph(), tmp_path / "graph.ttl")
    view = small_graph().to_rdflib()
    assert set(view) == set(rdflib.Graph().parse(tmp_path / "graph.ttl"))
    assert view.qname("https://w3id.org/district-kg/ns#organizes") == "kg:organizes"
    rows = view.query('SELECT ?who { ?x kg:holdsPost/skos:prefLabel "河西区民政局"@zh ; skos:prefLabel ?who }')
    assert [str(row[0]) for row in rows] == ["李明"]


def test_networkx_sees_every_entity_and_relation() -> None:
    small = small_graph()
    view = small.to_networkx()
    assert set(view) == set(small.by_id)
    assert {(head, tail, key) for head, tail, key in view.edges(keys=True)} == {
        (one.head, one.tail, f"{one.type}:{one.title}" if one.title else one.type) for one in small.relations
    }
