"""Links as numbers: the places of their ends among the nodes."""

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
Pairs = Numbers
Link = tuple[str, str]


def pairs_of(nodes: Sequence[str], links: Iterable[Link]) -> Pairs:
    """The links between different nodes, of shape (links, 2), each once and smaller place first, sorted."""
    place = {node: at for at, node in enumerate(nodes)}
    ends = [(place[head], place[tail]) for head, tail in links if head != tail]
    return np.unique(np.sort(np.array(ends, dtype=np.int64).reshape(-1, 2)), axis=0)


def components(count: int, pairs: Pairs) -> Numbers:
    """For each of so many nodes the first that it is connected with, which may be itself."""
    first = np.arange(count)
    while True:
        ends, lower = first[pairs], first.copy()
        np.minimum.at(lower, ends, ends.min(axis=1, keepdims=True))
        lower = lower[lower]
        if np.array_equal(lower, first):
            return first
        first = lower
