"""Matching keys: what a name is matched on within a text and across texts.

A division's key is its code, a person's the folded name, any other `REGION|CORE`: the code of the region the name
belongs to (empty for the whole country, `?` where only the text knows) and the core in comparable words.
"""

from kg.resolve.home import Home
from kg.resolve.names import comparable, fold, scope
from kg.resolve.readings import Reading
from kg.resolve.sessions import session

UNKNOWN = "?"


def key(reading: Reading, home: Home) -> str:
    """The matching key of a reading in a text of this home region."""
    if reading.kind == "Person":
        return fold(reading.name)
    if reading.code:
        return reading.code
    core = reading.parsed.core
    region = reading.parsed.region or _reach(reading, home)
    return f"{region}|{_words(reading.kind, core)}"


def region_of(key: str) -> str:
    """The code of a key's region; empty when it has none or only the text knows it."""
    region = key.partition("|")[0]
    return region if region.isdigit() else ""


def core_of(key: str) -> str:
    """The part of a key behind its region, empty for divisions and persons."""
    return key.partition("|")[2]


def _words(kind: str, core: str) -> str:
    if kind == "Organization":
        return comparable(core)
    return (session(core) if kind == "Programme" else "") or fold(core)


def _reach(reading: Reading, home: Home) -> str:
    reach = scope(reading.kind, reading.name)
    codes = {"country": "", "county": home.county or UNKNOWN, "city": home.city or home.county or UNKNOWN}
    return codes.get(reach, UNKNOWN)
