"""Misprints across documents, and names of several documents that are only similar."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from resolve.marked import extraction
from resolve.test_misprints import MARKS
from resolve.test_slips import MEANT

from kg.divisions import Divisions
from kg.graph import KnowledgeGraph
from kg.resolve.corpus import merge
from kg.resolve.ids import graph_id
from kg.resolve.judgements import PairJudgement

DIVISIONS = Divisions.load()


def graph(*sources: str) -> KnowledgeGraph:
    return merge([extraction(source, name=f"{n}.txt") for n, source in enumerate(sources)], DIVISIONS)


def found(graph: KnowledgeGraph, kind: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.name, one.misprints) for one in graph.entities if one.type == kind and one.code is None]


@pytest.mark.parametrize(
    ("kind", "wrong", "right"),
    [
        ("Organization", "信创河实验室", "信创海河实验室"),
        ("Organization", "信创海海河实验室", "信创海河实验室"),
        ("Place", "西沽公圆", "西沽公园"),
        ("Programme", "林海冰雪嘉华年", "林海冰雪嘉年华"),
    ],
)
def test_a_name_printed_once_goes_to_the_usual_one(kind: str, wrong: str, right: str) -> None:
    mark = MARKS[kind]
    home = "⟦L|天津市⟧⟦L|河西区⟧"
    merged = graph(f"{home}⟦{mark}|{right}⟧", f"{home}⟦{mark}|{wrong}⟧", f"{home}⟦{mark}|{right}⟧。")
    assert found(merged, kind) == [(right, (wrong,))]
    assert [merged.mentions[one.id] for one in merged.entities if one.name == right] == [3]


def test_what_is_printed_twice_is_meant_and_one_against_one_is_open() -> None:
    twice = ["⟦L|河西区⟧⟦L|西沽公圆⟧", "⟦L|河西区⟧⟦L|西沽公圆⟧。", "⟦L|河西区⟧⟦L|西沽公园⟧", "⟦L|河西区⟧⟦L|西沽公园⟧。"]
    assert len(found(graph(*twice), "Place")) == 2
    assert len(found(graph(twice[0], twice[2]), "Place")) == 2


def test_names_of_two_regions_are_two() -> None:
    one, other = "⟦L|河西区⟧⟦L|天津市⟧⟦O|滨江实验幼儿园⟧", "⟦L|昆山市⟧⟦O|宾江实验幼儿园⟧"
    assert len(found(graph(one, one + "。", other), "Organization")) == 2
    near = "⟦L|河西区⟧⟦L|天津市⟧⟦O|宾江实验幼儿园⟧"
    assert len(found(graph(one, one + "。", near), "Organization")) == 1


def test_what_is_near_to_two_names_goes_to_neither() -> None:
    home = "⟦L|河西区⟧"
    names = ["清河公园", "清河公园", "请可公园", "请可公园", "请河公园"]
    assert len(found(graph(*(f"{home}⟦L|{name}⟧{n}" for n, name in enumerate(names))), "Place")) == 3


def test_people_decide_against_it() -> None:
    sources = ["⟦L|河西区⟧⟦L|西沽公园⟧", "⟦L|河西区⟧⟦L|西沽公圆⟧", "⟦L|河西区⟧⟦L|西沽公园⟧。"]
    read = [extraction(source, name=f"{n}.txt") for n, source in enumerate(sources)]
    keys = {entity.name: entity.key for one in read for entity in one.entities}
    left, right = (graph_id("Place", keys[name]) for name in ("西沽公园", "西沽公圆"))
    judged = merge(read, DIVISIONS, [PairJudgement(left=left, right=right, verdict="different")])
    assert len(found(judged, "Place")) == 2


@pytest.mark.parametrize(
    ("posts", "count"),
    [
        (
            [
                ("王建军", "局长", "河西区民政局"),
                ("王建军", "局长", "河西区民政局"),
                ("王健军", "局长", "河西区民政局"),
            ],
            1,
        ),
        (
            [
                ("王建军", "局长", "河西区民政局"),
                ("王建军", "局长", "河西区民政局"),
                ("王健军", "局长", "河西区教育局"),
            ],
            2,
        ),
        (
            [
                ("王建军", "局长", "河西区民政局"),
                ("王建军", "局长", "河西区民政局"),
                ("王健军", "科长", "河西区民政局"),
            ],
            2,
        ),
        ([("王建军", "局长", "河西区民政局"), ("王健军", "局长", "河西区民政局")], 2),
        ([("张伟", "局长", "河西区民政局"), ("张伟", "局长", "河西区民政局"), ("张玮", "局长", "河西区民政局")], 2),
    ],
)
def test_persons_must_hold_the_same_post(posts: Sequence[tuple[str, str, str]], count: int) -> None:
    read = [
        extraction(f"⟦O|{body}⟧{title}⟦N|{person}⟧{n}", (person, title, body), name=f"{n}.txt")
        for n, (person, title, body) in enumerate(posts)
    ]
    assert len(found(merge(read, DIVISIONS), "Person")) == count


def test_similar_persons_without_a_post_are_two() -> None:
    sources = ["⟦L|河西区⟧⟦N|王建军⟧", "⟦L|河西区⟧⟦N|王建军⟧。", "⟦L|河西区⟧⟦N|王健军⟧"]
    assert len(found(graph(*sources), "Person")) == 2


@settings(deadline=None, max_examples=40)
@given(st.sampled_from(MEANT), st.integers(1, 3), st.integers(1, 3))
def test_similar_names_never_merge(pair: tuple[str, str, str], ones: int, others: int) -> None:
    kind, *names = pair
    used = [names[0]] * ones + [names[1]] * others
    merged = graph(*(f"⟦L|天津市⟧⟦L|河西区⟧⟦{MARKS[kind]}|{name}⟧{n}" for n, name in enumerate(used)))
    mentions = [mention for spans in merged.spans.values() for mention in spans]
    left, right = ({mention.entity for mention in mentions if mention.text == name} for name in names)
    assert left.isdisjoint(right)


_POOL = [
    "⟦L|天津市⟧⟦L|河西区⟧⟦O|信创海河实验室⟧，⟦O|区民政局⟧局长⟦N|王建军⟧",
    "⟦L|天津市⟧⟦L|河西区⟧⟦O|信创河实验室⟧，⟦O|区民政局⟧局长⟦N|王健军⟧",
    "⟦L|天津市⟧⟦L|河西区⟧⟦O|信创海河实验室⟧⟦L|西沽公园⟧",
    "⟦L|天津市⟧⟦L|河西区⟧⟦L|西沽公圆⟧⟦L|西沽公园⟧",
    "⟦L|天津市⟧⟦L|河东区⟧⟦L|西沽公圆⟧⟦O|区民政局⟧",
    "⟦L|昆山市⟧⟦O|信创海海河实验室⟧⟦O|市民政局⟧局长⟦N|王建军⟧",
]


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(_POOL), max_size=6), st.data())
def test_the_order_of_documents_makes_no_difference(sources: list[str], data: st.DataObject) -> None:
    read = [extraction(f"{source}{n}", name=f"{n}.txt") for n, source in enumerate(sources)]
    assert merge(data.draw(st.permutations(read)), DIVISIONS) == merge(read, DIVISIONS)
