"""Which entities weigh most, and which of them a picture shows."""

import math
from collections import defaultdict
from collections.abc import Mapping
from itertools import chain, islice, zip_longest

from kg.graph import KnowledgeGraph


def importance(graph: KnowledgeGraph) -> dict[str, float]:
    """How central each entity id is: its neighbours, weighted by how often it is named; 0 without neighbours."""
    return {one: _weight(len(near), graph.mentions[one]) for one, near in _neighbours(graph).items()}


def choose(graph: KnowledgeGraph, most: int) -> frozenset[str]:
    """Ids of at most so many entities for a picture: who holds which post, then the first of each class in turn.

    Posts fill up to a third. Links to a hub, which has more neighbours than half the picture holds, count only among
    entities that have no others. Each entity comes with its most important neighbour.
    """
    near = _neighbours(graph)
    ranked = _ranked(graph, near, most)
    rank = {one: place for place, one in enumerate(ranked)}
    posts = [one for one in graph.relations if one.title and one.head != one.tail]
    posts.sort(key=lambda post: (rank[post.tail], rank[post.head]))
    in_office = dict.fromkeys(chain.from_iterable((post.tail, post.head) for post in posts))
    classes = defaultdict[str, list[str]](list)
    for one in ranked:
        classes[graph.by_id[one].type].append(one)
    in_turn = chain.from_iterable(zip_longest(*(classes[name] for name in sorted(classes))))
    in_company = chain.from_iterable((one, min(near[one], key=rank.__getitem__)) for one in in_turn if one)
    return frozenset(islice(dict.fromkeys(chain(islice(in_office, most // 3), in_company)), most))


def _ranked(graph: KnowledgeGraph, near: Mapping[str, set[str]], most: int) -> list[str]:
    """Linked entities, first those with most links besides to hubs; among equals, those whose neighbours weigh more."""
    weight = {one: _weight(len(others), graph.mentions[one]) for one, others in near.items() if others}
    hubs = {one for one, others in near.items() if len(others) > most / 2}

    def merit(one: str) -> tuple[float, float, float, str]:
        others = near[one] - hubs
        beyond = max(map(weight.__getitem__, others), default=0)
        return -_weight(len(others), graph.mentions[one]), -weight[one], -beyond, one

    return sorted(weight, key=merit)


def _neighbours(graph: KnowledgeGraph) -> dict[str, set[str]]:
    near: dict[str, set[str]] = {entity.id: set() for entity in graph.entities}
    for relation in graph.relations:
        if relation.head != relation.tail:
            near[relation.head].add(relation.tail)
            near[relation.tail].add(relation.head)
    return near


def _weight(neighbours: int, mentions: int) -> float:
    return round(neighbours * (1 + math.log1p(mentions)), 4)
