"""Stretches of whole sentences that the network reads at a time."""

from collections.abc import Iterator, Sequence

LONGEST = 250  # the encoder was pretrained on stretches of up to 256 characters


def windows(sentences: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join neighbouring sentences while they fit into 250 characters; a longer sentence stands alone.

    >>> list(windows([(0, 100), (101, 200), (200, 300)]))
    [(0, 200), (200, 300)]
    """
    start = end = -1
    for first, last in sentences:
        if end < 0 or last - start > LONGEST:
            if end >= 0:
                yield start, end
            start = first
        end = last
    if end >= 0:
        yield start, end
