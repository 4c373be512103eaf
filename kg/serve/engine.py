"""The process that answers: it holds a graph in memory, and says each answer in the form asked for, or why not."""

import signal
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    parse_query_results,
    serialize,
)

from kg import ontology
from kg.errors import QueryError, SourceError
from kg.export.plain import legal
from kg.serve import memory
from kg.serve.limits import Limits
from kg.store import Dataset, ask, load

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


@dataclass(frozen=True, slots=True)
class Question:
    """A query, the graphs it reads, and the media types of rows and of graphs; None: the asker takes none we have."""

    sparql: str
    dataset: Dataset | None
    rows: str | None
    graph: str | None


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes back: an HTTP status, a media type and the content in it."""

    status: int
    media_type: str
    content: bytes


def refusal(status: int, reason: str) -> Reply:
    """A reply that says in words why there is no answer."""
    return Reply(status, "text/plain", f"{reason}\n".encode())


def too_large(limits: Limits) -> Reply:
    """The refusal of a question whose answer takes more memory than there is for it."""
    return refusal(400, f"the query takes more than {limits.memory >> 20:,} MiB of memory; ask for less")


def run(source: Path, limits: Limits, asker: "Connection[Reply | str | None, Question]") -> None:
    """Load the graph, say None or why it cannot be read, and answer until the asker goes away."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends this process
    memory.hush()
    try:
        store = load(source)
    except SourceError as error:
        asker.send(str(error))
        return
    memory.cap(limits.memory)
    asker.send(None)
    with suppress(EOFError):
        while True:
            asker.send(answer(store, asker.recv(), limits))


def answer(store: Store, question: Question, limits: Limits) -> Reply:
    """The answer to one question; what is wrong with a query or too much in an answer is a reply too."""
    try:
        found = ask(store, question.sparql, question.dataset)
        if isinstance(found, QueryTriples):
            return _graph(found, question.graph, limits)
        return _rows(found, question.rows, limits)
    except _RefusedError as error:
        return refusal(error.status, str(error))
    except MemoryError:
        return too_large(limits)
    except (QueryError, OSError, ValueError) as error:
        return refusal(400, str(error))


class _RefusedError(Exception):
    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


def _too_many(limit: int, unit: str) -> _RefusedError:
    return _RefusedError(400, f"the answer has more than {limit:,} {unit}; ask for less, for example with LIMIT")


class _Sheet(BytesIO):
    """Bytes, and lines where each is a row, up to the limits."""

    def __init__(self, limits: Limits, *, rows_are_lines: bool = False) -> None:
        super().__init__()
        self._limits = limits
        self._rows = -1 if rows_are_lines else None  # the first line has the names

    def write(self, part: "ReadableBuffer", /) -> int:
        data = bytes(part)
        if self.tell() + len(data) > self._limits.bytes:
            raise _too_many(self._limits.bytes, "bytes")
        if self._rows is not None:
            self._rows += data.count(b"\n")
            if self._rows > self._limits.rows:
                raise _too_many(self._limits.rows, "rows")
        return super().write(data)


def _rows(found: QuerySolutions | QueryBoolean, media_type: str | None, limits: Limits) -> Reply:
    """Rows are counted as they are read: as TSV, the one form where every row is one line."""
    media_type = _taken(media_type, "rows")
    lines, sheet = _Sheet(limits, rows_are_lines=True), _Sheet(limits)
    found.serialize(lines, QueryResultsFormat.TSV)
    read = parse_query_results(lines.getvalue(), QueryResultsFormat.TSV)
    read.serialize(sheet, QueryResultsFormat.from_media_type(media_type))
    return _reply(media_type, sheet)


def _graph(found: QueryTriples, media_type: str | None, limits: Limits) -> Reply:
    media_type = _taken(media_type, "a graph")
    triples = list(islice(found, limits.rows + 1))
    if len(triples) > limits.rows:
        raise _too_many(limits.rows, "triples")
    sheet, form = _Sheet(limits), RdfFormat.from_media_type(media_type)
    serialize(sorted(triples, key=str), sheet, form, prefixes=dict(ontology.load().prefixes))
    return _reply(media_type, sheet)


def _taken(media_type: str | None, kind: str) -> str:
    if media_type is None:
        raise _RefusedError(406, f"this query gives {kind}; no form that your Accept header names fits that")
    return media_type


def _reply(media_type: str, sheet: BytesIO) -> Reply:
    content = sheet.getvalue()
    return Reply(200, media_type, legal(content.decode()).encode() if media_type.endswith("xml") else content)
