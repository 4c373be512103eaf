"""`kg serve`: open a built folder in the browser, with a SPARQL editor and endpoint."""

from argparse import ArgumentParser, Namespace
from contextlib import suppress
from pathlib import Path

from kg.cli.console import DONE, say

PURPOSE = "open a built folder in the browser, with a SPARQL editor and endpoint"
EXAMPLE = "kg serve output --port 8000"


def arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="folder of a build")
    parser.add_argument("--port", type=int, default=8000, metavar="N", help="port on 127.0.0.1; 0 takes any free one")


def run(given: Namespace) -> int:
    """Serve until Ctrl-C."""
    from kg.serve.server import serve

    with suppress(KeyboardInterrupt):
        serve(given.folder, given.port, lambda address: say(f"{address} (Ctrl-C ends it)"))
    return DONE
