"""The sentences of a file in which its mentions stand, as exact quotes of the file."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.model import Evidence, Extraction, Mention


@dataclass(frozen=True, slots=True, order=True)
class Sighting:
    """A sentence of a document: `quote` is `text[start:end]` of the file as it was."""

    document: str
    start: int
    end: int
    quote: str

    def evidence(self, rule: str, confidence: float) -> Evidence:
        """This sentence as evidence found by a rule."""
        return Evidence(self.document, self.start, self.end, self.quote, rule, confidence)


def sightings(extraction: Extraction) -> Iterator[tuple[Mention, Sighting]]:
    """Each mention with the sentence it begins in."""
    text, name, spans = extraction.document.text, extraction.document.name, extraction.sentences
    starts = [start for start, _ in spans]

    @cache
    def sighting(start: int, end: int) -> Sighting:
        return Sighting(name, start, end, text[start:end])

    for mention in extraction.mentions:
        at = bisect_right(starts, mention.start) - 1
        # A sentence that does not reach over its mention was cut inside it: quote up to the end of both.
        start, end = spans[at] if at >= 0 and mention.start < spans[at][1] else (mention.start, mention.end)
        yield mention, sighting(start, max(end, mention.end))
