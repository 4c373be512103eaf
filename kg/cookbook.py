"""The SPARQL cookbook of `ontology/queries`: questions that are often asked, each found by its number or name."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.errors import OntologyError, QueryError
from kg.ontology import ONTOLOGY

_FIRST_LINE = re.compile(r"# (?P<chinese>.+？) / (?P<english>.+\?)")
_WORD = re.compile(r"[\w-]+")
_NAMES = re.compile(r'"([^"]+)"@zh')


@dataclass(frozen=True, slots=True)
class Question:
    """One file of the cookbook: `number` and `name` are the parts of its file name, `sparql` is all of it."""

    path: Path
    number: str
    name: str
    chinese: str
    english: str
    sparql: str

    @property
    def names(self) -> tuple[str, ...]:
        """What it can be asked by: `04-cooperation`, `cooperation`, `04` and `4`."""
        return f"{self.number}-{self.name}", self.name, self.number, str(int(self.number))

    @property
    def about(self) -> tuple[str, ...]:
        """The names of things that it asks about, each once; readers put their own in their place."""
        return tuple(dict.fromkeys(_NAMES.findall(self.sparql)))


@cache
def questions() -> tuple[Question, ...]:
    """All questions, by number.

    :raises OntologyError: when a file does not begin with its question in both languages.
    """
    return tuple(_read(path) for path in sorted((ONTOLOGY / "queries").glob("*.rq")))


def find(asked: str) -> Question | None:
    """The question of this number or name, if there is one."""
    return next((question for question in questions() if asked in question.names), None)


def sparql(asked: str) -> str:
    """The SPARQL text that somebody asks for: of a question of the cookbook, else the very text.

    >>> sparql("posts") == sparql("1") == sparql("01-posts")
    True
    >>> sparql("ASK { ?any a kg:Place }")
    'ASK { ?any a kg:Place }'

    :raises QueryError: when it is a single word, which no SPARQL is, and no question has that name.
    """
    if question := find(asked):
        return question.sparql
    if _WORD.fullmatch(asked):
        raise QueryError(f"no question is called {asked!r}; `kg query DIR --list` names them all")
    return asked


def _read(path: Path) -> Question:
    text = path.read_text(encoding="utf-8")
    first = _FIRST_LINE.fullmatch(text.partition("\n")[0])
    if first is None:
        raise OntologyError(path, "line 1", "is no question of the form `# 中文？ / English?`")
    number, _, name = path.stem.partition("-")
    return Question(path, number, name, first["chinese"], first["english"], text)
