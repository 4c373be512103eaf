"""`kg export`: write a built graph in other forms."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from kg.cli.console import DONE, say
from kg.export import FORMS

PURPOSE = "write a built graph in other forms"
EXAMPLE = "kg export output --format csv -o neo4j/import"


def arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("graph", type=Path, metavar="DIR_OR_TTL", help="folder of a build, or a Turtle file")
    files = "; ".join(f"{form}: {', '.join(writers)}" for form, writers in FORMS.items())
    parser.add_argument("--format", choices=tuple(FORMS), required=True, help=files)
    parser.add_argument("-o", "--out", type=Path, metavar="DIR", help="folder to write into (that of the graph)")


def run(given: Namespace) -> int:
    """Write the files of the form, and say which."""
    from kg.export.aside import aside
    from kg.restore import restore
    from kg.store import path_of

    graph, out = restore(given.graph), given.out or path_of(given.graph).parent
    writers = FORMS[given.format]
    with aside(out) as draft:
        for name, write in writers.items():
            write(graph, draft / name)
    written = ", ".join(str(out / name) for name in writers)
    say(f"{len(graph.entities)} entities, {len(graph.relations)} relations in {written}")
    return DONE
