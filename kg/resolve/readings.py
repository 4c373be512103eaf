"""What each printed form means where it stands: 区委 in a text of 河西区 reads 河西区委, 河西 reads 河西区."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kg.divisions import Division, Divisions, stem
from kg.ontology import lexicon
from kg.resolve.home import Home, home
from kg.resolve.names import canonical, level_word, subtype
from kg.resolve.regions import Parsed, at_level, choose, parse, stands_for

Span = tuple[int, int, str]
_VILLAGE = re.compile(r"(?:.*[镇乡道])?(.{2,}?村)")


@dataclass(frozen=True, slots=True)
class Reading:
    """One mention: its class, its form as printed (cleaned), the full name it reads as, and that name's parts.

    `code` is the division that the whole mention names, where it names one.
    """

    kind: str
    form: str
    name: str
    parsed: Parsed
    code: str | None = None


def read(text: str, spans: Sequence[Span], divisions: Divisions) -> tuple[Home, tuple[Reading, ...]]:
    """The home region of a text and a reading for each of its spans, in their order."""
    forms = [canonical(text[start:end]) for start, end, _ in spans]
    named = [form for form, (_, _, kind) in zip(forms, spans, strict=True) if kind != "Person"]
    reader = _Reader(text, home(named, divisions), divisions, frozenset(named))
    readings: list[Reading] = []
    last = 0
    for form, (start, end, kind) in zip(forms, spans, strict=True):
        listed = text[last:start].strip() in ("、", "和") and bool(readings)
        readings.append(reader.reading(form, kind, text[end : end + 8].lstrip(), readings, listed=listed))
        last = end
    return reader.home, tuple(readings)


@dataclass(frozen=True, slots=True)
class _Reader:
    text: str
    home: Home
    divisions: Divisions
    forms: frozenset[str]

    def reading(self, form: str, kind: str, rest: str, before: Sequence[Reading], *, listed: bool) -> Reading:
        """The reading of a form with the text behind it and the readings before it (`listed`: joined to the last)."""
        if kind == "Person":
            return Reading(kind, form, form, Parsed("", "", form))
        if kind == "Place" and (division := self._division(form)):
            full = self.home.near(division.code) or division.name in self.forms
            name = division.name if full else form  # a distant 北京 stays as it is printed
            return Reading(kind, form, name, Parsed(division.code, name, ""), division.code)
        sister = before[-1].parsed.region if listed else ""
        name = self._street(form, rest) if kind == "Place" else form
        if name == form and not parse(kind, form, self.home, self.divisions).region:
            name = self._expanded(form, kind, before, sister)
        return Reading(kind, form, name, parse(kind, name, self.home, self.divisions))

    def _division(self, form: str) -> Division | None:
        parsed = parse("Place", form, self.home, self.divisions)
        if parsed.region and not parsed.core:
            return self.divisions[parsed.region]
        if form.endswith("街") and self.home.county:
            return choose(self.divisions.named(f"{form}道", within=self.home.county), "", self.home)
        found = [division for division in self.divisions.named(form) if self._believable(division)]
        return choose(found, "", self.home)

    def _believable(self, division: Division) -> bool:
        """A distant county's short name is more often something else (鼓楼), unless its full name stands there too."""
        return len(division.code) <= 4 or self.home.near(division.code) or division.name in self.forms

    def _street(self, form: str, rest: str) -> str:
        """马场街 means the subdistrict 马场街道 where the text says so elsewhere or lets it act or hold communities."""
        streets: dict[str, list[str]] = lexicon("shortforms")["streets"]
        if not form.endswith("街") or form.endswith(tuple(streets["roads"])):
            return form
        told = any(f"{form}道" in other for other in self.forms)
        holds = re.match(r"\w{2,6}(社区|村)", rest) is not None
        return f"{form}道" if told or holds or rest.startswith(tuple(streets["acts"])) else form

    def _expanded(self, form: str, kind: str, before: Sequence[Reading], sister: str) -> str:
        leagues: dict[str, str] = lexicon("shortforms")["leagues"]
        for short, full in leagues.items():
            if form.startswith(short) and (rest := self._leveled(form.removeprefix(short), kind, before, sister)):
                return full + rest
        return self._leveled(form, kind, before, sister) or _anaphor(form, before) or form

    def _leveled(self, form: str, kind: str, before: Sequence[Reading], sister: str) -> str | None:
        word = "" if form.startswith(self._stems()) else level_word(form)
        rest = form.removeprefix(word)
        if not word or (kind == "Programme" and not _official().match(rest)):
            return None
        region = self._region(word, before, sister)
        return _joined(region, rest) if region else None

    def _stems(self) -> tuple[str, ...]:
        """市北会议中心 in a text about 市北区 is not a 北会议中心 of the city."""
        return tuple(short for code in self.home.codes if (short := stem(self.divisions[code].name)))

    def _region(self, word: str, before: Sequence[Reading], sister: str) -> str | None:
        """The region that a level word means: of the body it is listed with, at home, or among the places before."""
        if sister and stands_for(word, self.divisions[sister]):
            return self.divisions[sister].name
        if division := at_level(word, self.home, self.divisions):
            return division.name
        places = [place for place in before if place.kind == "Place"]
        if word in ("区", "新区") and (zone := _zone(places)):
            return zone
        return next((place.name for place in reversed(places) if _bears(place, word)), None)


def _bears(place: Reading, word: str) -> bool:
    """A division of this kind, or an area that calls itself so (西海岸新区)."""
    return place.name.endswith(word) and (word == "新区" or len(place.code or "") == 6)


def _zone(places: Sequence[Reading]) -> str | None:
    """The development zone named most so far."""
    zones = Counter(place.name for place in places if subtype("Place", place.name) == "Zone")
    return max(zones, key=lambda name: zones[name], default=None)


def _anaphor(form: str, before: Sequence[Reading]) -> str | None:
    """村委会 is that of the village named last, 管委会 that of the zone named most."""
    ending = _anaphors().get(form)
    if ending == "区":
        zone = _zone([place for place in before if place.kind == "Place"])
        return zone + form if zone else None
    if ending == "村":
        villages = (_VILLAGE.match(other.name) for other in reversed(before) if other.kind != "Person")
        village = next((found[1] for found in villages if found), None)
        return village + (form if form == "村委会" else form.removeprefix("村")) if village else None
    names = (place.name for place in reversed(before) if ending and place.kind == "Place")
    owner = next((name for name in names if name.endswith(str(ending))), None)
    return owner + form.removeprefix(str(ending)) if owner else None


@cache
def _anaphors() -> dict[str, str]:
    table: dict[str, list[str]] = lexicon("shortforms")["anaphors"]
    return {word: ending for ending, words in table.items() for word in words}


@cache
def _official() -> re.Pattern[str]:
    """What follows the level word in a programme's name: a body or a number (区委…, 区十七届人大…), not 区长会客厅."""
    return re.compile("|".join(lexicon("shortforms")["levels"]["programme_bodies"]))


def _joined(region: str, rest: str) -> str:
    """曹县 + 委 is 曹县县委, 滨海新区 + 委 is 滨海新区区委: where the bare join would not be read as a name."""
    doubled = rest.startswith(("委", "政府")) and (len(region) == 2 or region.endswith("新区"))
    return region + (region[-1] if doubled else "") + rest
