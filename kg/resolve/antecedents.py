"""What a text has named so far that short forms lean on: 村委会 on the last village, 管委会 on the zone named most."""

import re
from collections import Counter
from functools import cache

from kg.ontology import lexicon
from kg.resolve.names import subtype

_VILLAGE = re.compile(r"(?:.*[镇乡道])?(.{2,}?村)")


class Antecedents:
    """The places of a text up to here. No look-up grows with the length of the text."""

    def __init__(self) -> None:
        self._zones = Counter[str]()
        self._last: dict[str, str] = {}  # the last place of each kind, by the word that its name ends with
        self._levels: dict[str, str] = {}  # the same, of those places only that a level word may stand for
        self._village = ""

    def add(self, kind: str, name: str, code: str | None) -> None:
        """Go on behind a mention: its class, the name it reads as and the division it is."""
        if kind != "Person" and (village := _VILLAGE.match(name) if "村" in name else None):
            self._village = village[1]
        if kind == "Place":
            zone = subtype("Place", name) == "Zone"
            self._zones.update([name] if zone else [])
            self._last |= {word: name for word in _areas() if name.endswith(word)}
            self._levels |= {word: name for word in _levels() if name.endswith(word) and _bears(word, code, zone=zone)}

    def area(self, word: str) -> str | None:
        """The area that a level word stands for: the last division of the kind, for 区 the zone of a text about one."""
        named = self._levels.get(word)
        zone = self._zone() if word in ("区", "新区") else None
        return (named or zone) if word == "新区" else (zone or named)

    def owned(self, form: str) -> str | None:
        """The full name of a form that leans on a smaller place: 村委会, 街道党工委, 管委会."""
        ending = _anaphors().get(form, "")
        if ending == "区":
            zone = self._zone()
            return zone + form if zone else None
        if ending == "村":
            return self._village + (form if form == "村委会" else form.removeprefix("村")) if self._village else None
        owner = self._last.get(ending)
        return owner + form.removeprefix(ending) if owner else None

    def _zone(self) -> str | None:
        """The development zone named most."""
        return max(self._zones, key=lambda name: self._zones[name], default=None)


def _bears(word: str, code: str | None, *, zone: bool) -> bool:
    """A division of this kind, or an area that calls itself so (西海岸新区, but not 东湖高新区)."""
    return (word == "新区" and not zone) or len(code or "") == 6


@cache
def _anaphors() -> dict[str, str]:
    table: dict[str, list[str]] = lexicon("shortforms")["anaphors"]
    return {word: ending for ending, words in table.items() for word in words}


@cache
def _areas() -> frozenset[str]:
    return frozenset(lexicon("shortforms")["anaphors"])


@cache
def _levels() -> frozenset[str]:
    levels = lexicon("shortforms")["levels"]
    return frozenset([*levels["province"], *levels["city"], *levels["county"]])
