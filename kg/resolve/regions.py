"""Region and core of a name: 天津市河西区民政局 is the 民政局 of division 120103."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.divisions import LEVELS, MUNICIPALITIES, Division, Divisions
from kg.ontology import lexicon
from kg.resolve.home import Home
from kg.resolve.names import NAMES, subtype


@dataclass(frozen=True, slots=True)
class Parsed:
    """A name taken apart: the code of its region (empty when it has none), the region as printed, the rest."""

    region: str
    printed: str
    core: str


@lru_cache(NAMES)
def parse(kind: str, name: str, home: Home, divisions: Divisions) -> Parsed:
    """Take the region off the front of a name; words before it (共青团, 中共) stay with the core."""
    leads = lexicon("shortforms")["leads"]["words"]
    lead = next((lead for lead in leads if name.startswith(lead) and len(name) > len(lead)), "")
    rest = name.removeprefix(lead)
    region, size = _walk(rest, "", home, divisions)
    if not region and kind == "Organization":
        region, size = _by_stem(rest, home, divisions)
    return Parsed(region, rest[:size], lead + rest[size:]) if region else Parsed("", "", name)


def choose(found: Sequence[Division], within: str, home: Home) -> Division | None:
    """The one division that a name means: inside `within`, else in or around the home region, else the only one."""
    inside = [division for division in found if division.code.startswith(within)]
    if own := [division for code in home.codes for division in inside if division.code == code]:
        return own[0]
    for code in home.codes:
        if near := [division for division in inside if division.code.startswith(code)]:
            return near[0] if len(near) == 1 else None
    # A township far from home is not known by its name alone.
    known = [division for division in inside if within or division.level != "township"]
    return known[0] if len(known) == 1 else None


def at_level(word: str, home: Home, divisions: Divisions) -> Division | None:
    """The home division that a level word stands for: 区 the district, 市 the county-level or the larger city."""
    return next((divisions[code] for code in home.codes if stands_for(word, divisions[code])), None)


def stands_for(word: str, division: Division) -> bool:
    """Whether a level word may mean a division: 区 a district, but not an autonomous region."""
    levels = lexicon("shortforms")["levels"]
    city = division.code in MUNICIPALITIES and word in levels["city"]
    return (city or word in levels.get(LEVELS[len(division.code)], ())) and division.name.endswith(word)


def _walk(text: str, within: str, home: Home, divisions: Divisions) -> tuple[str, int]:
    """Follow a chain of full names from the start of a text: code of the last, number of characters read."""
    for printed, found in divisions.at_start(text):
        rest = text[len(printed) :]
        if (division := choose(found, within, home)) and not _guard().match(rest):
            region, size = _walk(rest, division.code, home, divisions)
            return region or division.code, len(printed) + size
    return "", 0


def _by_stem(text: str, home: Home, divisions: Divisions) -> tuple[str, int]:
    """正定法院 near 正定县: for organs of state and what every county has; others may bear another region's name."""
    generic = lexicon("heads")["generic"]["names"]
    for size in range(min(len(text) - 1, 6), 1, -1):
        if near := [division.code for division in divisions.named(text[:size]) if home.near(division.code)]:
            own = text[size:] in generic or subtype("Organization", text[size:]) == "GovernmentBody"
            return (near[0], size) if own else ("", 0)
    return "", 0


@cache
def _guard() -> re.Pattern[str]:
    return re.compile("|".join(lexicon("shortforms")["levels"]["not_before"]))
