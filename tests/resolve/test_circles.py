"""Circles of parts and wholes are opened at their least sure link, and nothing else is touched."""

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Evidence, Relation
from kg.resolve.circles import without_circles


def link(head: str, tail: str, confidence: float, kind: str = "locatedIn") -> Relation:
    return Relation(kind, head, tail, (Evidence("a.txt", 0, 1, "x", "rule", confidence),))


def test_the_least_sure_link_of_a_circle_goes() -> None:
    links = [link("a", "b", 0.9), link("b", "c", 0.5), link("c", "a", 0.8), link("c", "d", 0.1)]
    assert [(one.head, one.tail) for one in without_circles(links)] == [("a", "b"), ("c", "a"), ("c", "d")]


def test_what_is_no_part_may_run_in_a_circle() -> None:
    links = [link("a", "b", 0.9, "develops"), link("b", "a", 0.5, "develops")]
    assert list(without_circles(links)) == links


def test_links_of_two_kinds_make_no_circle() -> None:
    links = [link("a", "b", 0.9, "locatedIn"), link("b", "a", 0.5, "subOrganizationOf")]
    assert list(without_circles(links)) == links


@given(st.sets(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")).filter(lambda ends: ends[0] != ends[1])))
def test_no_circle_is_left_and_no_link_goes_without_need(ends: set[tuple[str, str]]) -> None:
    links = [link(head, tail, 0.5 + number / 100) for number, (head, tail) in enumerate(sorted(ends))]
    kept = nx.DiGraph((one.head, one.tail) for one in without_circles(links))
    assert nx.is_directed_acyclic_graph(kept)
    for one in links:
        if not kept.has_edge(one.head, one.tail):
            assert nx.has_path(kept, one.tail, one.head)
