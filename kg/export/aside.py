"""Files that appear whole or not at all: written aside, and put in their place when all are done.

They are written into `.building`; its new name, `.built`, says in one step that all are there. A run that was killed
before is forgotten by the next one, one that was killed after is finished by it.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from kg.errors import OutputError

_DRAFT, _DONE, _LOCK = ".building", ".built", ".lock"
_REMEDY = "make room there, or name a folder that can be written"


@contextmanager
def aside(out: Path) -> Iterator[Path]:
    """A folder to write into, whose files replace those of `out` at the end; when something fails, none does.

    :raises OutputError: when `out` cannot be written, or another run is writing into it.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        with _alone(out):
            _finish(out)
            yield from _draft(out)
            _finish(out)
    except OSError as error:
        place = error.filename2 or error.filename or out  # of a failed renaming the target
        raise OutputError(place, f"{error.strerror or error}; {_REMEDY}") from error


@contextmanager
def _alone(out: Path) -> Iterator[None]:
    """Keep other runs out of a folder; the system lifts the lock of a run that was killed."""
    lock = FileLock(out / _LOCK, blocking=False)
    try:
        lock.acquire()
    except Timeout as error:
        raise OutputError(out, "another run is writing into it; wait for it, or name another folder") from error
    try:
        yield
    finally:
        with suppress(PermissionError):  # on Windows, where the release removes it
            (out / _LOCK).unlink(missing_ok=True)
        lock.release()


def _draft(out: Path) -> Iterator[Path]:
    draft = out / _DRAFT
    draft.mkdir()
    try:
        yield draft
        for path in draft.iterdir():
            if (out / path.name).is_dir():
                raise IsADirectoryError(None, "a folder stands where a file is to be written", str(out / path.name))
        draft.rename(out / _DONE)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _finish(out: Path) -> None:
    """Put the files of a finished run in their place, and take away those of an unfinished one."""
    if (out / _DRAFT).exists():
        shutil.rmtree(out / _DRAFT)
    if (out / _DONE).exists():
        for path in sorted((out / _DONE).iterdir()):
            path.replace(out / path.name)
        (out / _DONE).rmdir()
