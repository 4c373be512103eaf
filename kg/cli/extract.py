"""`kg extract`: write what each page says as JSON Lines or as a Parquet table."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli import engine
from kg.cli.console import show, told
from kg.cli.paths import table
from kg.errors import KgError

if TYPE_CHECKING:
    from kg.model import Extraction

PURPOSE = "write what each page says as JSON Lines or as a Parquet table"
EXAMPLE = "kg extract page.txt"


def arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    engine.arguments(parser)
    parser.add_argument("-o", "--out", type=table, metavar="FILE.parquet", help="write a Parquet table, print nothing")


def run(given: Namespace) -> int:
    """Print one object a document, or write one row a document."""
    from kg.export import jsonl

    reading = engine.reading(given)
    if given.out:
        _write(reading.extractions, given.out)
    else:
        _print(map(jsonl.line, reading.extractions))
    return told(reading.skipped)


def _print(lines: Iterator[str]) -> None:
    results = sys.stdout
    with redirect_stdout(results and sys.stderr):  # Ray prints what happens to its nodes
        for line in lines:
            show(line, results)


def _write(extractions: "Iterator[Extraction]", out: Path) -> None:
    from kg.export.aside import aside

    try:
        from kg.export import parquet
    except ModuleNotFoundError as error:
        raise KgError("Parquet needs pyarrow; run: pip install 'district-kg[cluster]'") from error
    with aside(out.parent) as draft:
        parquet.write(extractions, draft / out.name)
