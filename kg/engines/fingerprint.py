"""One mark for all that decides what is read from a page: this program, its models and word lists, what runs them."""

import re
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import requires, version
from pathlib import Path

from kg.ontology import ONTOLOGY

_PACKAGE = Path(__file__).parents[1]
_MODELS = _PACKAGE / "models"


@cache
def fingerprint() -> str:
    """A SHA-256 that changes with every file and every version that may change an extraction."""
    return marked(_files(), _versions())


def marked(files: Iterator[Path], versions: Iterator[str]) -> str:
    """The SHA-256 of the contents of files and of versions, in their order."""
    mark = sha256()
    for part in (*(file.read_bytes() for file in files), *(each.encode() for each in versions)):
        mark.update(sha256(part).digest())
    return mark.hexdigest()


def _files() -> Iterator[Path]:
    """All code and not only that of the extraction: nobody has to remember to keep a list of it."""
    yield from sorted(_PACKAGE.glob("*.py"))
    for room in sorted(file.parent for file in _PACKAGE.glob("*/__init__.py")):
        yield from sorted(room.rglob("*.py"))
    for folder in (_MODELS, ONTOLOGY):
        yield from sorted(file for file in folder.rglob("*") if file.is_file())


def _versions() -> Iterator[str]:
    yield sys.version
    for need in sorted(requires("district-kg") or ()):
        if "extra ==" not in need:
            name = re.split(r"[^\w.-]", need)[0]
            yield f"{name} {version(name)}"
