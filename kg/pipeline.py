"""The stages in order: pages, articles, sentences, mentions, entities, relations, one graph, its files."""

import gc
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from kg.checks import findings
from kg.divisions import Divisions
from kg.documents.find import find
from kg.documents.metadata import described
from kg.documents.read import read
from kg.documents.repair import Repaired, repair
from kg.documents.traditional import simplified
from kg.errors import KgError, SourceError
from kg.export import EXPORTERS, jsonl, summary
from kg.export.aside import aside
from kg.export.beside import beside
from kg.graph import KnowledgeGraph
from kg.model import Article, Document, Entity, Evidence, Extraction, Mention, Passage, Relation, Source
from kg.resolve import judgements
from kg.resolve.corpus import merge
from kg.resolve.decisions import Decisions
from kg.resolve.names import canonical

if TYPE_CHECKING:  # takes seconds to load, in vain where others read the pages
    from spacy.language import Language
    from spacy.tokens import Doc, Span

_GRAPH = "graph.ttl"  # what is checked, while the other files are written
_LARGE = 5000  # entities of a graph whose views take longer than a second process to load what it needs


@dataclass(frozen=True)
class Sources:
    """The readable documents among the inputs, in order, and what could not be read."""

    documents: tuple[Document, ...]
    skipped: tuple[SourceError, ...]


def read_all(paths: Sequence[Path]) -> Sources:
    """Read files and folders with their `metadata.csv`; what is missing or cannot be read is kept as its error.

    :raises KgError: when not one document can be read; it says of each why.
    """
    documents: list[Document] = []
    files, skipped = find(paths)
    told, wrong = described(files)
    for path, name in files:
        try:
            documents.append(replace(read(path, name), source=told.get(path.resolve(), Source())))
        except SourceError as error:
            skipped.append(error)
    if not documents:
        raise KgError("\n".join(map(str, skipped)) or "no .txt file named")
    return Sources(tuple(documents), (*skipped, *wrong))


def extract(documents: Iterable[Document]) -> Iterator[Extraction]:
    """Articles, mentions, entities and relations of each document, in order, one at a time."""
    from kg.components import written

    nlp = _extractor()
    pages = ((document, repair(document.text)) for document in documents)
    pairs = ((written(nlp, page.text), (document, page)) for document, page in pages)
    for doc, (document, page) in nlp.pipe(pairs, as_tuples=True):
        yield _extraction(document, page, doc)


def build(
    extractions: Iterable[Extraction],
    skipped: Sequence[SourceError],
    out: Path,
    *,
    min_confidence: float = 0.0,
    issued: str | None = None,
) -> KnowledgeGraph:
    """Merge what was extracted into one graph and write it with all its views into the folder `out`.

    Relations below `min_confidence` (0 to 1) are left out of all but `mentions.jsonl`, and counted in the summary.
    `issued` is the ISO date that the graph bears; without one it bears none, and the same pages give the same files.
    What people judged in `judgements.jsonl` of that folder is heeded, and the file left alone. Files are written aside
    and renamed at the end, so that a build that fails leaves the last one as it was. What `kg.checks` finds wrong with
    the written graph stands in its `findings` and in the summary.

    :raises OutputError: when `out` cannot be written.
    :raises SourceError: when a line of `judgements.jsonl` is no judgement.
    :raises JudgementError: when its lines contradict each other.
    """
    judged = judgements.read(out / judgements.FILE)
    Decisions(judged)  # a contradiction is told before the pages are read
    with aside(out) as draft:
        kept = tuple(extractions)
        with _unswept():
            whole = replace(merge(kept, Divisions.load(), judged), issued=issued)
            graph = whole.at_least(min_confidence)
            checked = _written(graph, kept, draft)
        unsure = len(whole.relations) - len(graph.relations)
        summary.write(checked, [str(error) for error in skipped], draft / "summary.md", unsure=unsure)
    return checked


@contextmanager
def _unswept() -> Iterator[None]:
    """Without the search for dead circles of objects: a graph has none, and among its millions it takes seconds."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _written(graph: KnowledgeGraph, kept: Iterable[Extraction], folder: Path) -> KnowledgeGraph:
    """Write the graph, what was kept of each document, and all views; the graph with what the checks find wrong."""

    def views() -> None:
        with (folder / "mentions.jsonl").open("w", encoding="utf-8", newline="\n") as lines:
            lines.writelines(f"{jsonl.line(extraction)}\n" for extraction in kept)
        for name, write in EXPORTERS.items():
            if name != _GRAPH:
                write(graph, folder / name)

    with beside(views, worth=len(graph.entities) >= _LARGE):
        EXPORTERS[_GRAPH](graph, folder / _GRAPH)
        found = findings(graph, folder / _GRAPH)
    return replace(graph, findings=found)


@cache
def _extractor() -> "Language":
    from kg.components import load

    return load()


def _extraction(document: Document, page: Repaired, doc: "Doc") -> Extraction:
    return Extraction(
        document,
        tuple(_articles(document, page, doc)),
        tuple(_mentions(document, page, doc)),
        tuple(_entities(document, page, doc)),
        tuple(_relations(document, page, doc)),
        tuple(page.original(span.start_char, span.end_char) for span in doc.spans["sentences"]),
    )


def _articles(document: Document, page: Repaired, doc: "Doc") -> Iterator[Article]:
    """Articles in the file; each ends where the next begins, so that no character is left out."""
    inner = [page.original(article.start, article.end)[0] for article in doc._.articles[1:]]
    bounds = pairwise([0, *inner, len(document.text)])
    for article, (start, end) in zip(doc._.articles, bounds, strict=False):  # without visible text there is none
        title, *byline = (_printed(words, article, document, page) for words in (article.title, *article.byline))
        yield replace(article, start=start, end=end, title=title, byline=tuple(byline))


def _printed(words: str, article: Article, document: Document, page: Repaired) -> str:
    """Words of a repaired article with their characters as the page prints them: repair reads traditional ones."""
    at = page.text.find(words, article.start, article.end)
    printed = [document.text[origin] for origin in page.origin[at : at + len(words)]] if at >= 0 else words
    return "".join(old if old.translate(simplified()) == new else new for new, old in zip(words, printed, strict=True))


def _entities(document: Document, page: Repaired, doc: "Doc") -> Iterator[Entity]:
    """Entities under the names that the page prints: repair widens brackets, readers and archives keep them."""
    places = [(ent.start_char, ent.end_char) for ent in doc.ents]
    surfaces = ((page.text[start:end], document.text[slice(*page.original(start, end))]) for start, end in places)
    printed = {canonical(repaired): canonical(surface) for repaired, surface in surfaces}
    for entity in doc._.entities:
        aliases = sorted(printed.get(alias, alias) for alias in entity.aliases)
        yield replace(entity, name=printed.get(entity.name, entity.name), aliases=tuple(aliases))


def _mentions(document: Document, page: Repaired, doc: "Doc") -> Iterator[Mention]:
    for ent in doc.ents:
        start, end = page.original(ent.start_char, ent.end_char)
        yield Mention(start, end, ent.label_, document.text[start:end], ent.kb_id_)


def _relations(document: Document, page: Repaired, doc: "Doc") -> Iterator[Relation]:
    ents = doc.ents
    starts = [ent.start_char for ent in ents]
    for link in doc._.links:
        inside = ents[bisect_left(starts, link.start) : bisect_left(starts, link.end)]
        context = tuple(_context(document, page, [ents[link.head], ents[link.tail]], inside))
        start, end = page.original(link.start, link.end)
        evidence = Evidence(document.name, start, end, document.text[start:end], link.rule, link.confidence, context)
        yield Relation(link.type, ents[link.head].kb_id_, ents[link.tail].kb_id_, (evidence,), link.title)


def _context(document: Document, page: Repaired, ends: "Sequence[Span]", inside: "Sequence[Span]") -> Iterator[Passage]:
    """The ends of a link that its sentence does not name, where they were read."""
    named = {ent.kb_id_ for ent in inside}
    for ent in ends:
        if ent.kb_id_ not in named:
            start, end = page.original(ent.start_char, ent.end_char)
            yield Passage(start, end, document.text[start:end])
