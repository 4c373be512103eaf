"""What is part of a whole is not the whole of it too: where such relations run in a circle, the least sure one goes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import networkx as nx

from kg.model import Relation

_OF_PART_AND_WHOLE = ("locatedIn", "subOrganizationOf", "subProgrammeOf")


def without_circles(relations: Iterable[Relation]) -> Iterator[Relation]:
    """The relations in their order, without those of part and whole that close a circle of surer ones."""
    kept = tuple(relations)
    groups = defaultdict(list)
    for relation in kept:
        if relation.type in _OF_PART_AND_WHOLE:
            groups[relation.type].append(relation)
    closing = {id(relation) for group in groups.values() for relation in _closing(group)}
    return (relation for relation in kept if id(relation) not in closing)


def _closing(group: Iterable[Relation]) -> Iterator[Relation]:
    """Only within a strongly connected component can a link close a circle; most graphs have none."""
    links = list(group)
    for component in nx.strongly_connected_components(nx.DiGraph((link.head, link.tail) for link in links)):
        if len(component) > 1:
            yield from _weakest(link for link in links if link.head in component and link.tail in component)


def _weakest(links: Iterable[Relation]) -> Iterator[Relation]:
    surest: nx.DiGraph[str] = nx.DiGraph()
    for link in sorted(links, key=lambda link: (-link.confidence, link.head, link.tail)):
        surest.add_nodes_from((link.head, link.tail))
        if nx.has_path(surest, link.tail, link.head):
            yield link
        else:
            surest.add_edge(link.head, link.tail)
