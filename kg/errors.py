"""What can go wrong, by name; every error carries the data a reader needs to mend it."""

from pathlib import Path


class KgError(Exception):
    """Root of all errors of this package; its text is fit to be shown to a user."""


class SourceError(KgError):
    """An input that cannot be read: which file, why, and what to do."""

    def __init__(self, path: Path | str, reason: str, remedy: str) -> None:
        super().__init__(f"{path}: {reason}; {remedy}")
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


class QueryError(KgError):
    """A SPARQL query that the engine refuses, with the engine's reason."""


class OutputError(KgError):
    """A place that cannot be written: which path, why."""

    def __init__(self, path: Path | str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason
