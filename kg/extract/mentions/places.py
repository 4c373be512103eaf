"""A chain of places is read level by level: 天津市|河西区, 友谊路街道|景村社区."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kg.divisions import Divisions
from kg.extract.mentions.tags import Span
from kg.ontology import lexicon

_SHORTEST = 3  # of a part: 市区, 县城 are no names


def split_chains(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Places (start, end, class) that begin with a whole division and end as another area, cut between the two.

    >>> list(split_chains("甘肃省平凉市庄浪县", [(0, 9, "Place")]))
    [(0, 3, 'Place'), (3, 6, 'Place'), (6, 9, 'Place')]
    """
    for start, end, kind in spans:
        while kind == "Place" and (cut := _cut(text, start, end)):
            yield start, cut, kind
            start = cut
        yield start, end, kind


def _cut(text: str, start: int, end: int) -> int | None:
    """Where the longest division that the span begins with ends, if what is left is an area as well."""
    cuts = range(end - _SHORTEST, start + _SHORTEST - 1, -1)
    return next(
        (cut for cut in cuts if text[start:cut] in Divisions.load().printed_names and _is_area(text, cut, end)), None
    )


def _is_area(text: str, start: int, end: int) -> bool:
    name = text[start:end]
    return (
        name in Divisions.load().printed_names or _area().search(name) is not None or _cut(text, start, end) is not None
    )


@cache
def _area() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(lexicon('divisions')['areas'])})$")
