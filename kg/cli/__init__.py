"""The command `kg`, one file a command; the one room that reads arguments and prints."""

import argparse
import sys
import traceback
from collections.abc import Sequence
from io import TextIOWrapper
from typing import Protocol

from kg.cli import build, evaluate, export, extract, query, review, serve, validate
from kg.cli.console import BROKEN, DONE, INTERRUPTED, WRONG, fault, say
from kg.errors import KgError


class Command(Protocol):
    """What each file of this room offers; `run` gives the exit code."""

    PURPOSE: str
    EXAMPLE: str

    def arguments(self, parser: argparse.ArgumentParser, /) -> None: ...
    def run(self, given: argparse.Namespace, /) -> int: ...


COMMANDS: dict[str, Command] = {
    "build": build,
    "extract": extract,
    "query": query,
    "export": export,
    "review": review,
    "serve": serve,
    "validate": validate,
    "evaluate": evaluate,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Exit codes: 0 done, 1 done but something needs attention, 2 wrong usage or unreadable input, 70 a fault of ours.
    """
    given = _parser().parse_args(argv)
    try:
        return _run(given)
    except KgError as error:
        say(f"kg: {error}")
        return WRONG
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output left; Python would complain about it once more
        return DONE
    except OSError as error:
        say(f"kg: {error.filename or 'output'}: {error.strerror or error}")
        return WRONG
    except KeyboardInterrupt:
        say("kg: interrupted")
        return INTERRUPTED
    except MemoryError:
        say("kg: not enough memory; split the largest files, or build with fewer of them")
        return WRONG
    except Exception as error:  # nobody should have to read a traceback, and we should hear of it
        if given.debug:
            traceback.print_exception(error)
        say(f"kg: {fault(error)}")
        return BROKEN


def _run(given: argparse.Namespace) -> int:
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # JSON Lines and Chinese names, whatever the locale
    status = COMMANDS[given.command].run(given)
    if sys.stdout is not None:
        sys.stdout.flush()  # a full disk or a closed pipe shows here, where it can be told
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kg", description="Knowledge graphs from Chinese local-government news.")
    parser.add_argument("--debug", action="store_true", help="show where in the program an unexpected fault arose")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", dest="command")
    for name, command in COMMANDS.items():
        text = f"{command.PURPOSE[0].upper()}{command.PURPOSE[1:]}."
        described = commands.add_parser(
            name, help=command.PURPOSE, description=text, epilog=f"Example: {command.EXAMPLE}"
        )
        command.arguments(described)
    return parser
