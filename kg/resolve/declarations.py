"""Abbreviations that a text introduces: …有限公司（以下简称“…”） goes by its short name from there on."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kg.ontology import any_of, lexicon
from kg.resolve.names import head
from kg.resolve.readings import Reading, Span

_KINDS = ("Organization", "Place", "Programme")


@dataclass(frozen=True, slots=True)
class Declaration:
    """A short name from where it is introduced, with the index of the span that is its full name."""

    full: int
    short: str
    start: int


def completed(text: str, spans: Sequence[Span]) -> list[Span]:
    """The spans with every declared short name, from its declaration on, as a mention of the full name's class.

    Spans (start, end, class) do not overlap and are in order, before and after. Nothing that stands inside another
    mention is added.
    """
    kinds = {(start, end): kind for start, end, kind in spans}
    for short, found in _by_short(text, spans).items():
        for one, until in zip(found, [*(later.start for later in found[1:]), len(text)], strict=True):
            own = one.start, one.start + len(short)
            kinds = {span: kind for span, kind in kinds.items() if span[1] <= own[0] or own[1] <= span[0]}
            taken = _taken(text, kinds)
            for at in _uses(text, short, one.start, until):
                span = at, at + len(short)
                if span in kinds or not any(taken[slice(*span)]):
                    kinds[span] = spans[one.full][2]
    return sorted((start, end, kind) for (start, end), kind in kinds.items())


def declared(text: str, spans: Sequence[Span], readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings of the spans, a declared short name read as the full name that it was last introduced for."""
    by_short = _by_short(text, spans)
    read = list(readings)
    for index, (_, end, kind) in enumerate(spans):
        named = by_short.get(readings[index].form) or by_short.get(readings[index].parsed.core, [])
        found = [one for one in named if spans[one.full][2] == kind and one.full != index]
        if found:
            at = bisect_right([one.start for one in found], end)
            read[index] = replace(read[found[max(at - 1, 0)].full], form=readings[index].form)
    return tuple(read)


def _by_short(text: str, spans: Sequence[Span]) -> Mapping[str, list[Declaration]]:
    found = defaultdict(list)
    for one in _declarations(text, spans):
        found[one.short].append(one)
    return dict(found)


def _declarations(text: str, spans: Sequence[Span]) -> Iterator[Declaration]:
    for full, (start, end, kind) in enumerate(spans):
        match = _pattern().match(text, end) if kind != "Person" else None
        short = match["quoted"] or match["bare"] if match else ""
        if match and 1 < len(short) < end - start and short not in lexicon("shortforms")["declarations"]["bare"]:
            yield Declaration(full, short, match.start("quoted") if match["quoted"] else match.start("bare"))


def _uses(text: str, short: str, start: int, until: int) -> Iterator[int]:
    """Where a short name stands; one that is a mere kind (纲要) is a name only in marks (《纲要》)."""
    marked = "(?<=[“‘《〈「])" if any(head(kind, short) == short for kind in _KINDS) else ""
    return (match.start() for match in re.compile(marked + re.escape(short)).finditer(text, start, until))


def _taken(text: str, kinds: Mapping[tuple[int, int], str]) -> bytearray:
    taken = bytearray(len(text))
    for start, end in kinds:
        taken[start:end] = b"\1" * (end - start)
    return taken


@cache
def _pattern() -> re.Pattern[str]:
    """What stands between a full name and its short one, and the short one."""
    words = lexicon("shortforms")["declarations"]
    lead = rf"(?:[（(](?:[^（）()]{{,30}}[，,；;])?|[，,])\s*(?:{any_of(words['words'])})为?[:：]?\s*"
    edition = rf"(?:[（(](?:{any_of(words['editions'])})[）)])?"
    quoted = r"[“‘《〈「]{1,2}(?P<quoted>[^“”‘’《》〈〉「」（）()\n]{2,20})[”’》〉」]"
    return re.compile(rf"{edition}[”’》〉」]?\s*{lead}(?:{quoted}|(?P<bare>\w{{2,20}})(?=[）)，,。；;]))")
