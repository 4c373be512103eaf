"""Page layout to running text: broken lines joined, stray spaces gone, marks and script folded, nothing invented.

Only deletions and replacements of one character by one are made, so one origin a character maps all back.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from kg.documents.layout import ENDED, HAN, PROSE, ROLE, breaks_off, closes_quote, is_byline, starts_anew
from kg.documents.traditional import simplified

_BREAKS = "\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_BLANKS = "\t\x1f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_WIDE_LETTERS = {0xFF01 + i: 0x21 + i for i in range(94) if chr(0x21 + i).isalnum()}
_FOLD = _WIDE_LETTERS | str.maketrans(
    "();?!∶﹒．％＋－＂" + _BLANKS + _BREAKS, '（）；？！：..%+-"' + " " * len(_BLANKS) + "\n" * len(_BREAKS)
)
# A comma or colon stays narrow between two letters or digits (3,000 10:30) only.
_COMMA, _COLON = (re.compile(rf"(?<![0-9A-Za-z]){mark}|{mark}(?! ?[0-9A-Za-z])") for mark in ",:")
# A name of two characters is often set as wide as one of three.
_ALONE = f"{HAN}0-9A-Za-z"
_WIDE_NAME = rf"(?<=(?<![{_ALONE}])[{HAN}]) +(?=[{HAN}](?![{_ALONE}]))"
_NOTHING = re.compile(rf"[\u200b-\u200f\u2060\ufeff\u00ad]|\r(?=\n)|\*\*|{_WIDE_NAME}")
_LINE = re.compile(r"^ *((?:#{1,6} +)?)(\S(?:[^\n]*\S)?)", re.MULTILINE)
_BROKEN_WORD = re.compile(rf"[{HAN}]{{4}}")
# Two-part slogans, titles and names of reporters keep their space; elsewhere in prose a space is an accident.
_STRAY_SPACE = re.compile(
    r"“[^“”\n]{,40}”|‘[^‘’\n]{,40}’|《[^《》\n]{,60}》|（[^（）\n]{,60}）"
    rf"|(?<=[{HAN}]) +(?=[{HAN}])(?!(?:{ROLE})(?![{HAN}]))"
)
# A broken word that stands whole so near, stands so in the same article.
_NEAR = 5_000
# How much of a joined line decides whether it goes on once more.
_REMEMBERED = 300


@dataclass(frozen=True, slots=True)
class Repaired:
    """Repaired text; `origin[i]` is the offset in the file of its character i (strictly increasing)."""

    text: str
    origin: "array[int]"  # quoted: no generic at run time before Python 3.12

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the file from the first character's origin to just behind the last one's."""
        if start >= end:
            raise ValueError(f"empty span {start}:{end}")
        return self.origin[start], self.origin[end - 1] + 1

    def repaired(self, start: int, end: int) -> tuple[int, int]:
        """The span of the repaired text that holds what is left of a span of the file."""
        return bisect_left(self.origin, start), bisect_left(self.origin, end)


def repair(text: str) -> Repaired:
    """Repair a page as it was decoded; lines of the result are paragraphs, headlines or list items."""
    page = Repaired(_fold(text), array("I", range(len(text))))
    page = _without(page, (match.span() for match in _NOTHING.finditer(page.text)))
    page = _without(page, _gaps(page.text))
    page = _without(page, _stray_spaces(page.text))
    return Repaired(_curl_quotes(page.text), page.origin)


def _without(page: Repaired, cuts: Iterable[tuple[int, int]]) -> Repaired:
    pieces: list[str] = []
    origin, last = array("I"), 0
    for start, end in cuts:
        pieces.append(page.text[last:start])
        origin += page.origin[last:start]
        last = end
    return Repaired("".join([*pieces, page.text[last:]]), origin + page.origin[last:])


def _fold(text: str) -> str:
    if "\r" in text:
        text = re.sub(r"\r(?!\n)", "\n", text)
    return _COLON.sub("：", _COMMA.sub("，", text.translate(_folds())))


@cache
def _folds() -> dict[int, int | str]:
    return {**_FOLD, **simplified()}


def _gaps(text: str) -> Iterator[tuple[int, int]]:
    """What stands between lines, but for the characters that go on dividing them where they are divided."""
    end, line, marked = 0, "", ""
    for match in _LINE.finditer(text):
        start, following = match.start(2), match[2]
        kept = _dividers(text[end:start]) if line else ()
        if len(kept) == 1 and not (marked or match[1]) and _goes_on(line, following, text, end):
            kept, following = (), line[-_REMEMBERED:] + following
        bounds = [end, *(end + offset for keep in kept for offset in (keep, keep + 1)), start]
        yield from zip(bounds[::2], bounds[1::2], strict=True)
        end, line, marked = match.end(), following, match[1]
    yield end, len(text)


def _dividers(gap: str) -> tuple[int, ...]:
    """What is kept between two lines: of three empty lines, which divide articles, one; of a Markdown break
    (two spaces, line break), which divides a headline, a space; else one line break.
    """
    if gap.count("\n") > 3:
        return gap.index("\n"), gap.rindex("\n")
    return (0,) if re.fullmatch(r"  +\n *", gap) else (gap.index("\n"),)


def _goes_on(line: str, following: str, text: str, end: int) -> bool:
    if ENDED.search(line) or starts_anew(following) or is_byline(line) or is_byline(following):
        return False
    if closes_quote(line, following) or (PROSE.search(following) and breaks_off(line, following)):
        return True
    word = line[-2:] + following[:2]
    return _BROKEN_WORD.fullmatch(word) is not None and word in text[max(0, end - _NEAR) : end + _NEAR]


def _stray_spaces(text: str) -> Iterator[tuple[int, int]]:
    """Before its first mark a paragraph may hold a rubric, a byline or a name set off by a space."""
    for paragraph in re.finditer(r"[^\n]+", text):
        if " " in paragraph[0] and (prose := PROSE.search(paragraph[0])):
            spaces = _STRAY_SPACE.finditer(text, paragraph.start() + prose.start(), paragraph.end())
            yield from (match.span() for match in spaces if match[0].isspace())


def _curl_quotes(text: str) -> str:
    if '"' not in text:
        return text
    return "\n".join(_curl_paragraph(line) for line in text.split("\n"))


def _curl_paragraph(line: str) -> str:
    inside = False

    def curl(match: re.Match[str]) -> str:
        nonlocal inside
        inside = not inside if match[0] == '"' else match[0] == "“"
        return "“" if inside else "”"

    return re.sub('[“”"]', curl, line)
