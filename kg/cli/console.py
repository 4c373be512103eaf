"""What commands say and where: results to standard output, messages to standard error, and the exit codes."""

import sys
from collections.abc import Iterable, Sequence
from typing import TypeVar

from kg.errors import SourceError

DONE, ATTENTION, WRONG, INTERRUPTED = 0, 1, 2, 130
T = TypeVar("T")


def show(text: str) -> None:
    """Write a result."""
    sys.stdout.write(f"{text}\n")


def say(message: str) -> None:
    """Write a message."""
    sys.stderr.write(f"{message}\n")


def told(skipped: Sequence[SourceError]) -> int:
    """Name what was skipped; the exit code that says whether anything was."""
    for error in skipped:
        say(f"kg: skipped {error}")
    return ATTENTION if skipped else DONE


def progress(steps: Iterable[T], total: int) -> Iterable[T]:
    """The same steps, with a bar on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        return steps
    from rich.console import Console
    from rich.progress import track

    return track(steps, description="reading pages", total=total, console=Console(stderr=True))
