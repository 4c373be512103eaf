"""Where the articles of a page begin, what they are called and who wrote them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kg.documents.dates import dateline, full, masthead
from kg.documents.layout import (
    ENDED,
    PROSE,
    REPORTER,
    is_byline,
    is_headline,
    is_kicker,
    is_note,
    is_photo_credit,
    is_subtitle,
    names,
    opens_report,
    signed,
)
from kg.model import Article

_LINE = re.compile(r"[^\n]+|(?<=\n)(?=\n)")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the page; `kind` is one of empty, byline, note, head and text."""

    start: int
    text: str
    kind: str


def articles(text: str) -> tuple[Article, ...]:
    """The articles of repaired text, in order, without gaps or overlaps; offsets count the given text.

    An article begins with its headlines, or with its byline or text where the headline is lost (its title is
    then empty). A single short line between paragraphs is a heading inside an article.
    """
    lines = [_Line(match.start(), match[0], _kind(match[0])) for match in _LINE.finditer(text)]
    firsts = [0, *_starts(lines)]
    bounds = [0, *(lines[first].start for first in firsts[1:]), len(text)]
    printed = masthead(line.text for line in lines)
    return tuple(
        _article(lines[first:last], start, end, printed)
        for (first, last), (start, end) in zip(pairwise([*firsts, len(lines)]), pairwise(bounds), strict=True)
        if start < end
    )


def _kind(line: str) -> str:
    if not line:
        return "empty"
    if is_byline(line):
        return "byline"
    if is_note(line):
        return "note"
    return "head" if is_headline(line) else "text"


def _starts(lines: list[_Line]) -> Iterator[int]:
    """Where articles but the first begin: in each run of lines between two paragraphs there may be one."""
    paragraphs = [i for i, line in enumerate(lines) if line.kind == "text"]
    for before, behind in pairwise(paragraphs):
        start = _start(lines, before + 1, behind)
        if start is not None:
            yield start


def _start(lines: list[_Line], first: int, behind: int) -> int | None:
    kinds = [line.kind for line in lines[first:behind]]
    by = "byline" in kinds
    if not by and _breaks_off(lines[first - 1].text):
        return None  # headlines set into the middle of a column
    divided = "empty" in kinds
    if divided:
        first = behind - kinds[::-1].index("empty")
    while first < behind and is_photo_credit(lines[first].text):
        first += 1
    by = any(line.kind == "byline" for line in lines[first:behind])
    heads = [line.text for line in lines[first:behind] if line.kind == "head"]
    evident = by or len(heads) > 1 or any(map(is_subtitle, heads))
    alone = heads and (opens_report(lines[behind].text) or signed(lines[first - 1].text))
    return first if divided or evident or alone else None


def _breaks_off(line: str) -> bool:
    return PROSE.search(line) is not None and not ENDED.search(line) and not signed(line)


def _article(lines: list[_Line], start: int, end: int, printed: str | None) -> Article:
    opening = _opening(lines)
    title = _title(opening) or _title(_set_in(lines))
    return Article(start, end, title, tuple(_names(lines)), _date(lines, opening) or printed)


def _set_in(lines: list[_Line]) -> list[_Line]:
    """The headline with a secondary one that stands in the middle of an article that has none above it."""
    return [line for line, following in pairwise(lines) if line.kind == "head" and is_subtitle(following.text)][:1]


def _opening(lines: list[_Line]) -> list[_Line]:
    """The lines above the first paragraph; of those, the ones below the last empty line, if any headline is there."""
    body = next((i for i, line in enumerate(lines) if line.kind == "text"), len(lines))
    last_empty = max((i for i in range(body) if lines[i].kind == "empty"), default=-1)
    below = lines[last_empty + 1 : body]
    return below if any(line.kind == "head" for line in below) else lines[:body]


def _title(lines: list[_Line]) -> str:
    """The main headline: the first but for kickers (引题), which stand over it, as does the first of three."""
    byline = next((i for i, line in enumerate(lines) if i and line.kind == "byline"), len(lines))
    heads = [line.text for line in lines[:byline] if line.kind == "head"]
    mains = [head for head in heads if not is_subtitle(head)] or heads
    while len(mains) > 1 and (len(mains) > 2 or is_kicker(mains[0])):
        del mains[0]
    return mains[0] if mains else ""


def _names(lines: list[_Line]) -> dict[str, None]:
    found: dict[str, None] = {}
    for line in lines:
        if line.kind == "byline":
            found |= dict.fromkeys(names(line.text))
        elif line.kind in ("text", "note"):
            found |= dict.fromkeys(name for match in REPORTER.finditer(line.text) for name in names(match[0]))
    return found


def _date(lines: list[_Line], opening: list[_Line]) -> str | None:
    """The first full date above the text, else the one in its dateline."""
    above = next((each for line in opening for each in full(line.text)), None)
    body = next((line.text for line in lines if line.kind == "text"), "")
    return above or dateline(body)
