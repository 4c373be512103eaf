"""Relations that names and the division table state, each with a sentence."""

from resolve.marked import extraction

from kg.divisions import Divisions
from kg.graph import KnowledgeGraph
from kg.resolve.corpus import merge

DIVISIONS = Divisions.load()


def graph(*sources: str) -> KnowledgeGraph:
    return merge([extraction(source, name=f"{n}.txt") for n, source in enumerate(sources)], DIVISIONS)


def facts(found: KnowledgeGraph) -> set[tuple[str, str, str]]:
    return {(one.type, found.by_id[one.head].name, found.by_id[one.tail].name) for one in found.relations}


def test_places_lie_in_their_parents_up_to_the_province() -> None:
    found = graph("今天，⟦L|河西区⟧⟦L|天塔街道⟧开会。")
    assert facts(found) == {("locatedIn", "天塔街道", "河西区"), ("locatedIn", "河西区", "天津市")}
    assert found.mentions["place-12"] == 0
    for relation in found.relations:
        (evidence,) = relation.evidence
        assert (evidence.quote, evidence.rule, evidence.confidence) == (
            "今天，河西区天塔街道开会。",
            "division-table",
            0.99,
        )


def test_parents_named_nowhere_are_added_with_the_childs_sentence() -> None:
    found = graph("家住⟦L|庄浪县⟧。")
    assert facts(found) == {("locatedIn", "庄浪县", "平凉市"), ("locatedIn", "平凉市", "甘肃省")}
    assert {evidence.quote for relation in found.relations for evidence in relation.evidence} == {"家住庄浪县。"}


def test_bodies_lie_in_the_division_their_name_states() -> None:
    found = graph("⟦L|河西区⟧⟦O|区委⟧与⟦O|区委组织部⟧。⟦O|桃园街道照耀里社区党委⟧、⟦O|科大讯飞⟧、⟦O|图书馆⟧。")
    assert facts(found) == {
        ("locatedIn", "河西区", "天津市"),
        ("locatedIn", "桃园街道", "河西区"),
        ("locatedIn", "河西区委", "河西区"),
        ("locatedIn", "河西区委组织部", "河西区"),
        ("locatedIn", "桃园街道照耀里社区党委", "桃园街道"),
        ("subOrganizationOf", "河西区委组织部", "河西区委"),
    }


def test_evidence_prefers_a_sentence_that_names_both_ends() -> None:
    found = graph("⟦O|河西区委⟧开会。⟦O|河西区委⟧是⟦L|河西区⟧的。⟦L|河西区⟧\n好。")
    (evidence,) = next(
        one for one in found.relations if one.type == "locatedIn" and one.head.startswith("org")
    ).evidence
    assert (evidence.quote, evidence.rule, evidence.confidence) == ("河西区委是河西区的。", "name-part", 0.95)
