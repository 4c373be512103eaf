"""Quotation marks and brackets around and inside names: a name holds both marks of a pair or neither."""

import re
from collections.abc import Iterable, Iterator, Mapping

from kg.extract.mentions.tags import Span

_PAIRS = {"“": "”", "‘": "’", "《": "》", "（": "）", "「": "」", "『": "』"}
_MARKS = {*_PAIRS, *_PAIRS.values()}
_MARK = re.compile(f"[{''.join(sorted(_MARKS))}\n]")
_FARTHEST = 40  # characters; a mark lost in print must not make a name of half a paragraph


def balance(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Widen spans (start, end, class; in order) to both marks of a pair they hold half of; take marks off their edges.

    >>> text = "开展“手足情 寸草心”志愿活动"
    >>> [text[start:end] for start, end, _ in balance(text, [(7, 15, "Programme")])]
    ['“手足情 寸草心”志愿活动']
    """
    partner = pairs(text)
    last = 0
    for start, end, name in spans:
        start, end = _freed(text, partner, *_widened(partner, max(start, last), end, last))
        if start < end:
            yield start, end, name
            last = end


def pairs(text: str) -> Mapping[int, int]:
    """The offset of each mark's partner, both ways; marks without a partner nearby are left out."""
    partner: dict[int, int] = {}
    waiting: list[int] = []
    for match in _MARK.finditer(text):
        offset, char = match.start(), match[0]
        if char in _PAIRS:
            waiting.append(offset)
        elif char == "\n":
            waiting.clear()
        elif waiting and char == _PAIRS[text[waiting[-1]]]:
            opening = waiting.pop()
            if offset - opening <= _FARTHEST:
                partner[opening], partner[offset] = offset, opening
    return partner


def _widened(partner: Mapping[int, int], start: int, end: int, last: int) -> tuple[int, int]:
    """A mark at the very edge is not widened to: it belongs to the quotation around the name."""
    inside = [partner[offset] for offset in range(start, end - 1) if offset in partner and offset != start]
    first = min([start, *(offset for offset in inside if last <= offset)])
    return first, max([end, *(offset + 1 for offset in inside)])


def _freed(text: str, partner: Mapping[int, int], start: int, end: int) -> tuple[int, int]:
    """Marks and white space at the edges go, but for a mark whose partner stands further inside."""
    while start < end and _loose(text[start]) and not start < partner.get(start, -1) < end - 1:
        start += 1
    while start < end and _loose(text[end - 1]) and not start <= partner.get(end - 1, -1):
        end -= 1
    return start, end


def _loose(char: str) -> bool:
    return char.isspace() or char in _MARKS
