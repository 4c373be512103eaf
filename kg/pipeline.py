"""The stages in order: pages, articles, sentences, mentions, entities, relations, one graph, its files."""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.tokens import Doc

from kg.components import load
from kg.divisions import Divisions
from kg.documents.read import find, read
from kg.documents.repair import Repaired, repair
from kg.errors import KgError, OutputError, SourceError
from kg.export import EXPORTERS, jsonl, summary
from kg.graph import KnowledgeGraph
from kg.model import Article, Document, Entity, Evidence, Extraction, Mention, Relation
from kg.resolve.corpus import merge
from kg.resolve.names import canonical


@dataclass(frozen=True)
class Sources:
    """The readable documents among the inputs, in order, and what could not be read."""

    documents: tuple[Document, ...]
    skipped: tuple[SourceError, ...]


def read_all(paths: Sequence[Path]) -> Sources:
    """Read files and folders; what is missing or cannot be read is kept as its error.

    :raises KgError: when not one document can be read; it says of each why.
    """
    documents: list[Document] = []
    files, skipped = find(paths)
    for path, name in files:
        try:
            documents.append(read(path, name))
        except SourceError as error:
            skipped.append(error)
    if not documents:
        raise KgError("\n".join(map(str, skipped)))
    return Sources(tuple(documents), tuple(skipped))


def extract(documents: Iterable[Document]) -> Iterator[Extraction]:
    """Articles, mentions, entities and relations of each document, in order, one at a time."""
    pages = ((document, repair(document.text)) for document in documents)
    pairs = ((page.text, (document, page)) for document, page in pages)
    for doc, (document, page) in load().pipe(pairs, as_tuples=True):
        yield _extraction(document, page, doc)


def build(extractions: Iterable[Extraction], skipped: Sequence[SourceError], out: Path) -> KnowledgeGraph:
    """Merge what was extracted into one graph and write it with all its views into the folder `out`.

    Files are written aside and renamed at the end, so that a build that fails leaves the last one as it was.

    :raises OutputError: when `out` cannot be written.
    """
    with _aside(out) as draft:
        kept = tuple(extractions)
        graph = merge(kept, Divisions.load())
        with (draft / "mentions.jsonl").open("w", encoding="utf-8", newline="\n") as lines:
            lines.writelines(f"{jsonl.line(extraction)}\n" for extraction in kept)
        for name, write in EXPORTERS.items():
            write(graph, draft / name)
        summary.write(graph, [str(error) for error in skipped], draft / "summary.md")
    return graph


@contextmanager
def _aside(out: Path) -> Iterator[Path]:
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".building-", dir=out) as draft:
            yield Path(draft)
            for path in sorted(Path(draft).iterdir()):
                path.replace(out / path.name)
    except OSError as error:
        place = error.filename2 or error.filename or out  # of a failed renaming the target: the draft is gone
        raise OutputError(place, f"{error.strerror}; name a folder that can be written") from error


def _extraction(document: Document, page: Repaired, doc: Doc) -> Extraction:
    return Extraction(
        document,
        tuple(_articles(document, page, doc)),
        tuple(_mentions(document, page, doc)),
        tuple(_entities(document, page, doc)),
        tuple(_relations(document, page, doc)),
    )


def _articles(document: Document, page: Repaired, doc: Doc) -> Iterator[Article]:
    """Articles in the file; each ends where the next begins, so that no character is left out."""
    inner = [page.original(article.start, article.end)[0] for article in doc._.articles[1:]]
    for article, start, end in zip(doc._.articles, [0, *inner], [*inner, len(document.text)], strict=True):
        yield replace(article, start=start, end=end)


def _entities(document: Document, page: Repaired, doc: Doc) -> Iterator[Entity]:
    """Entities under the names that the page prints: repair widens brackets, readers and archives keep them."""
    surfaces = ((ent.text, document.text[slice(*page.original(ent.start_char, ent.end_char))]) for ent in doc.ents)
    printed = {canonical(repaired): canonical(surface) for repaired, surface in surfaces}
    for entity in doc._.entities:
        aliases = sorted(printed.get(alias, alias) for alias in entity.aliases)
        yield replace(entity, name=printed.get(entity.name, entity.name), aliases=tuple(aliases))


def _mentions(document: Document, page: Repaired, doc: Doc) -> Iterator[Mention]:
    for ent in doc.ents:
        start, end = page.original(ent.start_char, ent.end_char)
        yield Mention(start, end, ent.label_, document.text[start:end], ent.kb_id_)


def _relations(document: Document, page: Repaired, doc: Doc) -> Iterator[Relation]:
    for link in doc._.links:
        start, end = page.original(link.start, link.end)
        evidence = Evidence(document.name, start, end, document.text[start:end], link.rule, link.confidence)
        head, tail = (doc.ents[span].kb_id_ for span in (link.head, link.tail))
        yield Relation(link.type, head, tail, (evidence,), link.title)
