"""Extraction on all cores: worker processes read documents, and what they read comes back in the order asked."""

import os
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context

from kg.engines.start import lightly
from kg.errors import WorkerError
from kg.model import Document, Extraction

# Below so many characters one process is done before others have loaded the models.
_FEW = 100_000
_AHEAD = 4  # documents a worker that may be read before the one whose turn it is


def extract(documents: Sequence[Document], jobs: int | None = None) -> Iterator[Extraction]:
    """What each document says, in order; the same as `kg.pipeline.extract`, sooner.

    `jobs` is the most processes to use, by default one for each core that this process may use.

    :raises WorkerError: when a worker ends while it reads alone, for lack of memory as a rule.
    """
    workers = min(jobs or cores(), len(documents))
    if workers > 1 and sum(len(document.text) for document in documents) >= _FEW:
        return _parallel(documents, workers)
    from kg import pipeline

    return pipeline.extract(documents)


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _parallel(documents: Sequence[Document], workers: int) -> Iterator[Extraction]:
    """A system short of memory kills workers: half as many go on where the documents are missing."""
    done = 0
    while done < len(documents):
        try:
            for extraction in _pooled(documents[done:], workers):
                done += 1
                yield extraction
        except BrokenProcessPool as error:
            if workers == 1:
                raise WorkerError(documents[done].name) from error
            workers //= 2


def _pooled(documents: Sequence[Document], workers: int) -> Iterator[Extraction]:
    pool = ProcessPoolExecutor(workers, get_context("spawn"), initializer=_begin)
    rest, waiting = iter(documents), deque[Future[Extraction]]()
    try:
        while True:
            with _deaf():
                waiting += [pool.submit(_read, document) for document in islice(rest, _AHEAD * workers - len(waiting))]
            if not waiting:
                return
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _deaf() -> Iterator[None]:
    """Ctrl-C goes to all processes: those that start in here must not hear it before they can end quietly."""
    heard = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, heard)


def _begin() -> None:
    lightly()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _read(document: Document) -> Extraction:
    from kg import pipeline  # here, not above: loading takes a second, in which a worker must hear Ctrl-C

    (extraction,) = pipeline.extract([document])
    return extraction
