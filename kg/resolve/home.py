"""The home region of a text: the county and the city that its names speak of most."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.divisions import MUNICIPALITIES, Division, Divisions
from kg.resolve.names import level_word

# Votes: a full name, a short name, and a township, which its namesakes share.
_FULL, _SHORT, _TOWNSHIP = 1.0, 0.6, 2.0
_ENOUGH = _SHORT  # a name that merely begins like a division (友谊路, 友谊县) is no sign of it
_CITY_BONUS, _PROVINCE_BONUS, _KIND_BONUS = 0.6, 0.3, 0.5
_COMMON = 12  # a township name borne by more counties than this tells nothing
_SISTER = 0.8  # with a second county of the same city so near to the first, the text is the city's


@dataclass(frozen=True)
class Home:
    """Codes of the home county, city and province; empty where the text does not tell.

    A municipality is both city and province; news of a whole city have no county.
    """

    county: str = ""
    city: str = ""
    province: str = ""

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The known codes, nearest first."""
        return tuple(code for code in dict.fromkeys((self.county, self.city, self.province)) if code)

    def near(self, code: str) -> bool:
        """Whether a division is one of these or lies in the home city (or county, where it has no city)."""
        return code in self.codes or code.startswith(self.city or self.county or "none")


def home(names: Sequence[str], divisions: Divisions) -> Home:
    """Let the names of places, bodies and programmes in a text vote for its region."""
    votes: defaultdict[str, float] = defaultdict(float)
    for name in names:
        for division, weight in _ballot(name, divisions):
            votes[division.code] += weight
    for code, weight in _townships(names, divisions):
        votes[code] += weight
    kinds = {word for name in names if (word := level_word(name))}
    counties = {code: _standing(code, votes, kinds, divisions) for code in sorted(votes) if len(code) == 6}
    best = max((code for code in counties if counties[code] >= _ENOUGH), key=lambda code: counties[code], default="")
    return _home(best, votes, counties, divisions)


def _ballot(name: str, divisions: Divisions) -> list[tuple[Division, float]]:
    """Divisions that a name starts with, chain links included (天津市河西区民政局 → 天津市, 河西区)."""
    for printed, found in divisions.at_start(name):
        if upper := _upper(found):
            links = _ballot(name[len(printed) :], divisions)
            inside = [link for link in links if any(link[0].code.startswith(above.code) for above in upper)]
            return [*((division, _FULL) for division in upper), *inside]
    for size in range(min(len(name), 6), 1, -1):
        if short := _upper(divisions.named(name[:size])):
            return [(division, _SHORT if size == len(name) else _SHORT / 2) for division in short]
    return []


def _upper(found: Iterable[Division]) -> list[Division]:
    return [division for division in found if division.level != "township"]


def _townships(names: Iterable[str], divisions: Divisions) -> Iterator[tuple[str, float]]:
    for printed in sorted({printed for name in names for printed, _ in divisions.at_start(name)}):
        towns = [division for division in divisions.named(printed) if division.level == "township"]
        counties = {division.code[:6] for division in towns if division.code[:6] in divisions}
        if 0 < len(counties) <= _COMMON:
            yield from ((county, _TOWNSHIP / len(counties)) for county in sorted(counties))


def _standing(code: str, votes: Mapping[str, float], kinds: Iterable[str], divisions: Divisions) -> float:
    """The votes of a county, the more worth when its city, its province and its kind (区, 县, …) are named too."""
    city, province = code[:4] in votes, code[:2] in votes
    fits = any(divisions[code].name.endswith(word) for word in kinds)
    return votes[code] * (1 + city * _CITY_BONUS + province * _PROVINCE_BONUS + fits * _KIND_BONUS)


def _home(best: str, votes: Mapping[str, float], counties: Mapping[str, float], divisions: Divisions) -> Home:
    """A county, unless its city is named as much or a sister county as often: that is news of the city."""
    upper = [code for code in sorted(votes) if len(code) == 4 or code in MUNICIPALITIES]
    cities = {code: votes[code] for code in upper if votes[code] >= _ENOUGH}
    city = max(cities, key=lambda code: cities[code], default="")
    sisters = [value for code, value in counties.items() if code != best and code[:4] == best[:4]]
    if best and cities.get(city, 0) < counties[best] and max(sisters, default=0) < _SISTER * counties[best]:
        return _chained(best, divisions)
    return _chained(city or best[:4], divisions)


def _chained(code: str, divisions: Divisions) -> Home:
    codes = {division.level: division.code for division in divisions.chain(code)} if code in divisions else {}
    province = codes.get("province", "")
    city = codes.get("city", province if province in MUNICIPALITIES else "")
    return Home(codes.get("county", ""), city, province)
