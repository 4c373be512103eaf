"""Work that a second process does while this one goes on: a copy of it, so that nothing has to be sent there."""

import ctypes
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context

# Other systems have no copies, or none to be trusted.
COPIES = sys.platform == "linux"
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG, see prctl(2)


@contextmanager
def beside(work: Callable[[], None], *, worth: bool = True) -> Iterator[None]:
    """Do some work while the block runs; after it where there are no copies, or where it is not worth one.

    The work changes nothing in the memory of this process. What a copy fails to do is done again here, where errors
    are heard.
    """
    copy = get_context("fork").Process(target=_quietly, args=(work, os.getpid())) if COPIES and worth else None
    if copy:
        copy.start()
    try:
        yield
    except BaseException:
        if copy:
            copy.kill()
            copy.join()
        raise
    if copy:
        copy.join()
    if not copy or copy.exitcode:
        work()


def _quietly(work: Callable[[], None], first: int) -> None:
    """A copy that outlived the first process would write among the files of the next run."""
    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != first:
        raise SystemExit(1)
    try:
        work()
    except BaseException as error:  # Ctrl-C too, which the first process hears as well
        raise SystemExit(1) from error
