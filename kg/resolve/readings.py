"""What each printed form means where it stands: 区委 in a text of 河西区 reads 河西区委, 河西 reads 河西区."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from kg.divisions import Division, Divisions, stem
from kg.ontology import lexicon
from kg.resolve.antecedents import Antecedents
from kg.resolve.home import Home, home
from kg.resolve.names import canonical, level_word
from kg.resolve.regions import Parsed, at_level, choose, parse, stands_for
from kg.resolve.sessions import with_party
from kg.resolve.wellknown import WellKnown

Span = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Reading:
    """One mention: its class, its form as printed (cleaned), the full name it reads as, and that name's parts.

    `code` is the division that the whole mention names, where it names one; `misprint` tells a form that is wrong.
    """

    kind: str
    form: str
    name: str
    parsed: Parsed
    code: str | None = None
    misprint: bool = False


def read(text: str, spans: Sequence[Span], divisions: Divisions) -> tuple[Home, tuple[Reading, ...]]:
    """The home region of a text and a reading for each of its spans, in their order."""
    forms = [canonical(text[start:end]) for start, end, _ in spans]
    named = [form for form, (_, _, kind) in zip(forms, spans, strict=True) if kind != "Person"]
    region = home(named, divisions)
    reader, known = _Reader(text, region, divisions, frozenset(named)), WellKnown(region, divisions)
    mended = {
        pair: known.mended(*pair) for pair in {(kind, form) for form, (_, _, kind) in zip(forms, spans, strict=True)}
    }
    before, readings, last = Antecedents(), list[Reading](), 0
    for form, (start, end, kind) in zip(forms, spans, strict=True):
        listed = readings and text[last:start].strip() in ("、", "和")
        sister = readings[-1].parsed.region if listed else ""
        right = mended[kind, form]
        reading = reader.reading(right, kind, text[end : end + 8].lstrip(), before, sister)
        readings.append(reading if form == right else replace(reading, form=form, misprint=True))
        before.add(kind, reading.name, reading.code)
        last = end
    return region, tuple(readings)


@dataclass(frozen=True)
class _Reader:
    text: str
    home: Home
    divisions: Divisions
    forms: frozenset[str]

    def reading(self, form: str, kind: str, rest: str, before: Antecedents, sister: str) -> Reading:
        """The reading of a form, given the text behind it, the places before it and the region it is listed with."""
        if kind == "Person":
            return Reading(kind, form, form, Parsed("", "", form))
        if kind == "Place" and (division := self._division(form)):
            full = self.home.near(division.code) or division.name in self.forms
            name = division.name if full else form  # a distant 北京 stays as it is printed
            return Reading(kind, form, name, Parsed(division.code, name, ""), division.code)
        name = self._street(form, rest) if kind == "Place" else with_party(form)
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
        told = re.search(f"{re.escape(form)}道(?!路)", self.text) is not None
        holds = re.match(r"\w{2,6}(社区|村)", rest) is not None
        return f"{form}道" if told or holds or rest.startswith(tuple(streets["acts"])) else form

    def _expanded(self, form: str, kind: str, before: Antecedents, sister: str) -> str:
        leagues: dict[str, str] = lexicon("shortforms")["leagues"]
        for short, full in leagues.items():
            if form.startswith(short) and (rest := self._leveled(form.removeprefix(short), kind, before, sister)):
                return full + rest
        return self._leveled(form, kind, before, sister) or before.owned(form) or form

    def _leveled(self, form: str, kind: str, before: Antecedents, sister: str) -> str | None:
        word = "" if form.startswith(self._stems) else level_word(form)
        rest = form.removeprefix(word)
        if not word or (kind == "Programme" and not _official().match(rest)):
            return None
        region = self._region(word, before, sister)
        return _joined(region, rest) if region else None

    @cached_property
    def _stems(self) -> tuple[str, ...]:
        """市北会议中心 in a text about 市北区 is not a 北会议中心 of the city."""
        return tuple(short for code in self.home.codes if (short := stem(self.divisions[code].name)))

    def _region(self, word: str, before: Antecedents, sister: str) -> str | None:
        """The region that a level word means: of the body it is listed with, at home, or among the places before."""
        if sister and stands_for(word, self.divisions[sister]):
            return self.divisions[sister].name
        if division := at_level(word, self.home, self.divisions):
            return division.name
        return before.area(word)


@cache
def _official() -> re.Pattern[str]:
    """What follows the level word in a programme's name: a body or a number (区委…, 区十七届人大…), not 区长会客厅."""
    return re.compile("|".join(lexicon("shortforms")["levels"]["programme_bodies"]))


def _joined(region: str, rest: str) -> str:
    """曹县 + 委 is 曹县县委, 滨海新区 + 委 is 滨海新区区委: where the bare join would not be read as a name."""
    doubled = rest.startswith(("委", "政府")) and (len(region) == 2 or region.endswith("新区"))
    return region + (region[-1] if doubled else "") + rest
