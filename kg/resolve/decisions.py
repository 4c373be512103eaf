"""What judgements amount to: who is who, who must stay apart, and which relations hold. People come before rules.

What is judged the same becomes one entity under one id: the division among them, else the smallest. So the id
depends on the judgements alone, not on which pages are there. What is judged different stays apart whatever a rule
says, and so does everything that is the same as either. A relation judged wrong is left out, whatever page states
it; one judged right has a person's word for its best sentence. A contradiction is refused.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations, pairwise

import networkx as nx
from networkx.utils import UnionFind

from kg.errors import JudgementError
from kg.model import Relation
from kg.ontology import load
from kg.resolve.ids import code_of
from kg.resolve.judgements import FILE, Judgement, PairJudgement, RelationJudgement

RULE = "judgement"  # who says so, in the evidence of a relation that a person found right

_Fact = tuple[str, str, str, str]


class Decisions:
    """What all judgements together say of graph ids; rules may join further ids where nobody objects.

    :raises JudgementError: when what is judged the same includes what is judged different, or two divisions.
    """

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        given = tuple(judgements)
        self._relations = [one for one in given if isinstance(one, RelationJudgement)]
        pairs = {frozenset((one.left, one.right)): one for one in given if isinstance(one, PairJudgement)}
        same, different, unsure = (
            [pair for pair in pairs.values() if pair.verdict == verdict] for verdict in ("same", "different", "unsure")
        )
        _refuse_contradictions(same, different)
        # Of each set of ids that are one: the name it goes by, and what it was judged against, all by the set's root.
        self._sets: UnionFind[str] = UnionFind()
        self._names = {end: end for pair in same for end in (pair.left, pair.right)}
        self._apart, self._unsure = _others(different), _others(unsure)
        for pair in same:
            self._unite(pair.left, pair.right)

    def one(self, identifier: str) -> str:
        """The id that a thing goes by."""
        return self._names.get(self._sets[identifier], identifier) if self._names else identifier

    def apart(self, left: str, right: str) -> bool:
        """Whether people told two things apart, themselves or what they are the same as."""
        return self._meets(self._apart, left, right)

    def settled(self, left: str, right: str) -> bool:
        """Whether there is nothing to ask about two things: they are one, or were judged different or unsure."""
        return self._sets[left] == self._sets[right] or any(
            self._meets(others, left, right) for others in (self._apart, self._unsure)
        )

    def join(self, *identifiers: str) -> bool:
        """Let a rule make ids one thing; False, and nothing done, where judgements keep any two of them apart."""
        guarded = [each for each in identifiers if self._sets[each] in self._apart]
        divisions = {one for each in identifiers if code_of(one := self.one(each))}
        if len(divisions) > 1 or any(self.apart(left, right) for left, right in combinations(guarded, 2)):
            return False
        self._unite(*identifiers)
        return True

    def replay(self, relations: Iterable[Relation]) -> Iterator[Relation]:
        """The relations as people found them: without the wrong ones, the right ones certain."""
        verdicts = self._verdicts()
        for relation in relations:
            verdict = verdicts.get(self._fact(relation.type, relation.head, relation.tail, relation.title))
            if verdict != "wrong":
                yield _vouched(relation) if verdict == "right" else relation

    def unjudged(self, relations: Iterable[Relation]) -> Iterator[Relation]:
        """The relations on which nobody has spoken."""
        verdicts = self._verdicts()
        return (one for one in relations if self._fact(one.type, one.head, one.tail, one.title) not in verdicts)

    def _verdicts(self) -> Mapping[_Fact, str]:
        return {self._fact(one.relation, one.head, one.tail, one.title): one.verdict for one in self._relations}

    def _fact(self, relation: str, head: str, tail: str, title: str | None) -> _Fact:
        ends = self.one(head), self.one(tail)
        first, last = sorted(ends) if load().relations[relation].symmetric else ends
        return relation, first, last, title or ""

    def _meets(self, others: Mapping[str, set[str]], left: str, right: str) -> bool:
        return any(self._sets[other] == self._sets[right] for other in others.get(self._sets[left], ()))

    def _unite(self, *identifiers: str) -> None:
        roots = {self._sets[each] for each in identifiers}
        if len(roots) < 2:
            return
        self._sets.union(*roots)
        (root,) = {self._sets[each] for each in roots}
        if names := [self._names.pop(each) for each in roots if each in self._names]:
            self._names[root] = min(names, key=lambda name: (not code_of(name), name))
        for others in (self._apart, self._unsure):
            if met := set[str]().union(*(others.pop(each, ()) for each in roots)):
                others[root] = met


def _others(pairs: Iterable[PairJudgement]) -> dict[str, set[str]]:
    found = defaultdict[str, set[str]](set)
    for pair in pairs:
        found[pair.left].add(pair.right)
        found[pair.right].add(pair.left)
    return dict(found)


def _vouched(relation: Relation) -> Relation:
    """The relation with its best sentence read by a person."""
    best = relation.best
    seen = replace(best, rule=RULE, confidence=1.0)
    return replace(relation, evidence=tuple(sorted({*relation.evidence} - {best} | {seen})))


def _refuse_contradictions(same: Iterable[PairJudgement], different: Iterable[PairJudgement]) -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from((pair.left, pair.right, {"pair": pair}) for pair in same)
    sets = list(nx.connected_components(graph))
    place = {end: number for number, ends in enumerate(sets) for end in ends}
    for pair in different:
        if pair.left in place and place[pair.left] == place.get(pair.right):
            path = _path(graph, pair.left, pair.right)
            raise JudgementError(FILE, [*map(_said, path), _said(pair)], [*(one.line for one in path), pair.line])
    for ends in sets:
        if len(divisions := sorted(filter(code_of, ends))) > 1:
            path = _path(graph, *divisions[:2])
            against = f"{divisions[0]} and {divisions[1]} are two divisions"
            raise JudgementError(FILE, [*map(_said, path), against], [one.line for one in path])


def _path(graph: "nx.Graph[str]", left: str, right: str) -> list[PairJudgement]:
    """The judgements that lead from one thing to another, each turned the way it is walked."""
    steps = pairwise(nx.shortest_path(graph, left, right))
    return [_turned(graph.edges[step]["pair"], step[0]) for step in steps]


def _turned(pair: PairJudgement, start: str) -> PairJudgement:
    if pair.left == start:
        return pair
    return replace(pair, left=pair.right, right=pair.left, left_name=pair.right_name, right_name=pair.left_name)


def _said(pair: PairJudgement) -> str:
    sign = "=" if pair.verdict == "same" else "≠"
    left, right = f"{pair.left_name} {pair.left}".strip(), f"{pair.right_name} {pair.right}".strip()
    return f"{left} {sign} {right} ({f'line {pair.line}' if pair.line else 'this answer'})"
