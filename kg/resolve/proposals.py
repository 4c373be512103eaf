"""Pairs of entities that may be one thing, each with the reason: questions for people, never grounds for joining them.

Pairs come from blocks of forms that share something (all of a form, all but one character, a part). A block of too
many is passed over, for what many share tells nothing, and so the work grows with the number of entities only.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, combinations_with_replacement, product

from kg.divisions import Divisions
from kg.model import Entity
from kg.resolve.names import comparable, fold, level_word
from kg.resolve.slips import near, slipped, tells
from kg.resolve.wellknown import organs

_CROWD = 8
_SHORTEST = 3
_LONG = 8  # names so long seldom differ in one character on purpose

_Form = tuple[str, str]  # class and folded form
_Holders = Mapping[_Form, Mapping[str, Entity]]  # the entities of a form by id
_Clue = tuple[_Form, _Form, str, float]  # two forms, the reason and the chance that they mean one thing


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two entities, the smaller id first; `chance` is a rough guess, by the names alone, that they are one (0 to 1)."""

    left: Entity
    right: Entity
    reason: str
    chance: float


def proposals(entities: Iterable[Entity], divisions: Divisions) -> list[Proposal]:
    """Each pair that may be one thing once, for the best reason, ordered by ids."""
    known = sorted(entities, key=lambda entity: entity.id)
    names = _holders((entity.name, entity) for entity in known)
    forms = _holders((form, entity) for entity in known for form in (entity.name, *entity.aliases))
    best: dict[tuple[str, str], Proposal] = {}
    for one in (*_expanded(_namesakes, forms), *_expanded(_misprints, names), *_expanded(_shortened, names)):
        pair = (one.left.id, one.right.id)
        if (pair not in best or best[pair].chance < one.chance) and _may_be_one(one.left, one.right, divisions):
            best[pair] = one
    return [best[pair] for pair in sorted(best)]


def _holders(forms: Iterable[tuple[str, Entity]]) -> _Holders:
    found: dict[_Form, dict[str, Entity]] = defaultdict(dict)
    for form, entity in forms:
        found[entity.type, fold(form)][entity.id] = entity
    return {form: some for form, some in found.items() if len(some) <= _CROWD}


def _expanded(clues: Callable[[_Holders], Iterator[_Clue]], holders: _Holders) -> Iterator[Proposal]:
    """What a clue says of two forms, for all pairs of entities that have them."""
    for one, other, reason, chance in clues(holders):
        for ends in product(holders[one].values(), holders[other].values()):
            left, right = sorted(ends, key=lambda entity: entity.id)
            yield Proposal(left, right, reason, chance)


def _may_be_one(left: Entity, right: Entity, divisions: Divisions) -> bool:
    """Not a thing with itself, nor two divisions, nor two usual organs, nor what belongs to two divisions by name."""
    if left.id == right.id or (left.code and right.code):
        return False
    if len({_organ(entity.name, divisions) for entity in (left, right)} - {""}) == 2:
        return False
    above, beside = (_leading(entity.name, divisions) for entity in (left, right))
    nested = any(one.startswith(other) or other.startswith(one) for one in above for other in beside)
    return nested or not (above and beside)


def _organ(name: str, divisions: Divisions) -> str:
    """The usual organ that a name without its divisions is, in comparable words; empty where it is none."""
    while printed := next((printed for printed, _ in divisions.at_start(name)), ""):
        name = name.removeprefix(printed)
    core = name.removeprefix(level_word(name))
    return comparable(core) if core in organs() else ""


def _leading(name: str, divisions: Divisions) -> list[str]:
    """The codes that the division at the start of a name may have."""
    return next(([division.code for division in found] for _, found in divisions.at_start(name)), [])


def _namesakes(holders: _Holders) -> Iterator[_Clue]:
    """The same form, or the same in other words (区人社局 and 区人力资源和社会保障局)."""
    blocks: dict[_Form, list[_Form]] = defaultdict(list)
    for kind, form in holders:
        blocks[kind, comparable(form) if kind == "Organization" else form].append((kind, form))
    for block in blocks.values():
        for one, other in combinations_with_replacement(block, 2):
            yield one, other, f"both are called {one[1]}" if one == other else "the same in other words", 0.4


def _misprints(holders: _Holders) -> Iterator[_Clue]:
    for kind in sorted({kind for kind, _ in holders}):
        for one, other in near(form for other, form in holders if other == kind):
            if clue := _difference(kind, one, other):
                yield (kind, one), (kind, other), *clue


def _difference(kind: str, one: str, other: str) -> tuple[str, float] | None:
    if len(one) != len(other):
        return ("one has a character more", 0.6) if slipped(kind, one, other) else None
    changed = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    if all(map(tells, chain(*changed))) or len(changed) > 2:
        return None
    if slipped(kind, one, other):
        return ("two characters are swapped" if len(changed) == 2 else "two characters look alike in print"), 0.6
    return "they differ in one character", 0.4 if len(one) >= _LONG else 0.1


def _shortened(holders: _Holders) -> Iterator[_Clue]:
    longer: dict[_Form, dict[_Form, None]] = defaultdict(dict)
    for kind, form in holders:
        for part in _parts(kind, form):
            if (kind, part) in holders:
                longer[kind, part][kind, form] = None
    for short, forms in longer.items():
        for full in forms if len(forms) <= _CROWD else ():
            yield short, full, f"{short[1]} may be short for {full[1]}", 0.3


def _parts(kind: str, form: str) -> Iterator[str]:
    """What a name may be shortened to: its end, a programme's start, all but one character."""
    if kind == "Person":
        return
    sizes = range(_SHORTEST, len(form))
    yield from (form[-size:] for size in sizes if not tells(form[-size - 1]))
    if kind == "Programme":  # an organ and a part of it begin alike but are two, and so are a road and what lies on it
        yield from (form[:size] for size in sizes)
    yield from (form[:at] + form[at + 1 :] for at, char in enumerate(form) if len(form) > _SHORTEST and not tells(char))
