"""Paths to files: which documents are named, and how they are called."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.documents.formats import READERS
from kg.errors import SourceError

METADATA = "metadata.csv"  # says something of the files beside it, and is none of them

SUFFIXES = (".txt", *READERS)
_GRAPH, _VIEWS = "graph.ttl", {"explorer.html", "graph.html", "summary.md"}  # what a build leaves beside each other
_PERMISSION = "check the path and that you may read it"


def find(paths: Sequence[Path]) -> tuple[list[tuple[Path, str]], list[SourceError]]:
    """The documents named, in the order given, each with its name; and the paths that name none, with why.

    A file's name is its base name. A folder stands for the documents in and below it (`.txt` and the suffixes of
    `kg.documents.formats`), sorted by name, without hidden ones and the views of an earlier build; their names are
    their paths relative to the folder. Links to files are followed, those to folders named as missing. Files of one
    name get as many of their folders before it as tell them apart; a file named twice is read once, `metadata.csv`
    never.
    """
    files: dict[Path, tuple[Path, str]] = {}
    missing: list[SourceError] = []
    for path in paths:
        for file, name in _files(path, missing):
            files.setdefault(file.resolve(), (file, name))
    return _told_apart(list(files.values())), missing


def _told_apart(files: list[tuple[Path, str]]) -> list[tuple[Path, str]]:
    shared = {name for name, count in Counter(name for _, name in files).items() if count > 1}
    if not shared:
        return files
    return _told_apart([(path, _longer(path, name) if name in shared else name) for path, name in files])


def _longer(path: Path, name: str) -> str:
    return "/".join(path.resolve().parts[-len(Path(name).parts) - 1 :])


def _files(path: Path, missing: list[SourceError]) -> list[tuple[Path, str]]:
    try:
        path.stat()
    except FileNotFoundError:
        missing.append(SourceError(path, "no such file or folder", "check the path"))
        return []
    except (OSError, ValueError) as error:
        missing.append(SourceError(path, _reason(error), _PERMISSION))
        return []
    if not path.is_dir():
        return [(path, path.name)] if path.name != METADATA else []
    told = len(missing)
    files = sorted((inner.relative_to(path).as_posix(), inner) for inner in _below(path, missing))
    if not files and len(missing) == told:
        missing.append(SourceError(path, "holds no .txt file", f"name a folder of files in {', '.join(SUFFIXES)}"))
    return [(inner, name) for name, inner in files]


def _below(folder: Path, missing: list[SourceError]) -> Iterator[Path]:
    """The documents in and below a folder, without recursion: folders may lie deeper than Python calls functions."""
    waiting = [folder]
    while waiting:
        for entry in _listed(waiting.pop(), missing):
            path = Path(entry.path)
            if entry.is_dir(follow_symlinks=False):
                waiting.append(path)
            elif entry.is_symlink() and path.is_dir():
                missing.append(SourceError(path, "is a link to a folder", "name that folder itself to have it read"))
            elif _is_document(path) and not path.is_file():
                missing.append(SourceError(path, "is no file, or a link to none", "remove it"))
            elif _is_document(path):
                yield path


def _listed(folder: Path, missing: list[SourceError]) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name)
    except OSError as error:
        missing.append(SourceError(folder, _reason(error), _PERMISSION))
        return []


def _is_document(path: Path) -> bool:
    if path.name in _VIEWS and (path.parent / _GRAPH).exists():
        return False
    return path.suffix.lower() in SUFFIXES


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
