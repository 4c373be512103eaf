"""Files to documents: find the text files, decode them, name what cannot be read."""

import codecs
import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from charset_normalizer import from_bytes

from kg.errors import SourceError
from kg.model import Document

_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
_HAN = re.compile("[\u4e00-\u9fff]")
_AS_UTF8 = "save it as UTF-8 text"


def find(paths: Sequence[Path]) -> tuple[list[tuple[Path, str]], list[SourceError]]:
    """The text files named, in the order given, each with its document name; and the paths that name none, with why.

    A file's name is its base name. A folder stands for the `.txt` files in and below it, sorted by name, hidden ones
    left out; their names are their paths relative to the folder. Files of one name get as many of their folders
    before it as tell them apart; a file named twice is read once.
    """
    files: dict[Path, tuple[Path, str]] = {}
    missing: list[SourceError] = []
    for path in paths:
        try:
            for file, name in _files(path):
                files.setdefault(file.resolve(), (file, name))
        except SourceError as error:
            missing.append(error)
    return _told_apart(list(files.values())), missing


def _told_apart(files: list[tuple[Path, str]]) -> list[tuple[Path, str]]:
    shared = {name for name, count in Counter(name for _, name in files).items() if count > 1}
    if not shared:
        return files
    return _told_apart([(path, _longer(path, name) if name in shared else name) for path, name in files])


def _longer(path: Path, name: str) -> str:
    return "/".join(path.resolve().parts[-len(Path(name).parts) - 1 :])


def _files(path: Path) -> list[tuple[Path, str]]:
    try:
        path.stat()
    except FileNotFoundError as error:
        raise SourceError(path, "no such file or folder", "check the path") from error
    except OSError as error:
        raise SourceError(path, error.strerror or str(error), "check the path and that you may read it") from error
    if not path.is_dir():
        return [(path, path.name)]
    files = sorted((inner.relative_to(path).as_posix(), inner) for inner in _texts(path))
    if not files:
        raise SourceError(path, "holds no .txt file", "name a folder of .txt files")
    return [(inner, name) for name, inner in files]


def _texts(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.suffix.lower() == ".txt" and path.is_file() and not hidden:
            yield path


def read(path: Path, name: str) -> Document:
    """One document, decoded as UTF-8, UTF-16 (with byte order mark) or GB18030; line ends stay as they are.

    :raises SourceError: when the file cannot be opened, is empty, is no text, or it or its name is in another encoding.
    """
    if not _is_unicode(name):
        raise SourceError(path, "its name is not UTF-8", "rename it")
    try:
        content = path.read_bytes()
    except OSError as error:
        raise SourceError(path, error.strerror or str(error), "check that it is a file you may read") from error
    text = _decode(content, path)
    if not text.strip():
        raise SourceError(path, "holds no text", "remove it or fill it")
    if control := _CONTROL.search(text):
        raise SourceError(path, f"not a text file (U+{ord(control[0]):04X} at character {control.start()})", _AS_UTF8)
    return Document(name, text, hashlib.sha256(content).hexdigest())


def _is_unicode(name: str) -> bool:
    """Python puts lone surrogates for the bytes of a file name that it cannot decode; no output can hold them."""
    return not re.search("[\ud800-\udfff]", name)


def _decode(content: bytes, path: Path) -> str:
    encoding = next((encoding for mark, encoding in _MARKS.items() if content.startswith(mark)), "utf-8")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8" and _is_gb18030(content, content[: error.start].decode()):
            return content.decode("gb18030")
        reason = f"neither {encoding} (byte {error.start} breaks it) nor GB18030"
        raise SourceError(path, reason, _AS_UTF8) from error


def _is_gb18030(content: bytes, as_utf8: str) -> bool:
    """GB18030 decodes nearly any bytes: they must not begin as Chinese in UTF-8, and look like a language."""
    return not _HAN.search(as_utf8) and from_bytes(content, cp_isolation=["gb18030"]).best() is not None
