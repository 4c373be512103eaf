"""`kg build`: read pages and write the graph and its views."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from kg.cli.console import progress, say, told

PURPOSE = "read pages and write the graph and its views"
EXAMPLE = "kg build seeds -o output"


def arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a .txt file or a folder of them")
    parser.add_argument("-o", "--out", required=True, type=Path, metavar="DIR", help="folder to write into")


def run(given: Namespace) -> int:
    """Build, and say how much was found and where to begin."""
    from kg import pipeline

    sources = pipeline.read_all(given.paths)
    extractions = pipeline.extract(sources.documents)
    graph = pipeline.build(progress(extractions, len(sources.documents)), sources.skipped, given.out)
    status = told(sources.skipped)
    say(
        f"{len(graph.documents)} documents, {len(graph.entities)} entities, {len(graph.relations)} relations"
        f" in {given.out}; begin with {given.out / 'summary.md'} or {given.out / 'graph.html'}"
    )
    return status
