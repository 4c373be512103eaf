"""Small builders of graphs for tests: everything has a plain default, a test names only what it is about."""

from hashlib import sha256

from kg.graph import KnowledgeGraph
from kg.model import Article, Document, Entity, Evidence, Passage, Relation, Source


def document(name: str = "001_page.txt", text: str | None = None, **source: str) -> Document:
    """A file whose text is given; without one it holds its own name, so that no two files are the same."""
    text = f"{name}\n河西区民政局局长李明出席。" if text is None else text
    return Document(name, text, sha256(text.encode()).hexdigest(), Source(**source))


def article(title: str, start: int = 0, end: int = 100, *byline: str, date: str | None = None) -> Article:
    """An article, by default the first 100 characters of its document."""
    return Article(start, end, title, byline, date)


def entity(
    id: str,  # noqa: A002 - named as in the model
    name: str,
    *,
    type: str = "Organization",  # noqa: A002 - named as in the model
    subtype: str | None = None,
    aliases: tuple[str, ...] = (),
    misprints: tuple[str, ...] = (),
    code: str | None = None,
) -> Entity:
    """An entity matched on its own name."""
    return Entity(id, type, name, f"{type}|{name}", subtype, tuple(sorted(aliases)), tuple(sorted(misprints)), code)


def evidence(
    quote: str,
    *,
    document: str = "001_page.txt",
    start: int = 0,
    rule: str = "model",
    confidence: float = 0.9,
    context: tuple[Passage, ...] = (),
) -> Evidence:
    """A quote that stands at `start` of a document."""
    return Evidence(document, start, start + len(quote), quote, rule, confidence, context)


def relation(
    type: str,  # noqa: A002 - named as in the model
    head: str,
    tail: str,
    *found: Evidence,
    title: str | None = None,
) -> Relation:
    """A relation between two entity ids; without evidence given, a plain quote bears it out."""
    return Relation(type, head, tail, tuple(sorted(found or (evidence(f"{head}与{tail}"),))), title)


def graph(
    entities: tuple[Entity, ...],
    relations: tuple[Relation, ...] = (),
    *,
    documents: tuple[Document, ...] | None = None,
    articles: dict[str, tuple[Article, ...]] | None = None,
    mentions: dict[str, int] | None = None,
) -> KnowledgeGraph:
    """A graph in the order `KnowledgeGraph` promises; every entity is mentioned once unless said otherwise."""
    named = sorted({found.document for link in relations for found in link.evidence}) or ["001_page.txt"]
    counts = {one.id: 1 for one in entities} | (mentions or {})
    return KnowledgeGraph(
        documents=documents or tuple(document(name) for name in named),
        entities=tuple(sorted(entities, key=lambda one: one.id)),
        relations=tuple(sorted(relations, key=lambda link: (link.type, link.head, link.tail, link.title or ""))),
        mentions=counts,
        articles=articles or {},
    )


def small_graph() -> KnowledgeGraph:
    """One of everything: four classes, a post, a symmetric link, places inside places, two documents."""
    return graph(
        (
            entity("place-12", "天津市", type="Place", subtype="AdministrativeArea", code="12"),
            entity(
                "place-120103", "河西区", type="Place", subtype="AdministrativeArea", aliases=("河西",), code="120103"
            ),
            entity("place-5a0000000001", "人民公园", type="Place", subtype="Park"),
            entity("org-5a0000000002", "河西区民政局", subtype="GovernmentBody", aliases=("区民政局",)),
            entity("org-5a0000000003", "晨光科技公司", subtype="Company", misprints=("晨光科枝公司",)),
            entity("per-5a0000000004", "李明", type="Person"),
            entity("prog-5a0000000005", "敬老节", type="Programme", subtype="Event"),
        ),
        (
            relation("locatedIn", "place-120103", "place-12", evidence("天津市河西区", start=3)),
            relation("locatedIn", "place-5a0000000001", "place-120103", evidence("河西区人民公园", start=20)),
            relation("locatedIn", "org-5a0000000002", "place-120103", evidence("河西区民政局", rule="name")),
            relation(
                "holdsPost",
                "per-5a0000000004",
                "org-5a0000000002",
                evidence("河西区民政局局长李明", rule="post-before-name", confidence=0.97),
                title="局长",
            ),
            relation("organizes", "org-5a0000000002", "prog-5a0000000005", evidence("民政局主办敬老节", start=40)),
            relation(
                "takesPlaceAt", "prog-5a0000000005", "place-5a0000000001", evidence("敬老节在人民公园举行", start=50)
            ),
            relation(
                "cooperatesWith",
                "org-5a0000000002",
                "org-5a0000000003",
                evidence("民政局与晨光科技公司签约", start=60),
                evidence("双方携手", document="002_page.txt", start=7, confidence=0.8),
            ),
            relation("recognizes", "org-5a0000000002", "per-5a0000000004", evidence("区民政局表彰李明", start=80)),
        ),
        articles={"001_page.txt": (article("敬老节开幕"),)},
    )
