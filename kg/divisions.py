"""The administrative divisions of China, from province to township, looked up by code, name or short name."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from pathlib import Path

from kg.errors import OntologyError
from kg.ontology import ONTOLOGY, any_of, lexicon

MUNICIPALITIES = ("11", "12", "31", "50")  # province and city in one
LEVELS = {2: "province", 4: "city", 6: "county", 9: "township"}
_COUNTY = 6  # digits of its code
_TOWNSHIP_ENDINGS = ("", "道", "街道", "镇", "乡", "苏木")  # 天塔街 and 天塔 both mean 天塔街道
_LONGEST_NAME = 20

Index = Mapping[str, list["Division"]]


@dataclass(frozen=True, slots=True, order=True)
class Division:
    """One division: its code (2, 4, 6 or 9 digits, from province to township) and its full name."""

    code: str
    name: str

    @property
    def level(self) -> str:
        """One of province, city, county, township."""
        return LEVELS[len(self.code)]


@dataclass(frozen=True, eq=False)
class Divisions:
    """All divisions by code. Names are indexed when first asked for. A table equals only itself: caches go by it."""

    by_code: Mapping[str, Division]

    @staticmethod
    @cache
    def load(path: Path = ONTOLOGY / "divisions.tsv") -> "Divisions":
        """The divisions of a table of `code<TAB>name` lines, read once.

        :raises OntologyError: when the table is missing or a line of it is broken.
        """
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
            rows = (line.split("\t") for line in lines if not line.startswith("#"))
            return Divisions({code: Division(code, name) for code, name in rows})
        except (OSError, ValueError) as error:
            raise OntologyError(path, "divisions", f"not a table of code<TAB>name: {error}") from error

    def __getitem__(self, code: str) -> Division:
        return self.by_code[code]

    def __contains__(self, code: object) -> bool:
        return code in self.by_code

    def parent(self, code: str) -> Division | None:
        """The next division above; a county of a municipality stands directly below its province."""
        return next((self.by_code[code[:size]] for size in (6, 4, 2) if size < len(code) and code[:size] in self), None)

    def chain(self, code: str) -> tuple[Division, ...]:
        """The divisions from the province down to this one."""
        above = self.parent(code)
        return (*(self.chain(above.code) if above else ()), self.by_code[code])

    def named(self, name: str, *, within: str = "") -> tuple[Division, ...]:
        """Divisions of this full or short name (河西, 围场县, 津城), by code, inside the division `within`.

        Short names of townships (天塔街, 天塔) are known only inside a county: too many townships share them.
        """
        if name[:2] not in self._beginnings:
            return ()
        found = self._full.get(name) or self._short.get(name) or self._townships(name, within)
        return tuple(division for division in found if division.code.startswith(within) and division.code != within)

    def at_start(self, text: str) -> Iterator[tuple[str, tuple[Division, ...]]]:
        """Full names, and names of the form 围场县, that the text starts with, longest first, with their divisions."""
        longest = min(len(text), _LONGEST_NAME) if text[:2] in self._beginnings else 0
        for size in range(longest, 1, -1):
            if found := self._full.get(text[:size]) or self._contracted.get(text[:size]):
                yield text[:size], tuple(found)

    def _townships(self, name: str, within: str) -> list[Division]:
        if len(within) < 6 or len(name) < 2:
            return []
        return [division for ending in _TOWNSHIP_ENDINGS for division in self._full.get(name + ending, ())]

    def below(self, county: str) -> Sequence[Division]:
        """The subdistricts, towns and townships of a county, given by its code."""
        return self._by_county.get(county, ())

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        """The first two characters of all names: most texts begin otherwise."""
        return frozenset(name[:2] for name in chain(self._full, self._contracted, self._short))

    @cached_property
    def _by_county(self) -> Mapping[str, list[Division]]:
        inside = defaultdict(list)
        for code, division in self.by_code.items():
            if len(code) > _COUNTY:
                inside[code[:_COUNTY]].append(division)
        return dict(inside)

    @cached_property
    def printed_names(self) -> frozenset[str]:
        """Full names, and those of subdistricts also as news shorten them: 天塔街."""
        names = [division.name for division in self.by_code.values()]
        return frozenset([*names, *(name.removesuffix("道") for name in names if name.endswith("街道"))])

    @cached_property
    def _full(self) -> Index:
        return _index((self.by_code[code].name, self.by_code[code]) for code in sorted(self.by_code))

    @cached_property
    def _contracted(self) -> Index:
        pairs = ((contracted(division.name), division) for division in self._upper)
        return _index((short, division) for short, division in pairs if short != division.name)

    @cached_property
    def _short(self) -> Index:
        stems = [(short, division) for division in self._upper if (short := stem(division.name))]
        contractions = [(contracted(division.name), division) for division in self._upper]
        bynames = lexicon("shortforms")["bynames"].items()
        others = [(by, division) for by, names in bynames for name in names for division in self._full.get(name, ())]
        return _index([*stems, *contractions, *others])

    @cached_property
    def _upper(self) -> tuple[Division, ...]:
        return tuple(self.by_code[code] for code in sorted(self.by_code) if len(code) <= _COUNTY)


def stem(name: str) -> str | None:
    """The name of a province, city or county without its kind (河西区 → 河西), None where too little is left (曹县)."""
    found = _patterns()[0].fullmatch(name)
    return found[1] if found else None


def contracted(name: str) -> str:
    """The everyday name of an autonomous area: 围场满族蒙古族自治县 → 围场县; other names stay as they are."""
    return _patterns()[1].sub(r"\1\2", name)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    peoples = any_of(lexicon("shortforms")["peoples"]["names"])
    kinds = "特别行政区|自治区|自治州|自治县|自治旗|联合旗|地区|林区|矿区|特区|新区|省|市|区|县|旗|盟"
    own = rf"(.{{2,}}?)(?:{peoples})*族?"
    return re.compile(rf"{own}(?:{kinds})"), re.compile(rf"{own}自治([州县旗])")


def _index(pairs: Iterable[tuple[str, Division]]) -> Index:
    index: dict[str, list[Division]] = defaultdict(list)
    for key, division in pairs:
        index[key].append(division)
    return dict(index)
