"""`kg review`: let a person decide which entities are one and which relations are wrong."""

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path

from kg.cli.console import DONE, say
from kg.cli.numbers import count

PURPOSE = "decide which entities are one and which relations are wrong"
EXAMPLE = "kg review output --limit 20"


def arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="folder of a build; judgements.jsonl is kept there")
    parser.add_argument("--limit", type=count, metavar="N", help="ask at most N questions, those that matter most")
    parser.add_argument("--who", default=os.environ.get("USER", ""), metavar="NAME", help="your name, for the record")


def run(given: Namespace) -> int:
    """Ask, and say how to bring the answers into the graph."""
    from kg.cli.interview import Interview
    from kg.divisions import Divisions
    from kg.resolve.decisions import Decisions
    from kg.resolve.doubts import doubts
    from kg.resolve.judgements import FILE, read
    from kg.restore import restore

    path = given.folder / FILE
    graph, decisions = restore(given.folder), Decisions(read(path))
    undecided = [doubt for doubt in doubts(graph, Divisions.load()) if doubt.is_open(decisions)][: given.limit]
    answers = Interview(graph, path, given.who).ask(undecided)
    say(f"{len(undecided)} questions, {answers} answered" if undecided else "no questions")
    if answers:
        say(f"the answers are in {path}")
        say(f"to bring them into the graph, build it again: kg build PATH... -o {given.folder}")
    return DONE
