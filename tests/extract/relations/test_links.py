"""One statement for each fact of a document."""

from kg.extract.relations.links import Link, best_links

ENTITIES = ["a", "b", "a", "c"]


def link(head: int, tail: int, confidence: float, *, kind: str = "organizes", title: str | None = None) -> Link:
    return Link(kind, head, tail, title, head, head + 1, "test", confidence)


def test_the_most_confident_statement_of_a_fact_is_kept() -> None:
    assert best_links([link(0, 1, 0.5), link(2, 1, 0.9)], ENTITIES) == [link(2, 1, 0.9)]


def test_the_first_of_equals_is_kept() -> None:
    assert best_links([link(2, 1, 0.5), link(0, 1, 0.5)], ENTITIES) == [link(0, 1, 0.5)]


def test_of_two_opposite_statements_the_more_confident_one_is_kept() -> None:
    ways = [(0, 1, 0.5), (1, 2, 0.9)]
    for kind in ("cooperatesWith", "locatedIn"):
        assert [one.confidence for one in best_links([link(*way, kind=kind) for way in ways], ENTITIES)] == [0.9]


def test_other_titles_are_other_facts() -> None:
    posts = [link(0, 1, 0.9, kind="holdsPost", title=title) for title in ("书记", "主任")]
    assert len(best_links(posts, ENTITIES)) == 2
