"""`kg query`: ask the built graph in SPARQL 1.1, in your own words or in those of the cookbook."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.console import DONE, say, show
from kg.errors import SourceError

if TYPE_CHECKING:  # takes long to load, and `kg --help` does without
    from pyoxigraph import Store

    from kg.cookbook import Question

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
        for each in cookbook.questions():
            show(f"{each.number}-{each.name}\n    {each.chinese}\n    {each.english}")
        return DONE
    sparql = _read(given.file) if given.file else cookbook.sparql(given.query)
    graph = store.load(given.graph)
    show(store.render(store.ask(graph, sparql), given.format).rstrip("\n"))
    if given.query and (question := cookbook.find(given.query)) and question.about:
        _explain_nothing(question, graph)
    return DONE


def _explain_nothing(question: "Question", graph: "Store") -> None:
    """Where a question has no answer: which names it asks about, and how to ask about others."""
    from kg import store

    _, *rows = store.render(store.ask(graph, question.sparql), "csv").splitlines()
    if not rows:
        names = "、".join(question.about)
        say(
            f"kg: no rows; this question asks about {names}: put another name into a copy of {question.path}"
            " and run it with --file"
        )


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise SourceError(path, error.strerror or "cannot be read", "name a file with SPARQL text") from error
    except UnicodeDecodeError as error:
        raise SourceError(path, "is no UTF-8 text", "save the SPARQL text as UTF-8") from error
