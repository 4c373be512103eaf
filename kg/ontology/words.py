"""The ontology folder and its word lists."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import OntologyError

_PACKED = Path(__file__).parent.parent / "data" / "ontology"
ONTOLOGY: Path = _PACKED if _PACKED.is_dir() else Path(__file__).parent.parent.parent / "ontology"


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The word list `lexicon/{name}.toml`, parsed once; treat it as read-only.

    :raises OntologyError: when the list is missing or no valid TOML.
    """
    path = ONTOLOGY / "lexicon" / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise OntologyError(path, name, "no such word list") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise OntologyError(path, name, f"not valid TOML: {error}") from error


def any_of(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first.

    >>> any_of(["局", "商务局"])
    '商务局|局'
    """
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
