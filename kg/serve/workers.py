"""A few processes that answer; one that takes too long or too much is ended, and another takes its place."""

import multiprocessing
import signal
from pathlib import Path
from queue import Empty, Queue
from typing import Self

from kg.errors import KgError
from kg.serve import engine
from kg.serve.engine import Question, Reply, refusal
from kg.serve.limits import Limits
from kg.store import path_of

# Threads of the server are no company for fork.
_SPAWN = multiprocessing.get_context("spawn")


class Workers:
    """Processes that answer questions about the graph of a folder or file, each about one at a time.

    A graph that was built again is loaded again.
    """

    def __init__(self, source: Path, limits: Limits) -> None:
        self._limits = limits
        self._all = [_Worker(path_of(source), limits) for _ in range(limits.at_a_time)]
        self._idle = Queue[_Worker]()
        for worker in self._all:
            self._idle.put(worker)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._all:
            worker.stop()

    def ready(self) -> None:
        """Wait until all of them have read the graph.

        :raises KgError: when they cannot; its text names the file.
        """
        for worker in self._all:
            worker.ready()

    def answer(self, question: Question) -> Reply:
        """The reply to a question, from the first worker that is free; it waits no longer than the limits say."""
        try:
            worker = self._idle.get(timeout=self._limits.waiting)
        except Empty:
            return refusal(503, "too many questions at a time; ask again in a moment")
        try:
            return worker.answer(question)
        finally:
            self._idle.put(worker)


class _Worker:
    """One process at a time, started anew when the last one was stopped or knows an older graph."""

    def __init__(self, graph: Path, limits: Limits) -> None:
        self._graph, self._limits = graph, limits
        self._start()

    def _start(self) -> None:
        self._version = self._version_now()
        self._line, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=engine.run, args=(self._graph, self._limits, theirs), daemon=True)
        self._process.start()
        theirs.close()
        self._loaded = False

    def _version_now(self) -> int:
        return self._graph.stat().st_mtime_ns if self._graph.exists() else 0

    def ready(self) -> None:
        if not self._loaded and (reason := self._line.recv()):
            raise KgError(reason)
        self._loaded = True

    def stop(self) -> None:
        self._process.kill()
        self._process.join()

    def answer(self, question: Question) -> Reply:
        if not self._process.is_alive() or self._version != self._version_now():
            self.stop()
            self._start()
        try:
            return self._asked(question)
        except (EOFError, ConnectionError, KgError):
            self.stop()
            return self._last_words()
        except TimeoutError:
            self.stop()
            return refusal(503, f"no answer within {self._limits.seconds:g} seconds; ask for less")

    def _last_words(self) -> Reply:
        if self._process.exitcode == -signal.SIGABRT:  # what the engine does where it gets no more memory
            return engine.too_large(self._limits)
        return refusal(500, "the query engine stopped: that was too much for it, or graph.ttl cannot be read")

    def _asked(self, question: Question) -> Reply:
        self.ready()
        self._line.send(question)
        if not self._line.poll(self._limits.seconds):
            raise TimeoutError
        reply: Reply = self._line.recv()
        return reply
