"""Relations that names and the division table state: places in their parents, bodies in their region, departments."""

from collections.abc import Iterable, Iterator, Mapping

from kg.divisions import Divisions, contracted
from kg.model import Entity, Relation
from kg.ontology import lexicon
from kg.resolve.ids import place_id
from kg.resolve.keys import core_of, region_of
from kg.resolve.names import comparable
from kg.resolve.quotes import Sighting

TABLE, NAME = ("division-table", 0.99), ("name-part", 0.95)  # rule and confidence


Seen = Mapping[str, Mapping[Sighting, None]]


def structure(entities: Iterable[Entity], seen: Seen, divisions: Divisions) -> tuple[list[Entity], list[Relation]]:
    """Divisions that are named nowhere but contain what is named, and the relations that the table and names state.

    `seen` holds the sentences of every entity id that is named, in order; each relation quotes one of them, one that
    names both its ends where there is any.
    """
    known = sorted((entity for entity in entities if entity.id in seen), key=lambda entity: entity.id)
    stated = [(entity, code) for entity in known if (code := _stated(entity, divisions))]
    witnesses = _witnesses(known, stated, divisions)
    relations = [
        *_chains(witnesses, seen, divisions),
        *(_relation("locatedIn", entity.id, place_id(code), seen, NAME) for entity, code in stated),
        *(_relation("subOrganizationOf", part, whole, seen, NAME) for part, whole in _departments(known)),
    ]
    unnamed = sorted(code for code in witnesses if place_id(code) not in seen)
    return [_division(code, divisions) for code in unnamed], relations


def _stated(entity: Entity, divisions: Divisions) -> str:
    """The division that an entity's own name states (河西区民政局 → 120103), empty where it states none."""
    code = region_of(entity.key)
    if entity.code or entity.type not in ("Organization", "Place") or code not in divisions:
        return ""
    full = divisions[code].name
    return (
        code
        if any(part in name for part in (full, contracted(full)) for name in (entity.name, *entity.aliases))
        else ""
    )


def _witnesses(known: Iterable[Entity], stated: Iterable[tuple[Entity, str]], divisions: Divisions) -> dict[str, str]:
    """For each division named or containing one: the entity whose sentences speak for it, itself where it is named."""
    found = {entity.code: entity.id for entity in known if entity.code and entity.code in divisions}
    for entity, code in stated:
        found.setdefault(code, entity.id)
    for code in sorted(found):
        for upper in divisions.chain(code)[:-1]:
            found.setdefault(upper.code, found[code])
    return found


def _chains(witnesses: Mapping[str, str], seen: Seen, divisions: Divisions) -> Iterator[Relation]:
    for code, witness in sorted(witnesses.items()):
        if parent := divisions.parent(code):
            yield _relation("locatedIn", place_id(code), place_id(parent.code), seen, TABLE, witness)


def _departments(known: Iterable[Entity]) -> Iterator[tuple[str, str]]:
    """Departments with the body they belong to, where both are named: 河西区委组织部 and 河西区委."""
    bodies = {entity.key: entity for entity in known if entity.type == "Organization"}
    wholes = [comparable(core) for core in lexicon("shortforms")["departments"]["of"]]
    for key, part in sorted(bodies.items()):
        region, core = region_of(key), core_of(key)
        whole = next(
            (bodies.get(f"{region}|{whole}") for whole in wholes if core.startswith(whole) and core != whole), None
        )
        if region and whole and part.subtype in ("PartyBody", "GovernmentBody"):
            yield part.id, whole.id


def _relation(kind: str, head: str, tail: str, seen: Seen, rule: tuple[str, float], witness: str = "") -> Relation:
    sentences = seen[witness or head]
    both = [sentence for sentence in sentences if sentence in seen.get(tail, {})]
    best = both[0] if both else next(iter(sentences))
    return Relation(kind, head, tail, (best.evidence(*rule),))


def _division(code: str, divisions: Divisions) -> Entity:
    return Entity(place_id(code), "Place", divisions[code].name, code, "AdministrativeArea", code=code)
