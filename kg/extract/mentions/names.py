"""What is known of Chinese personal names: where one is to be expected, and what only looks like one."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kg.extract.mentions.tags import Span
from kg.ontology import any_of, lexicon

_HAN = "\u4e00-\u9fff"


def expected(text: str) -> Iterator[int]:
    """Offsets of family names right behind a title: 书记|张….

    >>> list(expected("区委书记张珉目标明确"))
    [4]
    """
    return (match.end() for match in _behind_title().finditer(text))


def without_address(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Spans but those persons that are only addressed (张奶奶, 王师傅): no full name, no mention."""
    for start, end, kind in spans:
        if kind != "Person" or not _address().fullmatch(text, start, end):
            yield start, end, kind


@cache
def _behind_title() -> re.Pattern[str]:
    names = lexicon("surnames")
    titles = any_of(head for head in lexicon("posts")["heads"] if len(head) > 1)
    family = "|".join([*names["compound"], f"[{''.join(names['single'].split())}]"])
    return re.compile(rf"(?:{titles})(?=(?:{family})[{_HAN}])")


@cache
def _address() -> re.Pattern[str]:
    return re.compile(rf"[{_HAN}·]{{1,4}}?(?:{'|'.join(lexicon('surnames')['address'])})")
