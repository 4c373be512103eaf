"""Files to documents: their text as it stands, and of what cannot be read the reason."""

import hashlib
import re
from pathlib import Path

from kg.documents.encoding import AS_UTF8, CONTROL, decode
from kg.documents.formats import READERS
from kg.errors import SourceError
from kg.model import Document

LONGEST = 2_500_000  # characters of a document: more than 5 MB of Chinese text
_HAN = re.compile("[\u3400-\u9fff]")
_LARGEST = 256 * 2**20  # bytes of a file: pictures make some large


def read(path: Path, name: str) -> Document:
    """One document; line ends stay as they are.

    HTML, Markdown, Word and PDF files give the text that `kg.documents.formats` finds in them, and offsets count the
    code points of that. All others are text in UTF-8, UTF-16 or GB18030.

    :raises SourceError: when the file cannot be opened, is empty, too large or no Chinese text, or it or its name is in
        another encoding.
    """
    if not _is_unicode(name):
        raise SourceError(path, "its name is not UTF-8", "rename it")
    return parse(_content(path), path, name)


def parse(content: bytes, path: Path, name: str) -> Document:
    """The document that a file with this content is, without opening it; `path` says what kind of file.

    :raises SourceError: as `read` does.
    """
    text = READERS.get(path.suffix.lower(), _plain)(content, path) if content else ""
    if not text.strip():
        raise SourceError(path, "holds no text", "remove it or fill it")
    if not _HAN.search(text):
        raise SourceError(path, "holds no Chinese text", "leave it out")
    if len(text) > LONGEST:
        raise SourceError(path, f"has {len(text):,} characters, more than {LONGEST:,}", "split it into several files")
    return Document(name, text, hashlib.sha256(content).hexdigest())


def _is_unicode(name: str) -> bool:
    """Python puts lone surrogates for the bytes of a file name that it cannot decode; no output can hold them."""
    return not re.search("[\ud800-\udfff]", name)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except OSError as error:
        raise SourceError(path, error.strerror or str(error), "check that it is a file you may read") from error
    if len(content) > _LARGEST:
        raise SourceError(path, f"is larger than {_LARGEST >> 20} MB", "split it into several files")
    return content


def _plain(content: bytes, path: Path) -> str:
    text = decode(content, path)
    if control := CONTROL.search(text):
        raise SourceError(path, f"not a text file (U+{ord(control[0]):04X} at character {control.start()})", AS_UTF8)
    return text
