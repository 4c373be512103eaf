"""`kg query`: ask the built graph in SPARQL 1.1, in your own words or in those of the cookbook."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from kg.cli.console import DONE, show
from kg.errors import SourceError

PURPOSE = "ask the built graph in SPARQL 1.1"
EXAMPLE = "kg query output posts --format csv"


def arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("graph", type=Path, metavar="DIR_OR_TTL", help="folder of a build, or a Turtle file")
    asked = parser.add_mutually_exclusive_group(required=True)
    asked.add_argument("query", nargs="?", help="the SPARQL text, or the name of a question of --list")
    asked.add_argument("--file", type=Path, metavar="F.rq", help="a file with the SPARQL text")
    asked.add_argument("--list", action="store_true", help="name the questions that come with the program")
    parser.add_argument("--format", choices=("table", "csv", "json", "ttl"), default="table")


def run(given: Namespace) -> int:
    """Print the answer, or the questions."""
    from kg import cookbook, store

    if given.list:
        for question in cookbook.questions():
            show(f"{question.number}-{question.name}\n    {question.chinese}\n    {question.english}")
        return DONE
    sparql = _read(given.file) if given.file else cookbook.sparql(given.query)
    show(store.render(store.query(given.graph, sparql), given.format).rstrip("\n"))
    return DONE


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(path, f"no query can be read: {error}", "name a UTF-8 file with SPARQL text") from error
