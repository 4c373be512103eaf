"""One entity across documents: extractions become one graph, matched on keys, never on likeness."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b

from kg.divisions import Divisions
from kg.graph import KnowledgeGraph
from kg.model import Entity, Evidence, Extraction, Relation
from kg.ontology import load
from kg.resolve.keys import UNKNOWN
from kg.resolve.persons import person_keys
from kg.resolve.quotes import Sighting, sightings
from kg.resolve.structure import place_id, structure

_PREFIXES = {"Organization": "org", "Place": "place", "Programme": "prg", "Person": "per"}

Ids = Mapping[tuple[int, str], str]


def merge(extractions: Sequence[Extraction], divisions: Divisions) -> KnowledgeGraph:
    """Join what was read from single documents; the order of the extractions makes no difference.

    Divisions keep their code as id, everything else has a hash of its class and key. What names and the division
    table state is added (see `kg.resolve.structure`); relations that the ontology does not allow are left out.
    """
    read = sorted(extractions, key=lambda one: (one.document.name, one.document.sha256))
    keys = _keys(read)
    ids = {local: _graph_id(entity, keys[local], divisions) for local, entity in _located(read)}
    counts = Counter(ids[number, mention.entity] for number, one in enumerate(read) for mention in one.mentions)
    merged = _entities(read, ids, keys, divisions)
    added, stated = structure(merged, _seen(read, ids), divisions)
    entities = sorted([*merged, *added], key=lambda entity: entity.id)
    types = {entity.id: entity.type for entity in entities}
    return KnowledgeGraph(
        documents=tuple(one.document for one in read),
        entities=tuple(entities),
        relations=tuple(_relations([*_global(read, ids), *stated], types)),
        mentions={entity.id: counts[entity.id] for entity in entities},
        titles={one.document.name: tuple(each.title for each in one.articles if each.title) for one in read},
    )


def _located(read: Sequence[Extraction]) -> Iterator[tuple[tuple[int, str], Entity]]:
    return (((number, entity.id), entity) for number, one in enumerate(read) for entity in one.entities)


def _keys(read: Sequence[Extraction]) -> Mapping[tuple[int, str], str]:
    """The key of each local entity across documents; one that only its text knows carries the text's hash."""
    persons = person_keys(read)
    hashes = [one.document.sha256 for one in read]
    return {
        (number, local): persons.get((number, local))
        or (hashes[number] + entity.key if entity.key.startswith(UNKNOWN) else entity.key)
        for (number, local), entity in _located(read)
    }


def _graph_id(entity: Entity, key: str, divisions: Divisions) -> str:
    if entity.code and entity.code in divisions:
        return place_id(entity.code)
    digest = blake2b(f"{entity.type}|{key}".encode(), digest_size=6).hexdigest()
    return f"{_PREFIXES[entity.type]}-{digest}"


def _entities(read: Sequence[Extraction], ids: Ids, keys: Ids, divisions: Divisions) -> list[Entity]:
    uses = Counter((number, mention.entity) for number, one in enumerate(read) for mention in one.mentions)
    same: dict[str, list[tuple[tuple[int, str], Entity]]] = defaultdict(list)
    for local, entity in _located(read):
        same[ids[local]].append((local, entity))
    return [
        _joined(graph_id, [(entity, uses[local]) for local, entity in found], keys[found[0][0]], divisions)
        for graph_id, found in sorted(same.items())
    ]


def _joined(graph_id: str, found: Sequence[tuple[Entity, int]], key: str, divisions: Divisions) -> Entity:
    """One entity of many: the name used most, among equals the longest, then the first in order."""
    names = Counter[str]()
    for entity, count in found:
        names[entity.name] += count
    best = min(names, key=lambda name: (-names[name], -len(name), name))
    first = next(entity for entity, _ in found if entity.name == best)
    name = divisions[first.code].name if first.code and first.code in divisions else best
    aliases = {form for entity, _ in found for form in (entity.name, *entity.aliases)} - {name}
    wrong = {form for entity, _ in found for form in entity.misprints} - aliases - {name}
    return replace(
        first, id=graph_id, name=name, key=key, aliases=tuple(sorted(aliases)), misprints=tuple(sorted(wrong))
    )


def _global(read: Sequence[Extraction], ids: Ids) -> Iterator[Relation]:
    for number, one in enumerate(read):
        for relation in one.relations:
            yield replace(relation, head=ids[number, relation.head], tail=ids[number, relation.tail])


def _relations(relations: Iterable[Relation], types: Mapping[str, str]) -> Iterator[Relation]:
    """Each fact once with all its evidence, in order; symmetric ones run from the smaller id."""
    kinds = load().relations
    facts: dict[tuple[str, str, str, str], set[Evidence]] = defaultdict(set)
    for relation in relations:
        kind = kinds[relation.type]
        head, tail = sorted((relation.head, relation.tail)) if kind.symmetric else (relation.head, relation.tail)
        if head != tail and types[head] in kind.domain and types[tail] in kind.range:
            facts[relation.type, head, tail, relation.title or ""].update(relation.evidence)
    for (name, head, tail, title), evidence in sorted(facts.items()):
        yield Relation(name, head, tail, tuple(sorted(evidence)), title or None)


def _seen(read: Sequence[Extraction], ids: Ids) -> Mapping[str, dict[Sighting, None]]:
    """The sentences of each entity in the order of the documents, each once."""
    seen: dict[str, dict[Sighting, None]] = defaultdict(dict)
    for number, one in enumerate(read):
        for mention, sentence in sightings(one):
            seen[ids[number, mention.entity]][sentence] = None
    return dict(seen)
