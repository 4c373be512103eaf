"""The knowledge graph of a corpus: entities, relations with evidence, and views of both in other libraries."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

import networkx as nx

from kg.model import Article, Document, Entity, Evidence, Mention, Relation, Source

if TYPE_CHECKING:  # takes long to load, and few ask for it
    from rdflib import Graph


@dataclass(frozen=True)
class KnowledgeGraph:
    """What all documents together say.

    `entities` are sorted by id, `relations` by (type, head, tail, title), `documents` by name; `mentions` counts
    how often each entity id is named, and `articles` gives those of each document in order, by document name.
    `issued` is the ISO date that the builder gives the graph, if any. `spans` are the mentions in each document, in
    the order of its text and with ids of the graph, by document name; none where only the graph was read back.
    `findings` say what the checks of a build found wrong with what it wrote, a line each (see `kg.checks`).

    >>> page = Document("a.txt", "区民政局开展银发行动。", sha256="5a" * 32)
    >>> bureau = Entity("org-1", "Organization", "河西区民政局", key="120103|民政局", aliases=("区民政局",))
    >>> drive = Entity("prg-1", "Programme", "银发行动", key="银发行动")
    >>> stated = Relation("organizes", "org-1", "prg-1", (Evidence("a.txt", 0, 10, page.text[:10], "model", 0.9),))
    >>> graph = KnowledgeGraph((page,), (bureau, drive), (stated,), {"org-1": 1, "prg-1": 1}, {})
    >>> [entity.name for entity in graph.find("区民政局")]
    ['河西区民政局']
    >>> [entity.name for entity in graph.neighbours(bureau)]
    ['银发行动']
    >>> [found.quote for relation in graph.relations_of("org-1") for found in graph.evidence(relation)]
    ['区民政局开展银发行动']
    """

    documents: tuple[Document, ...]
    entities: tuple[Entity, ...]
    relations: tuple[Relation, ...]
    mentions: Mapping[str, int]
    articles: Mapping[str, tuple[Article, ...]]
    issued: str | None = None
    spans: Mapping[str, tuple[Mention, ...]] = field(default_factory=dict)
    findings: tuple[str, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Entity]:
        """Every entity by its id."""
        return {entity.id: entity for entity in self.entities}

    @cached_property
    def titles(self) -> Mapping[str, tuple[str, ...]]:
        """The headlines of each document, by document name."""
        return {name: tuple(each.title for each in found if each.title) for name, found in self.articles.items()}

    def article(self, evidence: Evidence) -> Article | None:
        """The article that a passage begins in."""
        articles = self.articles.get(evidence.document, ())
        at = bisect_right(articles, evidence.start, key=lambda article: article.start)
        return articles[at - 1] if at else None

    def date(self, evidence: Evidence) -> str | None:
        """The ISO date of a passage: the one people gave its document, else the one its article states."""
        article = self.article(evidence)
        return self._sources[evidence.document].date or (article.date if article else None)

    @cached_property
    def _sources(self) -> Mapping[str, Source]:
        return {document.name: document.source for document in self.documents}

    def find(self, name: str) -> tuple[Entity, ...]:
        """Entities of exactly that name, other name or misprint, in the order of the graph; () when there is none."""
        return self._called.get(name, ())

    @cached_property
    def _called(self) -> Mapping[str, tuple[Entity, ...]]:
        called = defaultdict[str, tuple[Entity, ...]](tuple)
        for entity in self.entities:
            for form in {entity.name, *entity.aliases, *entity.misprints}:
                called[form] += (entity,)
        return dict(called)

    def neighbours(self, entity: Entity) -> tuple[Entity, ...]:
        """Entities that a relation links with this one in either direction, each once, in the order of the graph."""
        ends = {end for relation in self.relations_of(entity.id) for end in (relation.head, relation.tail)}
        return tuple(self.by_id[end] for end in sorted(ends - {entity.id}))

    def evidence(self, relation: Relation) -> tuple[Evidence, ...]:
        """The passages that state a relation, the surest first, then in the order of documents and places."""
        return tuple(sorted(relation.evidence, key=lambda found: (-found.confidence, found)))

    def relations_of(self, entity: str) -> Iterator[Relation]:
        """Relations that start or end at an entity id, in the order of the graph."""
        return iter(self._touching.get(entity, ()))

    @cached_property
    def _touching(self) -> Mapping[str, list[Relation]]:
        touching = defaultdict[str, list[Relation]](list)
        for relation in self.relations:
            for end in {relation.head, relation.tail}:
                touching[end].append(relation)
        return dict(touching)

    def at_least(self, confidence: float) -> "KnowledgeGraph":
        """The same graph without the relations that are less sure; entities stay."""
        return replace(self, relations=tuple(one for one in self.relations if one.confidence >= confidence))

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

    def to_rdflib(self) -> "Graph":
        """A new rdflib graph with the triples of `graph.ttl` and the prefixes of `kg.ttl`."""
        from rdflib import Graph

        from kg.export import turtle
        from kg.ontology import load

        view = Graph(bind_namespaces="none")
        for prefix, space in load().prefixes.items():
            view.bind(prefix, space)
        return view.parse(data=b"".join(turtle.lines(self)), format="nt")
