"""Lay what was extracted from one text beside its annotation: which spans, entities and facts are the same."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from kg import ontology
from kg.model import Evidence, Extraction, Relation
from kg.train.annotation import AnnotatedText

_QUOTES = " \t\n\r\f\v\u3000\u00a0“”‘’\"'《》〈〉「」『』"
# Links that a name alone shows (东川区民政局 is in 东川区) are neither rewarded nor punished unless gold states them.
_STRUCTURAL = frozenset({"locatedIn", "subOrganizationOf", "takesPlaceAt", "organizes"})
_AREA_SUFFIX = re.compile(r"(特别行政区|自治区|自治州|自治县|新区|街道|社区|省|市|区|县|镇|乡|街|村)$")


class Span(NamedTuple):
    """A mention without the white space and quotation marks at its ends."""

    start: int
    end: int
    type: str


class Fact(NamedTuple):
    """A relation between gold entities; an end that aligns with none is a predicted name behind a question mark."""

    type: str
    head: str
    tail: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Gold and prediction of one text: the entity of every span, and the post titles given with every fact.

    `counterpart` maps predicted entity ids to gold names, `named` the same ids to the names predicted; `evidence` is
    the most confident one of every fact claimed.
    """

    document: str
    text: str
    gold: Mapping[Span, str]
    found: Mapping[Span, str]
    counterpart: Mapping[str, str]
    named: Mapping[str, str]
    wanted: Mapping[Fact, frozenset[str]]
    claimed: Mapping[Fact, frozenset[str]]
    evidence: Mapping[Fact, Evidence]

    @property
    def matched(self) -> list[Span]:
        """The spans that both sides have with the same class."""
        return sorted(self.gold.keys() & self.found.keys())


def compare(gold: AnnotatedText, extraction: Extraction | None) -> Comparison:
    """Compare one text; without an extraction all of it is missed."""
    wanted = {Span(*_trim(gold.text, m.start, m.end), m.type): m.name for m in gold.mentions}
    mentions = extraction.mentions if extraction else ()
    found = {Span(*_trim(gold.text, m.start, m.end), m.type): m.entity for m in mentions}
    named = {entity.id: entity.name for entity in extraction.entities} if extraction else {}
    counterpart = _align(found, wanted)
    facts = _titles((_fact(one.type, one.head, one.tail), one.title) for one in gold.relations)
    stated = _stated(extraction, counterpart, named, facts.keys()) if extraction else []
    claimed = _titles((fact, one.title) for fact, one in stated)
    return Comparison(gold.name, gold.text, wanted, found, counterpart, named, facts, claimed, _surest(stated))


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans share at least half of what they cover together."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared >= 0.5 * (max(one.end, other.end) - min(one.start, other.start))


def squeeze(name: str | None) -> str:
    """A name as it is compared: without white space and quotation marks."""
    return "".join(character for character in name or "" if character not in _QUOTES)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    surface = text[start:end]
    return start + len(surface) - len(surface.lstrip(_QUOTES)), start + len(surface.rstrip(_QUOTES))


def _align(found: Mapping[Span, str], gold: Mapping[Span, str]) -> dict[str, str]:
    """Each predicted entity goes with the gold entity with which it shares the most overlapping mentions."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for span, entity in sorted(found.items()):
        votes[entity].update(name for other, name in sorted(gold.items()) if overlap(span, other))
    return {entity: counts.most_common(1)[0][0] for entity, counts in votes.items() if counts}


def _stated(
    extraction: Extraction, counterpart: Mapping[str, str], named: Mapping[str, str], wanted: Iterable[Fact]
) -> list[tuple[Fact, Relation]]:
    def end(entity: str) -> str:
        return counterpart.get(entity) or f"?{named.get(entity, entity)}"

    facts = ((_fact(one.type, end(one.head), end(one.tail)), one) for one in extraction.relations)
    return [
        (fact, one)
        for fact, one in facts
        if fact in wanted or not _structural(one.type, squeeze(named.get(one.head)), squeeze(named.get(one.tail)))
    ]


def _fact(type: str, head: str, tail: str) -> Fact:  # noqa: A002 - named as in the model
    relation = ontology.load().relations.get(type)
    if relation and relation.symmetric:
        head, tail = sorted((head, tail))
    return Fact(type, head, tail)


def _titles(facts: Iterable[tuple[Fact, str | None]]) -> dict[Fact, frozenset[str]]:
    found: dict[Fact, set[str]] = defaultdict(set)
    for fact, title in facts:
        found[fact].add(squeeze(title))
    return {fact: frozenset(titles) for fact, titles in found.items()}


def _surest(stated: Iterable[tuple[Fact, Relation]]) -> dict[Fact, Evidence]:
    found = ((fact, evidence) for fact, one in stated for evidence in one.evidence)
    return dict(sorted(found, key=lambda pair: pair[1].confidence))


def _structural(type: str, head: str, tail: str) -> bool:  # noqa: A002 - named as in the model
    whole, part = (tail, head) if type == "organizes" else (head, tail)
    stem = _AREA_SUFFIX.sub("", part)
    return type in _STRUCTURAL and whole != part and len(stem) > 1 and stem in whole
