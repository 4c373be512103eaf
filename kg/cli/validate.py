"""`kg validate`: check a graph against the SHACL shapes."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from kg.cli.console import ATTENTION, DONE, show

PURPOSE = "check a graph against ontology/shapes.ttl (SHACL)"
EXAMPLE = "kg validate output"


def arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("graph", type=Path, metavar="DIR_OR_TTL", help="folder of a build, or a Turtle file")


def run(given: Namespace) -> int:
    """Print the report."""
    from kg.validate import validate

    verdict = validate(given.graph)
    show(verdict.report)
    return DONE if verdict.conforms else ATTENTION
