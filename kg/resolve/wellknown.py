"""Misprints that anyone sees: of the usual organs of party and state, and of divisions in and above the home county.

A text need not print the right form: 区农业衬局 is no bureau, and 绿扬乡 no township where the county has a 绿杨乡.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from kg.divisions import Divisions
from kg.ontology import lexicon
from kg.resolve.home import Home
from kg.resolve.names import comparable, level_word
from kg.resolve.regions import parse
from kg.resolve.slips import alike, doubled, without_one

_SHORTEST = 3
_LONG = 6  # no short style leaves out a single character of an organ's name so long

Holes = Mapping[tuple[str, str], list[str]]


class WellKnown:
    """The right forms that a text of this home region may have misprinted."""

    def __init__(self, home: Home, divisions: Divisions) -> None:
        self._home, self._divisions = home, divisions
        below = divisions.below(home.county)
        areas = [*(divisions[code].name for code in home.codes), *(one.name for one in below)]
        self._areas, self._sizes = _holes(areas), sorted({len(name) for name in areas if len(name) >= _SHORTEST})

    def mended(self, kind: str, form: str) -> str:
        """The form of a name of this class with its misprint put right; most forms have none."""
        if kind == "Person":
            return form
        form = self._with_area(form)
        return self._with_organ(form) if kind == "Organization" else form

    def _with_area(self, form: str) -> str:
        above = next((name for name, _ in self._divisions.at_start(form)), "")
        rest = form.removeprefix(above)
        for printed in (rest[:size] for size in self._sizes if size <= len(rest)):
            right = _alike(printed, self._areas)
            # 平凉布局 is not 平凉市局, and what is a division somewhere is no misprint.
            if right and right[-1] == printed[-1] and not self._divisions.named(printed):
                return above + right + rest[len(printed) :]
        return form

    def _with_organ(self, form: str) -> str:
        core = parse("Organization", form, self._home, self._divisions).core.removeprefix(level_word(form))
        if core == form or core in organs() or len(core) < _SHORTEST:
            return form
        right = _alike(core, _organ_holes()) or _one_more_or_less(core)
        return form.removesuffix(core) + right if right else form


def _alike(name: str, known: Holes) -> str:
    """The one known name from which this differs by one character of like shape, empty where there are more or none."""
    found = {
        right
        for at in range(len(name))
        for right in known.get((name[:at], name[at + 1 :]), ())
        if alike(name[at], right[at])
    }
    return found.pop() if len(found) == 1 else ""


def _one_more_or_less(core: str) -> str:
    """The one long organ of which a character was dropped (退役军人事局) or doubled (市场监督督管理局)."""
    dropped = [organ for organ in _shortened().get(core, ()) if comparable(organ) != comparable(core)]
    found = {*dropped, *(organ for organ in without_one(core) if organ in organs() and doubled(organ, core))}
    return found.pop() if len(core) >= _LONG and len(found) == 1 else ""


@cache
def organs() -> frozenset[str]:
    """The usual names of local organs of party and state, without their region."""
    return frozenset(lexicon("organs")["names"])


@cache
def _organ_holes() -> Holes:
    return _holes(organs())


@cache
def _shortened() -> Mapping[str, list[str]]:
    """Organs by what is left of them without one character."""
    shortened = defaultdict(list)
    for organ in sorted(organs()):
        for rest in without_one(organ):
            shortened[rest].append(organ)
    return dict(shortened)


def _holes(names: Iterable[str]) -> Holes:
    """Names by what stands before and behind each of their characters."""
    holes = defaultdict(list)
    for name in sorted(set(names)):
        for at in range(len(name)):
            holes[name[:at], name[at + 1 :]].append(name)
    return dict(holes)
