"""Read annotated texts: `NAME.ann.txt` (mentions marked as ⟦CODE|surface|canonical⟧) with `NAME.rel.tsv`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.documents.encoding import decode
from kg.errors import SourceError

TRAIN, DEV = (Path(__file__).parent / "corpus" / folder for folder in ("train", "dev"))
MARK = re.compile(r"⟦(ORG|LOC|PRG|PER)\|([^⟦⟧|]+)(?:\|([^⟦⟧|]+))?⟧")
CLASSES = {"ORG": "Organization", "LOC": "Place", "PRG": "Programme", "PER": "Person"}


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A marked span; offsets count code points of the unmarked text, `name` is the entity's canonical name."""

    start: int
    end: int
    type: str
    text: str
    name: str


@dataclass(frozen=True, slots=True)
class GoldRelation:
    """A stated fact between two canonical names; `evidence` is a short exact quote."""

    type: str
    head: str
    tail: str
    title: str
    evidence: str


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """One text with its marks taken off."""

    name: str
    text: str
    mentions: tuple[GoldMention, ...]
    relations: tuple[GoldRelation, ...]


def read_folder(folder: Path) -> Iterator[AnnotatedText]:
    """All annotated texts of a folder, by name.

    :raises SourceError: when there is no such folder, or it holds none, or (as they are read) as `read_annotated`.
    """
    if not folder.is_dir():
        raise SourceError(folder, "there is no such folder", "name a folder of annotated texts")
    paths = sorted(folder.glob("*.ann.txt"))
    if not paths:
        raise SourceError(folder, "holds no *.ann.txt", "name a folder of annotated texts")
    return map(read_annotated, paths)


def read_annotated(path: Path) -> AnnotatedText:
    """One annotated text with the relations beside it (none when there is no `.rel.tsv`).

    :raises SourceError: when a line of the relations has too few or too many columns, or a file an unknown encoding.
    """
    marked = decode(path.read_bytes(), path)
    pieces: list[str] = []
    mentions: list[GoldMention] = []
    last = length = 0
    for match in MARK.finditer(marked):
        plain, (code, surface, canonical) = marked[last : match.start()], match.groups()
        start = length + len(plain)
        length = start + len(surface)
        name = canonical or re.sub(r"\s+", "", surface)
        mentions.append(GoldMention(start, length, CLASSES[code], surface, name))
        pieces += plain, surface
        last = match.end()
    text = "".join([*pieces, marked[last:]])
    name = path.name.removesuffix(".ann.txt")
    return AnnotatedText(name, text, tuple(mentions), tuple(_relations(path.with_name(f"{name}.rel.tsv"))))


def _relations(path: Path) -> Iterator[GoldRelation]:
    if not path.exists():
        return
    for number, line in enumerate(decode(path.read_bytes(), path).splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            kind, head, tail, title, quote = _cells(path, number, line)
            yield GoldRelation(kind, head, tail, title, quote)


def _cells(path: Path, number: int, line: str) -> list[str]:
    """The five columns of a line; the last two may be left out."""
    cells = [cell.strip() for cell in line.split("\t")]
    if not 3 <= len(cells) <= 5:
        reason = f"line {number} has {len(cells)} column{'s' if len(cells) > 1 else ''}, {line!r}"
        raise SourceError(path, reason, "write relation, head, tail, title and quote with tabs between")
    return [*cells, "", ""][:5]
