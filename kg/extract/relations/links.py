"""A stated fact between two mentions, and the choice of one statement for each fact of a document."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from kg.extract.relations.reading import Reading
from kg.ontology import load


@dataclass(frozen=True, slots=True)
class Link:
    """`head` and `tail` count spans; `start`, `end` (of the repaired text) bound the sentence or two adjacent ones."""

    type: str
    head: int
    tail: int
    title: str | None
    start: int
    end: int
    rule: str
    confidence: float


@cache
def symmetric() -> frozenset[str]:
    """The relations that read the same from both ends."""
    return frozenset(relation.name for relation in load().relations.values() if relation.symmetric)


def best_links(links: Iterable[Link], entity_of: Sequence[str]) -> list[Link]:
    """The most confident link for each fact (type, entities and title), the first one of equals, in reading order.

    No relation holds both ways unless it is symmetric: of two opposite links only the more confident one stays.
    """
    best: dict[tuple[str, str, str, str | None], Link] = {}
    for link in sorted(links, key=lambda link: (-link.confidence, link.start, link.head, link.tail)):
        head, tail = entity_of[link.head], entity_of[link.tail]
        if link.type in symmetric():
            head, tail = min(head, tail), max(head, tail)
        if (link.type, tail, head, link.title) not in best or head == tail:
            best.setdefault((link.type, head, tail, link.title), link)
    return sorted(best.values(), key=lambda link: (link.start, link.type, link.head, link.tail, link.title or ""))


def evidence(reading: Reading, sentences: Sequence[tuple[int, int]], told: int, other: int) -> tuple[int, int]:
    """The sentence of the mention `told`, with the one next to it if the other mention stands there."""
    here, there = int(reading.sentence[told]), int(reading.sentence[other])
    first, last = sorted((here, there)) if abs(here - there) <= 1 else (here, here)
    return sentences[first][0], sentences[last][1]
