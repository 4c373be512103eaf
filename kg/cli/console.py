"""What commands say and where: results to standard output, messages to standard error, and the exit codes."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from traceback import extract_tb
from typing import TextIO, TypeVar

from kg.errors import OutputError, SourceError, shown

DONE, ATTENTION, WRONG, BROKEN, INTERRUPTED = 0, 1, 2, 70, 130
_PACKAGE = Path(__file__).parents[1]
T = TypeVar("T")


def show(text: str, to: TextIO | None = None) -> None:
    """Write a result to standard output, or to what it was before others were kept from it.

    :raises OutputError: when standard output was closed before the program began.
    """
    out = to or sys.stdout
    if out is None:
        raise OutputError("standard output", "is closed; send it to a file, such as with > FILE")
    out.write(f"{text}\n")


def say(message: str) -> None:
    """Write a message, if there is where to."""
    if sys.stderr is not None:
        sys.stderr.write(f"{message}\n")


def told(skipped: Sequence[SourceError], findings: Sequence[str] = ()) -> int:
    """Name what was skipped and what checks found wrong; the exit code that says whether there was anything."""
    for error in skipped:
        say(f"kg: skipped {error}")
    for finding in findings:
        say(f"kg: {finding}")
    return ATTENTION if skipped or findings else DONE


def fault(error: Exception) -> str:
    """One line that asks for a report of an error that nobody foresaw: what it is, and where in our files."""
    places = [frame for frame in extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(_PACKAGE)]
    where = [f"{Path(last.filename).relative_to(_PACKAGE.parent).as_posix()}:{last.lineno}" for last in places[-1:]]
    what = ": ".join([type(error).__name__, *where, *([shown(error)] if str(error) else [])])
    return f"a fault of the program ({what}); please report this line and, if you can, the page; kg --debug shows more"


def progress(steps: Iterable[T], total: int) -> Iterable[T]:
    """The same steps, with a bar on standard error where that is a terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        return steps
    from rich.console import Console
    from rich.progress import track

    return track(steps, description="reading pages", total=total, console=Console(stderr=True))
