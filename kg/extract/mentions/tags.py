"""Spans as one tag a character and back: begin, inside, end, single, out (Ratinov & Roth 2009)."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Span = tuple[int, int, str]  # start, end, class

CLASSES = ("Organization", "Place", "Programme", "Person")
TAGS = ("O", *(f"{part}-{name}" for name in CLASSES for part in "BIES"))
_NUMBER = {tag: number for number, tag in enumerate(TAGS)}
_PARTS = tuple((tag[0], tag[2:]) for tag in TAGS)
_FORBIDDEN = np.float32(-1e4)
_OPEN, _CLOSED = ("B", "I"), ("O", "E", "S")


def encode(spans: Iterable[Span], length: int) -> NDArray[np.int64]:
    """Tag numbers of a text of `length` characters with the given spans (start, end, class)."""
    tags = np.zeros(length, np.int64)
    for start, end, name in spans:
        tags[start:end] = _NUMBER[f"I-{name}"]
        tags[start], tags[end - 1] = _NUMBER[f"B-{name}"], _NUMBER[f"E-{name}"]
        if end - start == 1:
            tags[start] = _NUMBER[f"S-{name}"]
    return tags


def decode(tags: Sequence[int]) -> Iterator[Span]:
    """Spans of a well-formed sequence of tag numbers.

    >>> list(decode(encode([(0, 3, "Place"), (3, 4, "Person")], 6)))
    [(0, 3, 'Place'), (3, 4, 'Person')]
    """
    start = 0
    for index, number in enumerate(tags):
        if number:  # most characters are out
            part, name = _PARTS[number]
            if part in "BS":
                start = index
            if part in "ES":
                yield start, index + 1, name


def transitions() -> NDArray[np.float32]:
    """(tags, tags): 0 where a tag may follow another, else a score that no path survives."""
    table = [[_may_follow(left, right) for right in TAGS] for left in TAGS]
    return np.where(table, np.float32(0), _FORBIDDEN).astype(np.float32)


def nothing() -> NDArray[np.float32]:
    """(tags,): 0 for O, else a score that no path survives."""
    return np.array([0 if tag == "O" else _FORBIDDEN for tag in TAGS], np.float32)


def starts() -> NDArray[np.float32]:
    """(tags,): 0 where a tag may stand first."""
    return np.array([0 if tag[0] in ("O", "B", "S") else _FORBIDDEN for tag in TAGS], np.float32)


def ends() -> NDArray[np.float32]:
    """(tags,): 0 where a tag may stand last."""
    return np.array([0 if tag[0] in _CLOSED else _FORBIDDEN for tag in TAGS], np.float32)


def _may_follow(left: str, right: str) -> bool:
    if left[0] in _CLOSED:
        return right[0] in ("O", "B", "S")
    return left[0] in _OPEN and right[0] in ("I", "E") and left[2:] == right[2:]
