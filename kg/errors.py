"""What can go wrong, by name; every error carries the data a reader needs to mend it."""

from collections.abc import Mapping, Sequence
from pathlib import Path


class KgError(Exception):
    """Root of all errors of this package; its text is fit to be shown to a user."""

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        """Errors of other processes arrive whole, whatever arguments their class takes."""
        return _again, (type(self), str(self), self.__dict__)


def _again(kind: type[KgError], text: str, data: Mapping[str, object]) -> KgError:
    error = kind.__new__(kind, text)
    error.__dict__.update(data)
    return error


class SourceError(KgError):
    """An input that cannot be read: which file, why, and what to do."""

    def __init__(self, path: Path | str, reason: str, remedy: str) -> None:
        super().__init__(f"{shown(path)}: {reason}; {remedy}")
        self.path = path
        self.reason = reason
        self.remedy = remedy


class OntologyError(KgError):
    """A kind or a word list that does not hold together: which file, which entry, what is wrong."""

    def __init__(self, file: Path | str, entry: str, reason: str) -> None:
        super().__init__(f"{file}: {entry}: {reason}")
        self.file = file
        self.entry = entry
        self.reason = reason


class JudgementError(KgError):
    """Judgements that cannot all hold: which file, the steps from one thing to another, what speaks against it last."""

    def __init__(self, file: Path | str, steps: Sequence[str], lines: Sequence[int]) -> None:
        path = f"{', '.join(steps[:-1])}, but {steps[-1]}"
        super().__init__(f"{file}: {path}; these cannot all hold: correct or delete one of the lines")
        self.file = file
        self.path = path
        self.lines = tuple(lines)


class WorkerError(KgError):
    """A worker process that was ended while it read a document."""

    def __init__(self, document: str) -> None:
        super().__init__(
            f"{shown(document)}: the process that read it was killed, for lack of memory as a rule;"
            " close other programs or split the file, then run the command again"
        )
        self.document = document


class ClusterError(KgError):
    """A run on a cluster that failed, with the reason that Daft gives."""

    def __init__(self, reason: object) -> None:
        words = (str(reason).strip() or type(reason).__name__).splitlines()[-1]
        super().__init__(f"Daft could not read the documents: {shown(words)}")
        self.reason = reason


class QueryError(KgError):
    """A SPARQL query that the engine refuses, with the engine's reason."""


class OutputError(KgError):
    """A place that cannot be written: which path, why."""

    def __init__(self, path: Path | str, reason: str) -> None:
        super().__init__(f"{shown(path)}: {reason}")
        self.path = path
        self.reason = reason


def shown(name: object) -> str:
    r"""A name as messages can show it: on one line, with nothing that steers a terminal or that UTF-8 cannot write.

    >>> shown("会议\n.txt")
    '会议\\n.txt'
    """
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in str(name))
