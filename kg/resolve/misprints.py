"""Misprints: two names that differ in one character or by two swapped ones, where one is plainly the right form."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import combinations

from kg.ontology import lexicon
from kg.resolve.names import CONTRAST, head, subtype
from kg.resolve.readings import Reading

_SHORTEST = 3
_LONG = 8  # no two companies or programmes of one text have names so long and differ in one character


def misprints(text: str, readings: Sequence[Reading]) -> dict[int, int]:
    """Names that are misprints of others: index of the first reading of each → that of the right form."""
    first: dict[tuple[str, str], int] = {}
    for index, reading in enumerate(readings):
        first.setdefault((reading.kind, reading.name), index)
    found: dict[int, int] = {}
    for left, right in _near(first):
        if _one_thing(readings[left], readings[right]):
            wrong, true = sorted((left, right), key=lambda index: (_worth(readings[index], text), -index))
            if text.count(readings[wrong].form) == 1:  # what is printed twice is meant
                found.setdefault(wrong, true)
    return found


def _near(first: Mapping[tuple[str, str], int]) -> list[tuple[int, int]]:
    """Pairs of names of one class that are equal but for one character or two swapped neighbours."""
    holes = defaultdict(set)
    for (kind, name), index in first.items():
        for at in range(len(name) if len(name) >= _SHORTEST else 0):
            holes[kind, name[:at], "", name[at + 1 :]].add(index)
            holes[kind, name[:at], "".join(sorted(name[at : at + 2])), name[at + 2 :]].add(index)
    return sorted({pair for group in holes.values() for pair in combinations(sorted(group), 2)})


def _one_thing(left: Reading, right: Reading) -> bool:
    """Whether the difference is one of print: swapped, alike in shape, in the head, or in a long name of its own."""
    if (left.code and right.code) or _regions_differ(left, right):
        return False
    if left.parsed.core in organs() and right.parsed.core in organs():
        return False
    change = [(at, *pair) for at, pair in enumerate(zip(left.name, right.name, strict=True)) if pair[0] != pair[1]]
    if len(change) == 2:
        return len(left.name) > _SHORTEST
    at, one, other = change[0]
    if all(char in CONTRAST or char.isascii() for char in (one, other)):
        return False
    return alike(one, other) or _long(left, right) or _spoils_head(left, right, at)


def _regions_differ(left: Reading, right: Reading) -> bool:
    return bool(left.parsed.region and right.parsed.region) and left.parsed.region != right.parsed.region


def _long(left: Reading, right: Reading) -> bool:
    known = subtype(left.kind, left.name)
    own = left.kind == "Programme" or known == "Company"
    return len(left.name) >= _LONG and own and known == subtype(right.kind, right.name)


def _spoils_head(left: Reading, right: Reading, at: int) -> bool:
    """公园 and 公圆: one has a head of two or more characters, the other lost it by the change."""
    lost, kept = sorted((head(left.kind, left.name), head(right.kind, right.name)), key=len)
    return len(kept) > 1 and len(lost) < 2 and at >= len(left.name) - len(kept)


def _worth(reading: Reading, text: str) -> tuple[int, int, int]:
    """What speaks for a form: a known division or organ in it, a known head, and how often it stands in the text."""
    known = bool(reading.code) + bool(reading.parsed.region) + (reading.parsed.core in organs())
    return known, len(head(reading.kind, reading.name)), text.count(reading.form)


def alike(left: str, right: str) -> bool:
    """Whether two characters are mistaken for each other in print."""
    return bool(_shapes().get(left, frozenset()) & _shapes().get(right, frozenset()))


@cache
def organs() -> frozenset[str]:
    """The usual names of local organs of party and state, without their region."""
    return frozenset(lexicon("organs")["names"])


@cache
def _shapes() -> Mapping[str, frozenset[int]]:
    shapes: dict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(lexicon("lookalikes")["groups"]):
        for char in group:
            shapes[char].add(number)
    return {char: frozenset(numbers) for char, numbers in shapes.items()}
