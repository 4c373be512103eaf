"""Who is who within one text: mentions of one thing become one entity with the fullest name the text supports."""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from kg.divisions import Divisions
from kg.model import Entity
from kg.resolve.declarations import declared
from kg.resolve.home import Home
from kg.resolve.keys import key
from kg.resolve.misprints import corrected
from kg.resolve.names import subtype
from kg.resolve.readings import Reading, Span, read
from kg.resolve.shortnames import candidates


@dataclass(frozen=True, slots=True)
class Identity:
    """The entities of a text, numbered by first mention, and the entity id of each span."""

    entities: tuple[Entity, ...]
    entity_of: tuple[str, ...]


def identify(text: str, spans: Sequence[Span], divisions: Divisions) -> Identity:
    """Decide which spans (start, end, class) of a text, in its order, name the same thing, and what it is called.

    Offsets count code points of `text`; the classes are Organization, Place, Programme and Person.
    """
    home, readings = read(text, spans, divisions)
    readings = corrected(text, declared(text, spans, readings))
    groups = _Groups(len(readings))
    groups.join_equal([(reading.kind, reading.name) for reading in readings])
    groups.join_equal([(reading.kind, key(reading, home)) for reading in readings])
    _join_short(readings, groups)
    members = groups.members()
    entities = [
        _entity(f"e{number}", [readings[index] for index in indices], home) for number, indices in enumerate(members, 1)
    ]
    entity_of = {index: entity.id for entity, indices in zip(entities, members, strict=True) for index in indices}
    return Identity(tuple(entities), tuple(entity_of[index] for index in range(len(readings))))


def _join_short(readings: Sequence[Reading], groups: "_Groups") -> None:
    """A short name goes to the one thing it may stand for, among several to the one named last before it."""
    for short, fulls in candidates(readings):
        roots = {groups.root(full) for full in fulls} - {groups.root(short)}
        before = [full for full in fulls if full < short]
        if len(roots) == 1 or (roots and before):
            groups.join(short, max(before) if len(roots) > 1 else roots.pop())


def _entity(number: str, readings: Sequence[Reading], home: Home) -> Entity:
    best = _fullest(readings)
    forms = {reading.form for reading in readings if not reading.misprint}
    wrong = {reading.form for reading in readings} - forms - {best.name}
    return Entity(
        id=number,
        type=best.kind,
        name=best.name,
        key=key(best, home),
        subtype="AdministrativeArea" if best.code else subtype(best.kind, best.name),
        aliases=tuple(sorted(forms - {best.name})),
        misprints=tuple(sorted(wrong)),
        code=best.code,
    )


def _fullest(readings: Sequence[Reading]) -> Reading:
    """The reading with the longest core, then the longest name; the first of equals.

    A name that is but the end of another is not the fullest: 乡林业站, where 绿杨乡林业站 has the shorter core.
    """
    ends = {name[at:] for name in {reading.name for reading in readings} for at in range(1, len(name))}
    return max(
        [reading for reading in readings if reading.name not in ends],
        key=lambda one: (bool(one.code), len(one.parsed.core or one.name), len(one.name)),
    )


class _Groups:
    """Disjoint sets of mention indices (union–find), each named by its first index."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))

    def root(self, index: int) -> int:
        while self._above[index] != index:
            self._above[index] = index = self._above[self._above[index]]
        return index

    def join(self, left: int, right: int) -> None:
        first, second = sorted((self.root(left), self.root(right)))
        self._above[second] = first

    def join_equal(self, marks: Sequence[Hashable]) -> None:
        first: dict[Hashable, int] = {}
        for index, mark in enumerate(marks):
            self.join(first.setdefault(mark, index), index)

    def members(self) -> list[list[int]]:
        """The sets, by first index."""
        found = defaultdict(list)
        for index in range(len(self._above)):
            found[self.root(index)].append(index)
        return list(found.values())
