"""Misprints across documents: a name printed once in all of them, a slip away from one that they print more often."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from kg.model import Entity, Extraction
from kg.resolve.decisions import Decisions
from kg.resolve.ids import graph_id
from kg.resolve.keys import UNKNOWN
from kg.resolve.names import comparable, subtype, usual
from kg.resolve.slips import adds, near, slipped
from kg.resolve.wellknown import organs

Entities = Mapping[tuple[int, str], Entity]  # by number of an extraction and the id in it, with keys across documents
_Thing = tuple[str, str]  # class and key


def respelled(read: Sequence[Extraction], entities: Entities, decisions: Decisions) -> Entities:
    """The entities, a misprinted one under the right name and key, all its forms misprints.

    Names are compared within their class and region only; divisions, and names that only their text knows, are left
    alone. Persons must hold the same post. What people told apart stays apart.
    """
    uses = _uses(read, entities)
    right = _right([*_regions(entities), *_posts(read, entities)], uses, decisions)
    return {local: _respelled(entity, right.get(_thing(entity)), uses) for local, entity in entities.items()}


def _thing(entity: Entity) -> _Thing:
    return entity.type, entity.key


def _uses(read: Sequence[Extraction], entities: Entities) -> Mapping[_Thing, Counter[str]]:
    """How often each name of a thing is used for it."""
    uses: dict[_Thing, Counter[str]] = defaultdict(Counter)
    for number, one in enumerate(read):
        for mention in one.mentions:
            entity = entities[number, mention.entity]
            uses[_thing(entity)][entity.name] += 1
    return dict(uses)


def _regions(entities: Entities) -> Iterator[Mapping[str, _Thing]]:
    """The things of one class and region by the part of their key that tells them apart."""
    blocks: dict[tuple[str, str], dict[str, _Thing]] = defaultdict(dict)
    for entity in entities.values():
        region, bar, core = entity.key.partition("|")
        if bar and UNKNOWN not in region and entity.type != "Person":
            blocks[entity.type, region][core] = _thing(entity)
    return iter(blocks.values())


def _posts(read: Sequence[Extraction], entities: Entities) -> Iterator[Mapping[str, _Thing]]:
    """The persons of one post, title and body, by name."""
    blocks: dict[tuple[str, str | None], dict[str, _Thing]] = defaultdict(dict)
    for number, one in enumerate(read):
        for relation in one.relations:
            person, body = (entities[number, end] for end in (relation.head, relation.tail))
            if relation.type == "holdsPost" and UNKNOWN not in body.key:
                blocks[body.key, relation.title][person.name] = _thing(person)
    return iter(blocks.values())


def _right(
    blocks: Sequence[Mapping[str, _Thing]], uses: Mapping[_Thing, Counter[str]], decisions: Decisions
) -> Mapping[_Thing, _Thing]:
    """The right thing for each misprinted one: the only one that it may be a slip of."""
    found: dict[_Thing, set[_Thing]] = defaultdict(set)
    for block in blocks:
        for pair in near(block):
            wrong, right = sorted(pair, key=lambda name: uses[block[name]].total())
            if uses[block[wrong]].total() == 1 < uses[block[right]].total() and _slip(block[wrong][0], wrong, right):
                found[block[wrong]].add(block[right])
    sure = {wrong: right for wrong, (right, *others) in sorted(found.items()) if not others}
    return {wrong: right for wrong, right in sure.items() if decisions.join(graph_id(*wrong), graph_id(*right))}


def _slip(kind: str, wrong: str, right: str) -> bool:
    return slipped(kind, wrong, right) and not adds(right, wrong) and not {wrong, right} <= _organs()


@cache
def _organs() -> frozenset[str]:
    return frozenset(map(comparable, organs()))


def _respelled(entity: Entity, right: _Thing | None, uses: Mapping[_Thing, Counter[str]]) -> Entity:
    if not right:
        return entity
    name, forms = usual(uses[right]), {entity.name, *entity.aliases, *entity.misprints}
    kind = subtype(entity.type, name)
    return replace(entity, name=name, key=right[1], subtype=kind, aliases=(), misprints=tuple(sorted(forms)))
