"""The five pages in seeds/: facts a reader of them would look for, each with its sentence."""

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from kg import store
from kg.export import turtle
from kg.graph import KnowledgeGraph
from kg.model import Document, Relation

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture
def documents(seed_documents: dict[str, Document]) -> dict[str, Document]:
    return seed_documents


@pytest.fixture
def graph(seed_graph: KnowledgeGraph) -> KnowledgeGraph:
    return seed_graph


def facts(graph: KnowledgeGraph, kind: str) -> dict[tuple[str, str, str | None], Relation]:
    name = {entity.id: entity.name for entity in graph.entities}
    return {(name[each.head], name[each.tail], each.title): each for each in graph.relations if each.type == kind}


@pytest.mark.parametrize(
    "fact",
    [
        ("殷卫明", "河西区商务局", "党组书记、局长"),
        ("王中鹏", "河西区住建委", "党组书记、主任"),
        ("王志刚", "河西区卫生健康委", "党委书记、主任"),
        ("李孝辉", "河西区文化馆", "党支部书记、馆长"),
        ("郭晓华", "太湖路街道党工委", "书记"),
        ("邵泽卿", "马场街道党工委", "书记"),
        ("房磊", "天塔街道党工委", "书记"),
        ("张珉", "挂甲寺街道党工委", "书记"),
        ("郝桐", "友谊路街道党工委", "副书记"),
        ("郭馥", "桃园街道照耀里社区党委", "书记"),
    ],
)
def test_officials_hold_their_posts(graph: KnowledgeGraph, fact: tuple[str, str, str]) -> None:
    evidence = facts(graph, "holdsPost")[fact].evidence
    assert any(fact[0] in each.quote for each in evidence)


def test_a_post_behind_an_odd_body_is_found(graph: KnowledgeGraph) -> None:
    (body,) = {tail for head, tail, _ in facts(graph, "holdsPost") if head == "白丽芝"}
    assert body.startswith("河西区委") and body.endswith("机关工委")


@pytest.mark.parametrize(
    ("part", "whole"),
    [("天塔街道", "河西区"), ("马场街道", "河西区"), ("桃园街道", "河西区"), ("河西区", "天津市")],
)
def test_divisions_lie_in_their_parents(graph: KnowledgeGraph, part: str, whole: str) -> None:
    assert facts(graph, "locatedIn")[part, whole, None].evidence


@pytest.mark.parametrize("developer", ["河西区", "鑫恩华集团"])
def test_a_park_is_developed_by_both(graph: KnowledgeGraph, developer: str) -> None:
    (evidence, *_) = facts(graph, "develops")[developer, "陈塘科创园", None].evidence
    assert "陈塘科创园" in evidence.quote
    kinds = {entity.name: entity.type for entity in graph.entities}
    assert kinds["陈塘科创园"] == "Place"


def test_every_quote_stands_in_its_file(graph: KnowledgeGraph, documents: dict[str, Document]) -> None:
    for relation in graph.relations:
        for evidence in relation.evidence:
            assert documents[evidence.document].text[evidence.start : evidence.end] == evidence.quote


def test_every_passage_of_the_turtle_file_is_what_the_files_have_there(seed_folder: Path) -> None:
    texts = {path.name: path.read_bytes().decode("utf-8-sig") for path in SEEDS.glob("*.txt")}
    place = "?node oa:hasSource/dcterms:source ?file ; oa:start ?start ; oa:end ?end ; oa:exact ?quote"
    passages = asked(seed_folder, f"SELECT ?node ?file ?start ?end ?quote {{ {place} }}")
    for _, file, start, end, quote in passages:
        assert texts[file][int(start) : int(end)] == quote
    statements = asked(seed_folder, "SELECT ?statement { ?statement a kg:Statement }")
    borne_out = asked(seed_folder, "SELECT ?statement ?evidence { ?statement kg:hasEvidence ?evidence }")
    assert {statement for statement, _ in borne_out} == {statement for (statement,) in statements} != set()
    assert {evidence for _, evidence in borne_out} <= {node for node, *_ in passages}


def asked(folder: Path, query: str) -> list[list[str]]:
    return [[value.value for value in row] for row in store.query(folder, query)]


def test_what_the_model_read_names_both_ends_or_shows_where_they_are_named(seed_graph: KnowledgeGraph) -> None:
    for relation in seed_graph.relations:
        for evidence in (each for each in relation.evidence if each.rule == "pair-model"):
            passages = [(each.start, each.end) for each in (evidence, *evidence.context)]
            spans = seed_graph.spans[evidence.document]
            shown = {
                each.entity for each in spans for start, end in passages if start <= each.start and each.end <= end
            }
            assert {relation.head, relation.tail} <= shown


def test_the_example_of_the_readme_is_true(graph: KnowledgeGraph) -> None:
    (evidence,) = facts(graph, "holdsPost")["殷卫明", "河西区商务局", "党组书记、局长"].evidence
    readme = (SEEDS.parent / "README.md").read_text(encoding="utf-8")
    assert f"oa:start {evidence.start} ; oa:end {evidence.end} ;" in readme
    assert ("河西区商务局", "提振消费专项行动", None) in facts(graph, "organizes")


def test_the_committed_graph_is_what_the_program_finds(graph: KnowledgeGraph, tmp_path: Path) -> None:
    turtle.write(graph, tmp_path / "graph.ttl")
    committed = SEEDS.parent / "output" / "graph.ttl"
    assert triples(tmp_path / "graph.ttl") == triples(committed), "run `make graph` and commit output/graph.ttl"


def triples(path: Path) -> set[str]:
    """All but confidences: their last digit may differ from one processor to the next."""
    found = parse(path=str(path), format=RdfFormat.TURTLE)
    return {str(each.triple) for each in found if not each.predicate.value.endswith("#confidence")}
