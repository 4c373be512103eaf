"""The values that travel between the rooms: frozen, plain, compared by content.

All offsets count Unicode code points of the file as decoded, before any repair, start inclusive and end
exclusive, so that `document.text[start:end]` is what stands on the page (line breaks included).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """What people say of a file in `metadata.csv`; `date` is an ISO date, `url` an http or https address."""

    title: str | None = None
    date: str | None = None
    publisher: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One input file: its name below the folder it was read from, its decoded text, the SHA-256 of its bytes."""

    name: str
    text: str
    sha256: str
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a page; `date` is an ISO date where the article states one."""

    start: int
    end: int
    title: str
    byline: tuple[str, ...] = ()
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names one entity; `type` is the name of an entity class, `entity` an entity's id."""

    start: int
    end: int
    type: str
    text: str
    entity: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing named in texts. `key` is what it is matched on across documents (see `kg.resolve`).

    `name` is the fullest form the text supports, `aliases` the other printed forms, sorted, and `misprints` forms
    that are wrong in print but found by search. `code` is the division code of an administrative area.
    """

    id: str
    type: str
    name: str
    key: str
    subtype: str | None = None
    aliases: tuple[str, ...] = ()
    misprints: tuple[str, ...] = ()
    code: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A piece of a document: `quote` is its `text[start:end]`."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """Where a relation is stated: `quote` is `text[start:end]` of the document, `rule` who read it there.

    `context` is where else the document names the ends that the quote leaves out, as reports do with their subject.
    """

    document: str
    start: int
    end: int
    quote: str
    rule: str
    confidence: float
    context: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """A typed, directed link between two entities (ids), never without evidence. Only posts have a `title`."""

    type: str
    head: str
    tail: str
    evidence: tuple[Evidence, ...]
    title: str | None = None

    @property
    def confidence(self) -> float:
        """The best evidence decides: repetition in one newspaper is not independent proof."""
        return self.best.confidence

    @property
    def best(self) -> Evidence:
        """The evidence with the highest confidence, the first among equals."""
        return max(self.evidence, key=lambda evidence: evidence.confidence)


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read from one document; ids are local to it (`e1`, `e2`, …).

    `sentences` are spans (start, end) in order; without them nothing more than a mention itself can be quoted for it.
    """

    document: Document
    articles: tuple[Article, ...]
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    relations: tuple[Relation, ...]
    sentences: tuple[tuple[int, int], ...] = ()
