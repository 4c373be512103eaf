"""The knowledge graph of a corpus: entities, relations with evidence, and a networkx view of both."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import networkx as nx

from kg.model import Document, Entity, Relation


@dataclass(frozen=True)
class KnowledgeGraph:
    """What all documents together say.

    `entities` are sorted by id, `relations` by (type, head, tail, title), `documents` by name; `mentions` counts
    how often each entity id is named, and `titles` gives the headlines of each document, by document name.
    """

    documents: tuple[Document, ...]
    entities: tuple[Entity, ...]
    relations: tuple[Relation, ...]
    mentions: Mapping[str, int]
    titles: Mapping[str, tuple[str, ...]]

    @cached_property
    def by_id(self) -> Mapping[str, Entity]:
        """Every entity by its id."""
        return {entity.id: entity for entity in self.entities}

    def relations_of(self, entity: str) -> Iterator[Relation]:
        """Relations that start or end at an entity id, in the order of the graph."""
        return (relation for relation in self.relations if entity in (relation.head, relation.tail))

    def to_networkx(self) -> "nx.MultiDiGraph[str]":
        """A new directed multigraph; attributes are str, int or float only, as exporters and layouts need them.

        Edge keys are relation types, with the title behind a colon for posts; `weight` counts evidence.
        """
        view: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        for entity in self.entities:
            view.add_node(
                entity.id,
                label=entity.name,
                type=entity.type,
                subtype=entity.subtype or "",
                aliases="; ".join(entity.aliases),
                mentions=self.mentions[entity.id],
            )
        for relation in self.relations:
            view.add_edge(
                relation.head,
                relation.tail,
                key=f"{relation.type}:{relation.title}" if relation.title else relation.type,
                relation=relation.type,
                title=relation.title or "",
                weight=len(relation.evidence),
                confidence=relation.confidence,
                sentence=relation.evidence[0].quote,
                document=relation.evidence[0].document,
            )
        return view
