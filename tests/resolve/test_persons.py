"""Persons across documents: joined where something bears it out, apart where regions exclude each other."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from resolve.marked import extraction

from kg.divisions import Divisions
from kg.graph import KnowledgeGraph
from kg.model import Article, Extraction
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


def officials(*posts: str) -> list[Extraction]:
    """A page a post, given as body and title: 河西区民政局/局长."""
    parts = [post.partition("/") for post in posts]
    return [
        extraction(
            f"⟦{'L' if body.endswith(('区', '街道', '社区')) else 'O'}|{body}⟧{title}⟦N|王磊⟧{n}",
            ("王磊", title, body),
            name=f"{n}.txt",
        )
        for n, (body, _, title) in enumerate(parts)
    ]


@pytest.mark.parametrize(
    ("posts", "count"),
    [
        (("河西区民政局/局长", "天津市河西区民政局/党组书记"), 1),
        (("河西区民政局/局长", "昆山市民政局/局长"), 2),
        (("河西区民政局/局长", "河西区教育局/局长"), 2),
        (("河西区民政局/局长", "天津市民政局/局长"), 2),
        (
            ("河西区/区长", "河西区委/副书记", "河西区委组织部/部长", "河西区人大常委会/主任"),
            1,
        ),  # the leaders of a district
        (("河西区/区长", "河西区民政局/局长"), 2),
        (("河西区/区长", "河东区/区长"), 2),
        (("河西区马场街道/主任", "河西区马场街道党工委/书记"), 1),
        (("河西区马场街道党工委/书记", "河西区天塔街道党工委/书记"), 2),
        (("河西区照耀里社区/主任", "河西区照耀里社区党委/书记", "河西区照耀里社区居委会/主任"), 1),
        (("河西区照耀里社区党委/书记", "河西区景村社区党委/书记"), 2),
        (("海光科技有限公司/董事长", "海光科技有限公司/创始人"), 1),
    ],
)
def test_namesakes_are_one_where_their_posts_agree(posts: Sequence[str], count: int) -> None:
    assert named(merge(officials(*posts), DIVISIONS), "王磊") == count


def without_post(n: int) -> Extraction:
    return extraction("⟦L|河西区⟧⟦L|天津市⟧⟦N|王磊⟧说", name=f"{n}.txt")


def test_a_name_without_a_post_is_the_only_one_of_its_region_or_another() -> None:
    one, other = officials("河西区民政局/局长", "河西区教育局/局长")
    assert named(merge([one, without_post(3), without_post(4)], DIVISIONS), "王磊") == 1
    assert named(merge([one, other, without_post(3), without_post(4)], DIVISIONS), "王磊") == 3


def test_one_page_with_both_posts_joins_them() -> None:
    both = extraction(
        "⟦O|河西区民政局⟧局长⟦N|王磊⟧，⟦O|河西区教育局⟧书记⟦N|王磊⟧",
        ("王磊", "局长", "河西区民政局"),
        ("王磊", "书记", "河西区教育局"),
        name="9.txt",
    )
    assert named(merge([*officials("河西区民政局/局长", "河西区教育局/局长"), both], DIVISIONS), "王磊") == 1


def test_who_signs_articles_is_not_who_is_written_about() -> None:
    text = "⟦L|河西区⟧⟦N|王磊⟧摄"
    press = replace(extraction(text, name="9.txt"), articles=(Article(0, 5, "", ("王磊",)),))
    again = replace(extraction(f"{text}。", name="8.txt"), articles=(Article(0, 5, "", ("王磊",)),))
    assert named(merge([*officials("河西区民政局/局长"), press, again], DIVISIONS), "王磊") == 2
