"""The same name is found everywhere in a document: what the tagger saw mostly as a name is one each time."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from kg.extract.mentions.tags import Span
from kg.ontology import lexicon

_SHORTEST = 2


def complete(text: str, spans: Sequence[Span]) -> list[Span]:
    """Spans (start, end, class; flat) with the occurrences that were passed over, in order.

    A name counts as passed over where it stands outside all spans, and is added when it was found at least as often
    as not. The short form of an area (河西 for 河西区) is added wherever it stands free.
    """
    taken = bytearray(len(text))
    for start, end, _ in spans:
        taken[start:end] = b"\1" * (end - start)
    added = [*_recurring(text, spans, taken), *_short_areas(text, spans, taken)]
    return sorted({*spans, *_apart(added, taken)})


def _recurring(text: str, spans: Sequence[Span], taken: bytearray) -> Iterator[Span]:
    for name, (kind, count) in _names(text, spans).items():
        free = list(_free(text, name, taken))
        if len(free) <= count:
            yield from ((start, end, kind) for start, end in free)


def _names(text: str, spans: Sequence[Span]) -> Mapping[str, tuple[str, int]]:
    """The most frequent class of each name and how often it was found."""
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for start, end, kind in spans:
        kinds[text[start:end]][kind] += 1
    return {name: count.most_common(1)[0] for name, count in kinds.items() if len(name) >= _SHORTEST}


def _short_areas(text: str, spans: Sequence[Span], taken: bytearray) -> Iterator[Span]:
    areas = (_area().fullmatch(text, start, end) for start, end, kind in spans if kind == "Place")
    stems = {match[1] for match in areas if match}
    for stem in sorted(stems):
        yield from ((start, end, "Place") for start, end in _free(text, stem, taken))


def _free(text: str, name: str, taken: bytearray) -> Iterator[tuple[int, int]]:
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        if not any(taken[start:end]):
            yield start, end
        start = text.find(name, end)


def _apart(spans: Iterable[Span], taken: bytearray) -> Iterator[Span]:
    """The longest of those that overlap; what is kept is marked as taken."""
    for start, end, kind in sorted(spans, key=lambda span: (span[0] - span[1], span)):
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            yield start, end, kind


@cache
def _area() -> re.Pattern[str]:
    return re.compile(rf"(\w{{{_SHORTEST},}}?)(?:{'|'.join(lexicon('divisions')['level_words'])})")
