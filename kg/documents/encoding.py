"""Bytes to text: in UTF-8, UTF-16 or GB18030, and never in another encoding that happens to fit."""

import codecs
import re
from pathlib import Path

from charset_normalizer import from_bytes

from kg.errors import SourceError

AS_UTF8 = "save it as UTF-8 text"
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")

_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_HAN = re.compile("[\u4e00-\u9fff]")
_USUAL = re.compile("[\t\n\r\x20-\x7e\u2010-\u2027\u3000-\u3017\u4e00-\u9fff\uff01-\uff5e]")
_MOST = 0.9  # of the characters of a text are usual ones; of bytes read as another encoding about half


def decode(content: bytes, path: Path) -> str:
    """The text of a file's bytes, in UTF-8, UTF-16 or GB18030.

    :raises SourceError: when they are in another encoding, or in several.
    """
    encoding = next((encoding for mark, encoding in _MARKS.items() if content.startswith(mark)), "utf-8")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8" and (text := _in_other(content, error.start)):
            return text
        raise SourceError(path, _reason(content, encoding, error.start), AS_UTF8) from error


def _in_other(content: bytes, broken: int) -> str | None:
    if b"\0" in content:
        return _utf16(content)
    # GB18030 decodes nearly any bytes: they must not be Chinese in UTF-8 in part, and look like a language.
    if _HAN.search(content[:broken].decode()) or _utf8_line(content):
        return None
    return content.decode("gb18030") if from_bytes(content, cp_isolation=["gb18030"]).best() else None


def _utf16(content: bytes) -> str | None:
    """UTF-16 without byte order mark, told by the zero bytes of its line breaks, digits and letters."""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = content.decode(encoding, "replace")
        if "\ufffd" not in text and _HAN.search(text) and len(_USUAL.findall(text)) > _MOST * len(text):
            return text
    return None


def _utf8_line(content: bytes) -> bool:
    """Whether some line has three Chinese characters in UTF-8, nine bytes that hardly any text in GB18030 has."""
    return any(len(_HAN.findall(line.decode(errors="replace"))) > 2 for line in content.split(b"\n") if _is_utf8(line))


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return not line.isascii()


def _reason(content: bytes, encoding: str, broken: int) -> str:
    if encoding == "utf-8" and _utf8_line(content):
        line = content.count(b"\n", 0, broken) + 1
        return f"mixes encodings: line {line} is not UTF-8 as others are"
    return f"neither {encoding} (byte {broken} breaks it) nor GB18030"
