"""Misprints within one text: of two names that print may have made of one, the one that stands there only once."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.ontology import lexicon
from kg.resolve.names import head
from kg.resolve.readings import Reading
from kg.resolve.slips import adds, doubled, near, slipped
from kg.resolve.wellknown import organs

_BEFORE = 12  # characters before a name that may be a post with its body


def corrected(text: str, readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings of a text, each misprint read as the right form that stands in the text too."""
    first: dict[str, dict[str, Reading]] = defaultdict(dict)
    for reading in readings:
        first[reading.kind].setdefault(reading.name, reading)
    right = {kind: _right(text, named) for kind, named in first.items()}
    return tuple(_read_as(reading, right[reading.kind].get(reading.name)) for reading in readings)


def _read_as(reading: Reading, right: Reading | None) -> Reading:
    return replace(right, form=reading.form, misprint=True) if right else reading


def _right(text: str, named: Mapping[str, Reading]) -> Mapping[str, Reading]:
    """The right reading of each misprinted name among the readings of a class, given by name in order of the text."""
    order = {name: number for number, name in enumerate(named)}
    found: dict[str, Reading] = {}
    for pair in near(named):
        left, right = (named[name] for name in pair)
        if slipped(left.kind, *pair) and _may_be_one(text, left, right):
            later_first = sorted(pair, key=lambda name: (_likely_wrong(name, pair), order[name]), reverse=True)
            wrong, true = sorted((named[name] for name in later_first), key=lambda reading: _worth(reading, text))
            if _borne_out(text, wrong, true):
                found.setdefault(wrong.name, true)
    return found


def _likely_wrong(name: str, pair: Sequence[str]) -> bool:
    """Of names of two lengths, all else equal, one with a doubled character or else one that lacks a character."""
    short, long = sorted(pair, key=len)
    return len(short) < len(long) and name == (long if doubled(short, long) else short)


def _may_be_one(text: str, left: Reading, right: Reading) -> bool:
    """Two divisions, organs of two regions, two known organs and what a text lists side by side are two.

    A core of one character (市局) bears out nothing.
    """
    one, other = left.parsed, right.parsed
    if (left.code and right.code) or (one.region and other.region and one.region != other.region):
        return False
    bare = not (left.code or right.code) and min(len(one.core), len(other.core)) < 2
    if bare or (one.core in organs() and other.core in organs()):
        return False
    return not any(f"{a.form}{mark}{b.form}" in text for a, b in ((left, right), (right, left)) for mark in "、和与及")


def _worth(reading: Reading, text: str) -> tuple[int, int, int]:
    """What speaks for a form: a known division or organ in it, a known head, and how often it stands in the text."""
    known = bool(reading.code) + bool(reading.parsed.region) + (reading.parsed.core in organs())
    return known, len(head(reading.kind, reading.name)), text.count(reading.form)


def _borne_out(text: str, wrong: Reading, right: Reading) -> bool:
    """Whether the text shows that one form is wrong; what it prints twice is meant."""
    if text.count(wrong.form) > 1:
        return False
    often = text.count(right.form) > 1
    if wrong.kind == "Person":
        return often or bool(_posts(text, wrong.form) & _posts(text, right.form))
    if adds(right.name, wrong.name):
        return False
    return len(wrong.name) >= len(right.name) or often or _broken(text, wrong.form, right.form)


def _posts(text: str, person: str) -> frozenset[str]:
    """The words that end in a post and stand right before a name."""
    posts = tuple(lexicon("posts")["heads"])
    before = (
        re.search(r"\w*$", text[max(0, found.start() - _BEFORE) : found.start()].rstrip())
        for found in re.finditer(re.escape(person), text)
    )
    return frozenset(words[0] for words in before if words and words[0].endswith(posts))


def _broken(text: str, short: str, long: str) -> bool:
    """信创河 breaks the word 海河, which the text prints elsewhere too: then a character was dropped."""
    at = next((at for at in range(len(short)) if short[at] != long[at]), len(short))
    words = long[at - 1 : at + 1], long[at : at + 2]
    return any(text.count(word) > 1 for word in words if len(word) == 2)
