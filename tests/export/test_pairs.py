"""Links as numbers."""

import networkx as nx
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kg.export.pairs import components, pairs_of


def test_each_link_counts_once_in_either_direction_and_none_of_a_node_with_itself() -> None:
    links = [("c", "a"), ("a", "c"), ("b", "b"), ("a", "b")]
    assert pairs_of("abc", links).tolist() == [[0, 1], [0, 2]]


def test_without_links_there_are_no_pairs() -> None:
    assert pairs_of("ab", []).shape == (0, 2)
    assert pairs_of("", []).shape == (0, 2)


def test_nodes_without_links_are_components_of_their_own() -> None:
    assert components(4, pairs_of("abcd", [("d", "b")])).tolist() == [0, 1, 2, 1]
    assert components(0, pairs_of("", [])).tolist() == []


@given(st.lists(st.tuples(st.integers(0, 29), st.integers(0, 29)), max_size=40))
def test_components_are_those_of_networkx(links: list[tuple[int, int]]) -> None:
    theirs: nx.Graph[int] = nx.Graph()
    theirs.add_nodes_from(range(30))
    theirs.add_edges_from(links)
    ours = components(30, np.array(links, dtype=np.int64).reshape(-1, 2))
    assert all(set(ours[list(part)].tolist()) == {min(part)} for part in nx.connected_components(theirs))
