"""What people judged goes before all rules of merging, and still holds when pages come and go."""

from collections.abc import Sequence

import pytest
from resolve.marked import extraction

from kg.divisions import Divisions
from kg.errors import JudgementError
from kg.graph import KnowledgeGraph
from kg.model import Entity, Extraction
from kg.resolve.corpus import merge
from kg.resolve.judgements import Judgement, PairJudgement, RelationJudgement

DIVISIONS = Divisions.load()
PARK = extraction("⟦L|万象城⟧", name="1.txt")
MALL = extraction("⟦L|万象城⟧开业", name="2.txt")


def post(body: str, name: str, *, document: str) -> Extraction:
    return extraction(f"⟦O|{body}⟧局长⟦N|{name}⟧{document}", (name, "局长", body), name=document)


HEXI, KUNSHAN = post("河西区民政局", "王磊", document="3.txt"), post("昆山市民政局", "王磊", document="4.txt")
BOTH = extraction(
    "⟦O|河西区民政局⟧⟦O|昆山市民政局⟧⟦N|王磊⟧",
    ("王磊", "局长", "河西区民政局"),
    ("王磊", "局长", "昆山市民政局"),
    name="5.txt",
)


def judged(verdict: str, left: Entity, right: Entity) -> PairJudgement:
    return PairJudgement(left=left.id, right=right.id, verdict=verdict)


def named(graph: KnowledgeGraph, name: str) -> list[Entity]:
    return [entity for entity in graph.entities if name in (entity.name, *entity.aliases)]


def build(read: Sequence[Extraction], *judgements: Judgement) -> KnowledgeGraph:
    return merge(read, DIVISIONS, judgements)


def test_the_same_becomes_one_with_all_that_was_said_of_both() -> None:
    left, right = named(build([PARK, MALL]), "万象城")
    found = build([PARK, MALL], judged("same", right, left))
    (one,) = named(found, "万象城")
    assert one.id == left.id
    assert found.mentions[one.id] == 2


def test_the_id_holds_when_the_page_it_came_from_is_gone() -> None:
    left, right = named(build([PARK, MALL]), "万象城")
    same = judged("same", left, right)
    for read in ([PARK], [MALL], [MALL, PARK]):
        assert [one.id for one in named(build(read, same), "万象城")] == [left.id]


def test_a_rebuild_with_its_own_ids_changes_nothing() -> None:
    left, right = named(build([PARK, MALL]), "万象城")
    same = judged("same", left, right)
    assert build([PARK, MALL], same, same) == build([PARK, MALL], same)


def test_a_thing_judged_to_be_a_division_is_that_division() -> None:
    read = [extraction("⟦L|天塔街道⟧⟦L|西岸⟧⟦L|西岸⟧⟦L|西岸⟧")]
    (area,) = named(build(read), "西岸")
    district = Entity("place-120103", "Place", "河西区", "120103")  # named nowhere, but above 天塔街道
    found = build(read, judged("same", area, district))
    assert found.by_id["place-120103"].name == "河西区"
    assert found.by_id["place-120103"].aliases == ("西岸",)
    assert (found.by_id["place-120103"].code, found.by_id["place-120103"].subtype) == ("120103", "AdministrativeArea")
    assert area.id not in found.by_id
    assert ("place-120103", "place-12") in {(one.head, one.tail) for one in found.relations}


def test_different_people_stay_two_when_a_page_would_join_them() -> None:
    assert len(named(build([HEXI, KUNSHAN, BOTH]), "王磊")) == 1
    left, right = named(build([HEXI, KUNSHAN]), "王磊")
    found = build([HEXI, KUNSHAN, BOTH], judged("different", left, right))
    assert {left.id, right.id} == {one.id for one in named(found, "王磊")}


def test_different_people_stay_two_when_one_becomes_a_leader_of_the_country() -> None:
    leader = extraction("⟦N|王磊⟧总理视察", name="6.txt")
    assert len(named(build([HEXI, KUNSHAN, leader]), "王磊")) == 1
    left, right = named(build([HEXI, KUNSHAN]), "王磊")
    assert len(named(build([HEXI, KUNSHAN, leader], judged("different", left, right)), "王磊")) == 3


def test_a_person_without_region_stays_apart_from_the_only_namesake() -> None:
    nobody = extraction("⟦N|王磊⟧", name="7.txt")
    assert len(named(build([HEXI, nobody]), "王磊")) == 1
    unknown = next(one for one in named(build([HEXI, KUNSHAN, nobody]), "王磊") if one.key == "|王磊")
    (known,) = named(build([HEXI]), "王磊")
    assert len(named(build([HEXI, nobody], judged("different", unknown, known)), "王磊")) == 2


def test_a_person_judged_the_same_stays_so_when_more_posts_come_to_light() -> None:
    """The key of 王磊 changes with the new page (to that of a body in a county before 河西), his identity does not."""
    alias = post("昆山市民政局", "王三石", document="8.txt")
    (wang,), (stone,) = named(build([HEXI]), "王磊"), named(build([alias]), "王三石")
    earlier = extraction(
        "⟦O|天津市和平区教育局⟧⟦O|河西区民政局⟧⟦N|王磊⟧",
        ("王磊", "局长", "天津市和平区教育局"),
        ("王磊", "局长", "河西区民政局"),
        name="9.txt",
    )
    same = judged("same", wang, stone)
    before, after = (build([*read, alias], same) for read in ([HEXI], [HEXI, earlier]))
    assert len(named(after, "王三石")) == 1
    assert named(after, "王三石") == named(after, "王磊")
    assert named(after, "王磊")[0].id == named(before, "王磊")[0].id == min(wang.id, stone.id)


def test_a_rejected_relation_stays_out_whatever_page_states_it() -> None:
    (link,) = (one for one in build([HEXI]).relations if one.type == "holdsPost")
    wrong = RelationJudgement(relation="holdsPost", head=link.head, tail=link.tail, title="局长", verdict="wrong")
    again = post("河西区民政局", "王磊", document="10.txt")
    for read in ([HEXI], [HEXI, again], [again]):
        assert "holdsPost" not in {one.type for one in build(read, wrong).relations}


def test_an_accepted_relation_is_certain() -> None:
    (link,) = (one for one in build([HEXI]).relations if one.type == "holdsPost")
    right = RelationJudgement(relation="holdsPost", head=link.head, tail=link.tail, title="局长", verdict="right")
    (found,) = (one for one in build([HEXI], right).relations if one.type == "holdsPost")
    assert (found.confidence, found.best.rule) == (1.0, "judgement")


def test_judgements_on_what_is_not_there_have_no_effect() -> None:
    judgements = [
        PairJudgement(left="org-000000000001", right="org-000000000002", verdict="same"),
        PairJudgement(left="org-000000000001", right="org-000000000003", verdict="different"),
        RelationJudgement(relation="organizes", head="org-000000000001", tail="prg-000000000001", verdict="right"),
    ]
    assert build([HEXI, PARK], *judgements) == build([HEXI, PARK])


def test_contradictions_are_refused() -> None:
    left, right = named(build([PARK, MALL]), "万象城")
    between = Entity("place-000000000001", "Place", "万象城", "")
    with pytest.raises(JudgementError):
        build([PARK], judged("same", left, between), judged("same", between, right), judged("different", left, right))
