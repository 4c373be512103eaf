"""Work that a second process does while this one goes on: a copy of it, so that nothing has to be sent there."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context

# Other systems have no copies, or none to be trusted.
COPIES = sys.platform == "linux"


@contextmanager
def beside(work: Callable[[], None], *, worth: bool = True) -> Iterator[None]:
    """Do some work while the block runs; after it where there are no copies, or where it is not worth one.

    The work changes nothing in the memory of this process. What a copy fails to do is done again here, where errors
    are heard.
    """
    copy = get_context("fork").Process(target=_quietly, args=(work,)) if COPIES and worth else None
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


def _quietly(work: Callable[[], None]) -> None:
    try:
        work()
    except BaseException as error:  # Ctrl-C too, which the first process hears as well
        raise SystemExit(1) from error
