"""What a person should look at: entities that may be one and relations that may be wrong, what matters most first."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from kg.divisions import Divisions
from kg.graph import KnowledgeGraph
from kg.model import Entity, Relation
from kg.resolve.decisions import Decisions
from kg.resolve.judgements import PairJudgement, RelationJudgement
from kg.resolve.proposals import Proposal, proposals

_LOW = 0.7  # relations less sure than this are asked about
_LEAST = 0.2  # a likeness worth less than this is not
_HUB = 20  # what so many are linked to tells nothing about two of them

_CUT = 0.5  # the chance that two persons of one post, one name the beginning of the other, are one

_Near = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class PairDoubt:
    """Two entities that may be one: why, and how much hangs on it."""

    left: Entity
    right: Entity
    reason: str
    impact: float

    def is_open(self, decisions: Decisions) -> bool:
        """Whether nobody has judged it, nor anything it follows from."""
        return not decisions.settled(self.left.id, self.right.id)

    def judged(self, verdict: str, who: str, when: str) -> PairJudgement:
        """A person's answer."""
        return PairJudgement(
            left=self.left.id,
            right=self.right.id,
            left_name=self.left.name,
            right_name=self.right.name,
            verdict=verdict,
            who=who,
            when=when,
        )


@dataclass(frozen=True, slots=True)
class RelationDoubt:
    """A relation that may be wrong: why, and how much hangs on it."""

    relation: Relation
    head: Entity
    tail: Entity
    reason: str
    impact: float

    def is_open(self, decisions: Decisions) -> bool:
        """Whether nobody has judged it."""
        return any(decisions.unjudged([self.relation]))

    def judged(self, verdict: str, who: str, when: str) -> RelationJudgement:
        """A person's answer."""
        return RelationJudgement(
            relation=self.relation.type,
            head=self.head.id,
            tail=self.tail.id,
            title=self.relation.title or "",
            head_name=self.head.name,
            tail_name=self.tail.name,
            verdict=verdict,
            who=who,
            when=when,
        )


Doubt = PairDoubt | RelationDoubt


def doubts(graph: KnowledgeGraph, divisions: Divisions) -> list[Doubt]:
    """The doubts of a graph, those with most impact first.

    The impact of a doubt is how strong it is, times what hangs on it: of two entities the mentions and relations of
    the lesser, of a relation its sentences.
    """
    links = Counter(end for relation in graph.relations for end in (relation.head, relation.tail))
    weight = {entity.id: graph.mentions[entity.id] + links[entity.id] for entity in graph.entities}
    found: list[Doubt] = [*_pairs(graph, weight, divisions), *_relations(graph)]
    return sorted(found, key=lambda doubt: -doubt.impact)  # the sort keeps the order of ids among equals


def _pairs(graph: KnowledgeGraph, weight: Mapping[str, int], divisions: Divisions) -> Iterator[PairDoubt]:
    near = _neighbours(graph)
    for one in (*proposals(graph.entities, divisions), *_cut_short(graph)):
        left, right = one.left.id, one.right.id
        # What is linked to each other is two things; a neighbour in common speaks for one.
        shared = min(near[left] & near[right], default="", key=lambda other: (len(near[other]), other))
        chance = (1 + one.chance) / 2 if shared else one.chance
        if chance >= _LEAST and right not in near[left]:
            reason = f"{one.reason}; both linked to {graph.by_id[shared].name}" if shared else one.reason
            yield PairDoubt(one.left, one.right, reason, chance * min(weight[left], weight[right]))


def _cut_short(graph: KnowledgeGraph) -> Iterator[Proposal]:
    """Persons in one post whose names begin alike (余功, 余功全)."""
    posts = defaultdict[tuple[str, str], set[str]](set)
    for one in graph.relations:
        if one.title:
            posts[one.title, one.tail].add(one.head)
    pairs = {pair for held in posts.values() if len(held) <= _HUB for pair in combinations(sorted(held), 2)}
    for left, right in (tuple(map(graph.by_id.__getitem__, pair)) for pair in sorted(pairs)):
        short, full = sorted((left.name, right.name), key=len)
        if len(short) < len(full) and full.startswith(short):
            yield Proposal(left, right, f"{short} may be {full} cut short: they hold the same post", _CUT)


def _relations(graph: KnowledgeGraph) -> Iterator[RelationDoubt]:
    for relation in graph.relations:
        if relation.confidence < _LOW:
            reason = f"read by {relation.best.rule} with confidence {relation.confidence:.2f}"
            impact = (1 - relation.confidence) * len(relation.evidence)
            head, tail = graph.by_id[relation.head], graph.by_id[relation.tail]
            yield RelationDoubt(relation, head, tail, reason, impact)


def _neighbours(graph: KnowledgeGraph) -> _Near:
    near = defaultdict[str, set[str]](set)
    for relation in graph.relations:
        near[relation.head].add(relation.tail)
        near[relation.tail].add(relation.head)
    hubs = {one for one, others in near.items() if len(others) > _HUB}
    return {entity.id: frozenset(near[entity.id] - hubs) for entity in graph.entities}
