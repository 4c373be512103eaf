"""Persons across documents: joined where something bears it out, apart where regions exclude each other."""

from collections.abc import Sequence

import pytest
from resolve.marked import extraction

from kg.divisions import Divisions
from kg.graph import KnowledgeGraph
from kg.model import Extraction
from kg.resolve.corpus import merge

DIVISIONS = Divisions.load()


def graph(*sources: str) -> KnowledgeGraph:
    return merge([extraction(source, name=f"{n}.txt") for n, source in enumerate(sources)], DIVISIONS)


def named(found: KnowledgeGraph, name: str) -> int:
    return sum(entity.name == name for entity in found.entities)


@pytest.mark.parametrize(
    ("sources", "count"),
    [
        (("⟦L|河西区⟧⟦N|习近平⟧总书记", "⟦L|昆山市⟧⟦N|习近平⟧"), 1),
        (("⟦L|河西区⟧⟦N|习近平⟧", "⟦L|河西区⟧⟦L|天津市⟧⟦N|习近平⟧"), 1),
        (("⟦L|河西区⟧⟦N|习近平⟧", "⟦L|昆山市⟧⟦N|习近平⟧"), 2),  # nothing bears it out
    ],
)
def test_persons_without_posts(sources: Sequence[str], count: int) -> None:
    assert named(graph(*sources), "习近平") == count


def posts(*found: tuple[str, str]) -> list[Extraction]:
    return [
        extraction(f"⟦O|{body}⟧局长⟦N|王磊⟧{n}", ("王磊", "局长", body), name=f"{n}.txt")
        for n, (body, _) in enumerate(found)
    ]


def test_namesakes_with_posts_in_two_regions_are_two() -> None:
    apart = merge(posts(("河西区民政局", ""), ("昆山市民政局", "")), DIVISIONS)
    assert named(apart, "王磊") == 2
    same = merge(posts(("河西区民政局", ""), ("天津市河西区教育局", ""), ("天津市民政局", "")), DIVISIONS)
    assert named(same, "王磊") == 1
