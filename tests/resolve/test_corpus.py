"""One entity across documents."""

from itertools import permutations

from resolve.marked import extraction

from kg.divisions import Divisions
from kg.graph import KnowledgeGraph
from kg.model import Evidence, Extraction, Relation
from kg.resolve.corpus import merge

DIVISIONS = Divisions.load()


def graph(*sources: str) -> KnowledgeGraph:
    return merge([extraction(source, name=f"{n}.txt") for n, source in enumerate(sources)], DIVISIONS)


def named(found: KnowledgeGraph, name: str) -> int:
    return sum(entity.name == name for entity in found.entities)


def test_one_body_in_two_documents_of_one_district() -> None:
    found = graph("⟦L|河西区⟧⟦O|区民政局⟧", "⟦O|天津市河西区民政局⟧⟦O|河西区民政局⟧", "⟦O|河西区民政局⟧")
    (bureau,) = [entity for entity in found.entities if entity.type == "Organization"]
    assert bureau.name == "天津市河西区民政局"  # as often as 河西区民政局, and longer
    assert bureau.aliases == ("区民政局", "河西区民政局")
    assert found.mentions[bureau.id] == 4
    assert bureau.id.startswith("org-")
    assert len(bureau.id) == len("org-") + 12


def test_bodies_of_two_districts_never_merge() -> None:
    found = graph("⟦L|河西区⟧⟦O|区民政局⟧", "⟦L|河东区⟧⟦L|天津市⟧⟦O|区民政局⟧")
    assert (named(found, "河西区民政局"), named(found, "河东区民政局")) == (1, 1)


def test_what_only_its_text_knows_stays_with_its_text() -> None:
    assert named(graph("⟦O|区民政局⟧开会", "⟦O|区民政局⟧发文"), "区民政局") == 2


def test_mentions_of_a_document_carry_the_ids_of_the_graph() -> None:
    found = graph("⟦L|河西区⟧⟦O|区民政局⟧", "在⟦L|河西区⟧")
    assert [(span.start, span.end, found.by_id[span.entity].name) for span in found.spans["0.txt"]] == [
        (0, 3, "河西区"),
        (3, 7, "河西区民政局"),
    ]
    assert [span.start for span in found.spans["1.txt"]] == [1]


def test_divisions_go_by_code() -> None:
    found = graph("⟦L|河西⟧⟦L|河西区⟧", "⟦L|天津市⟧⟦L|河西区⟧")
    assert {entity.id: entity.name for entity in found.entities} == {"place-12": "天津市", "place-120103": "河西区"}


def test_symmetric_facts_are_one_and_impossible_ones_are_left_out() -> None:
    one = extraction("⟦O|甲公司⟧与⟦O|乙公司⟧签约，⟦N|李明⟧见证。")
    proof, other = (
        Evidence("1.txt", start, start + 3, one.document.text[start : start + 3], "test", 0.8) for start in (0, 4)
    )
    links = (
        Relation("cooperatesWith", "e1", "e2", (proof,)),
        Relation("cooperatesWith", "e2", "e1", (other,)),
        Relation("locatedIn", "e3", "e1", (proof,)),
        Relation("holdsPost", "e3", "e1", (proof,), "经理"),
    )
    found = merge([Extraction(one.document, (), one.mentions, one.entities, links)], DIVISIONS)
    assert [(link.type, link.title) for link in found.relations] == [("cooperatesWith", None), ("holdsPost", "经理")]
    assert found.relations[0].head < found.relations[0].tail
    assert found.relations[0].evidence == (proof, other)


def test_order_of_documents_makes_no_difference() -> None:
    sources = ["⟦L|河西区⟧⟦O|区委⟧⟦N|李明⟧", "⟦L|昆山市⟧⟦O|市委⟧⟦N|李明⟧", "⟦O|河西区委⟧⟦L|天塔街道⟧"]
    read = [extraction(source, name=f"{n}.txt") for n, source in enumerate(sources)]
    graphs = [merge(order, DIVISIONS) for order in permutations(read)]
    assert all(found == graphs[0] for found in graphs)
    assert merge([], DIVISIONS).entities == ()
