"""`kg extract`: print what each page says as JSON Lines."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from kg.cli.console import show, told

PURPOSE = "print what each page says as JSON Lines"
EXAMPLE = "kg extract page.txt"


def arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a .txt file or a folder of them")


def run(given: Namespace) -> int:
    """Print one object a document."""
    from kg import pipeline
    from kg.export import jsonl

    sources = pipeline.read_all(given.paths)
    for extraction in pipeline.extract(sources.documents):
        show(jsonl.line(extraction))
    return told(sources.skipped)
