"""SPARQL 1.1 over a built graph, read-only and offline: load, ask, and print the answer."""

import csv
import re
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO, StringIO
from pathlib import Path
from typing import Literal as OneOf

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    parse,
    serialize,
)
from rich.cells import cell_len

from kg import ontology
from kg.errors import QueryError, SourceError
from kg.export.plain import no_formula

Answer = QuerySolutions | QueryBoolean | QueryTriples
Format = OneOf["table", "csv", "json", "ttl"]


@dataclass(frozen=True, slots=True)
class Dataset:
    """IRIs of the graphs that a query reads, instead of those it names itself."""

    default: tuple[str, ...]
    named: tuple[str, ...]


_Term = NamedNode | BlankNode | Literal | Triple

# What may hold the word SERVICE without being the keyword: strings, IRIs, comments, variables, local names.
_HARMLESS = re.compile(
    r'"""(?:[^\\]|\\.)*?"""|\'\'\'(?:[^\\]|\\.)*?\'\'\'|"(?:[^"\\\n\r]|\\.)*"|\'(?:[^\'\\\n\r]|\\.)*\''
    r'|<[^<>"{}|^`\s]*>|#[^\n\r]*|[?$]\w+|:\w+',
    re.ASCII | re.DOTALL,
)
# The first word behind declarations and comments.
_BEGINNING = re.compile(
    r"(?:\s+|#[^\n\r]*|BASE\s*<[^>]*>|PREFIX\s*[^\s:]*:\s*<[^>]*>)*(?P<word>\w*)", re.ASCII | re.IGNORECASE
)
_BEGINS_QUERIES = {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE", "PREFIX", "BASE", "VERSION"}
_BEGINS_UPDATES = {"INSERT", "DELETE", "WITH", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD"}
READ_ONLY = "the graph is read-only and takes no updates"
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def query(source: Path, sparql: str) -> Answer:
    """The answer to a SPARQL query over `graph.ttl` in a folder, or over a Turtle file.

    The prefixes of `ontology/kg.ttl` need not be declared.

    :raises SourceError: when there is no such graph, or it is no Turtle.
    :raises QueryError: when the engine refuses the query, or the query would leave this machine.
    """
    return ask(load(source), sparql)


def load(source: Path, wanted: Callable[[Quad], bool] | None = None) -> Store:
    """A store in memory with the graph of a folder or file; Turtle, unless its name ends like another RDF format.

    Of what the file says, only what is `wanted` if that is given: most of the time goes into the store.

    :raises SourceError: when there is no such graph, or it is no Turtle.
    """
    path = path_of(source)
    store = Store()
    try:
        form = RdfFormat.from_extension(path.suffix[1:]) or RdfFormat.TURTLE
        if wanted:
            store.bulk_extend(filter(wanted, parse(path=str(path), format=form)))
        else:
            store.bulk_load(path=str(path), format=form)
    except OSError as error:
        raise SourceError(path, "cannot be read as a graph", "build one with `kg build PATH... -o DIR`") from error
    except SyntaxError as error:
        raise SourceError(path, f"is no Turtle: {error}", "build it again with `kg build`") from error
    return store


def path_of(source: Path) -> Path:
    """The Turtle file of a folder that `kg build` wrote, or the file itself."""
    return source / "graph.ttl" if source.is_dir() else source


def ask(store: Store, sparql: str, dataset: Dataset | None = None) -> Answer:
    """The answer to a SPARQL query over a loaded store; rows come as they are read. Relative IRIs are ids of the graph.

    :raises QueryError: when the engine refuses the query, or the query would leave this machine.
    """
    if _calls_service(sparql):
        raise QueryError("SERVICE is not allowed: queries never leave this machine")
    try:
        prefixes = dict(ontology.load().prefixes)
        return store.query(
            sparql,
            base_iri=prefixes["id"],
            prefixes=prefixes,
            default_graph=[NamedNode(iri) for iri in dataset.default] if dataset else None,
            named_graphs=[NamedNode(iri) for iri in dataset.named] if dataset else None,
        )
    except (SyntaxError, OSError, ValueError) as error:
        raise QueryError(_explained(sparql, str(error))) from error


def render(answer: Answer, form: Format = "table") -> str:
    """An answer as text: an aligned table, CSV or JSON as SPARQL 1.1 defines them, or Turtle.

    In CSV no text begins as a formula does (`kg.export.plain.no_formula`), since people open it in a spreadsheet.

    :raises QueryError: when that kind of answer has no such form, or the engine fails while it reads rows.
    """
    try:
        if form == "table":
            return _table(answer)
        if isinstance(answer, QueryTriples) and form == "ttl":
            return _turtle(answer)
        if not isinstance(answer, QueryTriples) and form in ("csv", "json"):
            return _results(answer, form)
    except (OSError, ValueError) as error:
        raise QueryError(str(error)) from error
    graph = isinstance(answer, QueryTriples)
    raise QueryError(f"this query gives {'a graph: use table or ttl' if graph else 'rows: use table, csv or json'}")


def _calls_service(sparql: str) -> bool:
    unescaped = _ESCAPE.sub(lambda found: chr(int(found[1] or found[2], 16) % 0x110000), sparql)
    return any("service" in _HARMLESS.sub(" ", text).lower() for text in (sparql, unescaped))


def _explained(sparql: str, message: str) -> str:
    """What is wrong with a query and where: its beginning in our words, what follows in the engine's."""
    begun = next(_BEGINNING.finditer(sparql))
    if (word := begun["word"].upper()) not in _BEGINS_QUERIES:
        reason = READ_ONLY if word in _BEGINS_UPDATES else "a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE"
        at = begun.start("word")
        return _placed(sparql, sparql.count("\n", 0, at) + 1, at - sparql.rfind("\n", 0, at), reason)
    # The lists of character ranges that the engine expects help nobody.
    message = re.sub(r",?\s*\[['_][^\]]*\]", "", message)
    place = re.match(r"error at (\d+):(\d+): (.*)", message, re.DOTALL)
    if place is None:
        return message
    reason = "no SPARQL from here on" if place[3].strip() == "expected" else place[3]
    unknown = "Prefix not found" in reason
    return _placed(sparql, int(place[1]), int(place[2]), "this prefix is not declared" if unknown else reason)


def _placed(sparql: str, line: int, column: int, reason: str) -> str:
    """A reason, above the line and the mark below the column (both from 1) that it is about."""
    text = (sparql.splitlines() or [""])[line - 1 :][:1]
    shown = "".join(f"\n  {each}\n  {' ' * cell_len(each[: column - 1])}^" for each in text)
    return f"line {line}, column {column}: {reason}{shown}"


def _results(answer: QuerySolutions | QueryBoolean, form: str) -> str:
    kind = QueryResultsFormat.CSV if form == "csv" else QueryResultsFormat.JSON
    content = (answer.serialize(format=kind) or b"").decode("utf-8")
    return _without_formulas(content) if form == "csv" else content


def _without_formulas(table: str) -> str:
    output = StringIO(newline="")
    csv.writer(output).writerows([no_formula(cell) for cell in row] for row in csv.reader(StringIO(table, newline="")))
    return output.getvalue()


def _turtle(answer: QueryTriples) -> str:
    prefixes = dict(ontology.load().prefixes)
    output = BytesIO()
    serialize(sorted(answer, key=str), output, RdfFormat.TURTLE, prefixes=prefixes)
    return output.getvalue().decode("utf-8")


def _table(answer: Answer) -> str:
    if isinstance(answer, QueryBoolean):
        return f"{str(bool(answer)).lower()}\n"
    if isinstance(answer, QueryTriples):
        triples = sorted(answer, key=str)
        return _aligned([["subject", "predicate", "object"], *(list(map(cell, triple)) for triple in triples)])
    return _aligned([[name.value for name in answer.variables], *(list(map(cell, row)) for row in answer)])


def _aligned(rows: list[list[str]]) -> str:
    """Columns as wide as their widest cell on a terminal, where a Chinese character takes two places."""
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    header, *body = (
        "  ".join(cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )
    return "".join(f"{line}\n" for line in (header, "  ".join("-" * width for width in widths), *body))


def cell(value: _Term | None) -> str:
    """A term in one line: a literal as its text, an IRI by its prefix."""
    text = "" if value is None else short(value.value) if isinstance(value, NamedNode) else _text(value)
    return in_line(text)


def in_line(text: str) -> str:
    """A text in one line, without control characters: they could steer a terminal."""
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())


def _text(value: BlankNode | Literal | Triple) -> str:
    return value.value if isinstance(value, Literal) else str(value)


def short(iri: str) -> str:
    """An IRI by the prefix that `kg.ttl` declares for it, as it is where there is none."""
    fitting = ((name, space) for name, space in ontology.load().prefixes.items() if iri.startswith(space))
    return next((f"{name}:{iri.removeprefix(space)}" for name, space in fitting), iri)
