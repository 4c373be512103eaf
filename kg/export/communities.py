"""Groups of entities that are linked more among each other than with the rest."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

import numpy as np

from kg.export.pairs import Link, Numbers, pairs_of


def communities(nodes: Iterable[str], links: Iterable[Link]) -> Mapping[str, int]:
    """The number of each node's group, 0 for the largest; the same input, the same groups.

    Groups are merged as long as that raises modularity (Clauset, Newman and Moore 2004), in each round all those at
    once that suit each other best, so that large graphs take seconds. A node without links is a group of its own.
    """
    return _communities(tuple(nodes), tuple(links))


@lru_cache(maxsize=1)
def _communities(nodes: tuple[str, ...], links: tuple[Link, ...]) -> Mapping[str, int]:
    """Found once for the layout and for the views that show them."""
    group = _grouped(np.arange(len(nodes)), pairs_of(nodes, links))
    size = np.bincount(group, minlength=1)
    rank = {int(number): at for at, number in enumerate(np.argsort(-size, kind="stable"))}
    return {node: rank[int(number)] for node, number in zip(nodes, group, strict=True)}


def _grouped(group: Numbers, pairs: Numbers) -> Numbers:
    """The group of each node, numbered in the order of the nodes."""
    while True:
        into = _mergers(group[pairs], group.max(initial=0) + 1)
        if np.array_equal(into, np.arange(len(into))):
            return group
        group = np.unique(into[group], return_inverse=True)[1]


def _mergers(ends: Numbers, count: int) -> Numbers:
    """For each group the one that it is merged into: itself, or its best neighbour where that is a root.

    A root is the larger of two groups that are each other's best neighbour.
    """
    degree = np.bincount(ends.ravel(), minlength=count)
    pairs, links = np.unique(np.sort(ends[ends[:, 0] != ends[:, 1]], axis=1), axis=0, return_counts=True)
    gain = links - degree[pairs].prod(axis=1) / max(degree.sum(), 1)
    chosen = np.flatnonzero(gain > 0)
    chosen = chosen[np.argsort(-gain[chosen], kind="stable")]
    both = np.concatenate([pairs[chosen], pairs[chosen][:, ::-1]], axis=1).reshape(-1, 2)
    own, first = np.unique(both[:, 0], return_index=True)
    best = np.arange(count)
    best[own] = both[first, 1]
    larger = np.lexsort((-np.arange(count), degree)).argsort()
    root = (best[best] == np.arange(count)) & (larger > larger[best])
    return np.where(root[best] & ~root, best, np.arange(count))
