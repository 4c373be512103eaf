"""Sentences of repaired text: the pieces that taggers read one at a time."""

import re
from collections.abc import Iterator

from kg.documents.layout import CLOSERS

LONGEST = 200
_SENTENCE = re.compile(rf"[^。！？；\n]*[。！？；]+[{CLOSERS}]*|[^。！？；\n]+")
# A clause too long for the tagger ends behind an item of a list or a blank, at worst anywhere.
_CLAUSE = re.compile(
    rf"[^，]{{0,{LONGEST - 1}}}，|[^，]{{1,{LONGEST}}}$|[^，]{{1,{LONGEST}}}(?<=[、 ])|[^，]{{1,{LONGEST}}}"
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences, without white space around them; every other character is in exactly one.

    A sentence ends behind 。！？； (closing marks taken along) or at a line break; one of more than 200
    characters is cut behind a comma, else behind 、 or a blank, else after 200.
    """
    return [span for match in _SENTENCE.finditer(text) for span in _pieces(text, *match.span())]


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    if end - start > LONGEST:
        for clause in _CLAUSE.finditer(text, start, end):
            if clause.end() - first > LONGEST and clause.start() > first:
                yield from _trimmed(text, first, clause.start())
                first = clause.start()
    yield from _trimmed(text, first, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if piece.strip():
        yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
