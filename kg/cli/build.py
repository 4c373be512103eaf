"""`kg build`: read pages and write the graph and its views."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import date

from kg.cli import engine
from kg.cli.console import progress, say, told
from kg.cli.paths import folder

PURPOSE = "read pages and write the graph and its views"
EXAMPLE = "kg build seeds -o output"


def arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    engine.arguments(parser)
    parser.add_argument("-o", "--out", required=True, type=folder, metavar="DIR", help="folder to write into")
    parser.add_argument(
        "--min-confidence",
        type=_share,
        default=0.0,
        metavar="X",
        help="leave out relations less sure than X (0 to 1); mentions.jsonl keeps them",
    )
    parser.add_argument("--date", type=_iso, metavar="YYYY-MM-DD", help="the date of issue written into graph.ttl")
    parser.add_argument("--no-cache", action="store_true", help="read all pages again, and keep nothing for next time")


def run(given: Namespace) -> int:
    """Build, and say how much was found and where to begin."""
    from kg import pipeline
    from kg.engines.cache import FOLDER

    reading = engine.reading(given, None if given.no_cache else given.out / FOLDER)
    graph = pipeline.build(
        progress(reading.extractions, reading.files),
        reading.skipped,
        given.out,
        min_confidence=given.min_confidence,
        issued=given.date,
    )
    status = told(reading.skipped, graph.findings)
    say(
        f"{len(graph.documents)} documents, {len(graph.entities)} entities, {len(graph.relations)} relations"
        f" in {given.out}; begin with {given.out / 'summary.md'} or {given.out / 'explorer.html'}"
    )
    return status


def _share(text: str) -> float:
    try:
        if 0 <= (share := float(text)) <= 1:
            return share
    except ValueError:
        pass
    raise ArgumentTypeError(f"{text} is no confidence: write a number from 0 to 1, such as 0.6")


def _iso(text: str) -> str:
    try:
        if (iso := date.fromisoformat(text).isoformat()) == text:
            return iso
    except ValueError:
        pass
    raise ArgumentTypeError(f"{text} is no date: write year, month and day, such as 2026-03-05")
