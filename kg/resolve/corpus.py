"""One entity across documents: extractions become one graph, matched on keys; likeness joins plain misprints only."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.divisions import Divisions
from kg.graph import KnowledgeGraph
from kg.model import Document, Entity, Evidence, Extraction, Mention, Relation
from kg.ontology import load
from kg.resolve.circles import without_circles
from kg.resolve.decisions import Decisions
from kg.resolve.ids import code_of, graph_id, place_id
from kg.resolve.judgements import Judgement
from kg.resolve.keys import UNKNOWN
from kg.resolve.names import usual
from kg.resolve.persons import Local, person_keys
from kg.resolve.quotes import Sighting, sightings
from kg.resolve.spelling import Entities, respelled
from kg.resolve.structure import structure

Ids = Mapping[Local, str]


def merge(
    extractions: Sequence[Extraction], divisions: Divisions, judgements: Iterable[Judgement] = ()
) -> KnowledgeGraph:
    """Join what was read from single documents; the order of the extractions makes no difference.

    Divisions keep their code as id, everything else has a hash of its class and key. What names and the division
    table state is added (see `kg.resolve.structure`); relations that the ontology does not allow are left out, and
    circles are opened. What people judged goes before all rules (see `kg.resolve.decisions`).

    :raises JudgementError: when the judgements contradict each other.
    """
    decisions = Decisions(judgements)
    read = sorted(extractions, key=lambda one: (one.document.name, one.document.sha256))
    known = respelled(read, _known(read, decisions), decisions)
    ids = {local: decisions.one(_id(entity, divisions)) for local, entity in known.items()}
    uses = Counter((number, mention.entity) for number, one in enumerate(read) for mention in one.mentions)
    counts = Counter[str]()
    for local, count in uses.items():
        counts[ids[local]] += count
    merged = _entities(known, uses, ids, divisions)
    added, stated = structure(merged, _seen(read, ids), divisions)
    entities = sorted([*merged, *added], key=lambda entity: entity.id)
    types = {entity.id: entity.type for entity in entities}
    return KnowledgeGraph(
        documents=tuple(one.document for one in read),
        entities=tuple(entities),
        relations=tuple(without_circles(decisions.replay(_relations([*_global(read, ids), *stated], types)))),
        mentions={entity.id: counts[entity.id] for entity in entities},
        articles={one.document.name: one.articles for one in read},
        spans={one.document.name: _spans(number, one, ids) for number, one in enumerate(read)},
    )


def _spans(number: int, one: Extraction, ids: Ids) -> tuple[Mention, ...]:
    mentions = sorted(one.mentions, key=lambda mention: (mention.start, mention.end))
    return tuple(Mention(each.start, each.end, each.type, each.text, ids[number, each.entity]) for each in mentions)


def _known(read: Sequence[Extraction], decisions: Decisions) -> Entities:
    """Each local entity with its key across documents; one that only its text knows carries the text's hash."""
    persons = person_keys(read, decisions)
    return {
        (number, entity.id): _keyed(entity, persons.get((number, entity.id)) or _key(entity, one.document))
        for number, one in enumerate(read)
        for entity in one.entities
    }


def _key(entity: Entity, document: Document) -> str:
    return document.sha256 + entity.key if entity.key.startswith(UNKNOWN) else entity.key


def _keyed(entity: Entity, key: str) -> Entity:
    return entity if key == entity.key else replace(entity, key=key)


def _id(entity: Entity, divisions: Divisions) -> str:
    if entity.code and entity.code in divisions:
        return place_id(entity.code)
    return graph_id(entity.type, entity.key)


def _entities(known: Entities, uses: Mapping[Local, int], ids: Ids, divisions: Divisions) -> list[Entity]:
    same: dict[str, list[tuple[Entity, int]]] = defaultdict(list)
    for local, entity in known.items():
        same[ids[local]].append((entity, uses[local]))
    return [_joined(identifier, found, divisions) for identifier, found in sorted(same.items())]


def _joined(identifier: str, found: Sequence[tuple[Entity, int]], divisions: Divisions) -> Entity:
    """One entity of many, under its usual name."""
    first = _usual(found) if len(found) > 1 else found[0][0]
    if (code := code_of(identifier)) in divisions:
        first = replace(first, name=divisions[code].name, key=code, subtype="AdministrativeArea", code=code)
    aliases = {form for entity, _ in found for form in (entity.name, *entity.aliases)} - {first.name}
    wrong = {form for entity, _ in found for form in entity.misprints} - aliases - {first.name}
    forms = tuple(sorted(aliases)), tuple(sorted(wrong))
    return Entity(identifier, first.type, first.name, first.key, first.subtype, *forms, first.code)


def _usual(found: Sequence[tuple[Entity, int]]) -> Entity:
    """The first entity under the name that is used most for all."""
    uses = Counter[str]()
    for entity, count in found:
        uses[entity.name] += count
    best = usual(uses)
    return next(entity for entity, _ in found if entity.name == best)


def _global(read: Sequence[Extraction], ids: Ids) -> Iterator[Relation]:
    for number, one in enumerate(read):
        for relation in one.relations:
            head, tail = ids[number, relation.head], ids[number, relation.tail]
            yield Relation(relation.type, head, tail, relation.evidence, relation.title)


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
