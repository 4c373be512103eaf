"""Text from pages made fit for files: nothing that a format forbids, and on one line where a view needs that."""

import re

# What XML 1.0 section 2.2 leaves out: most control characters, lone surrogates, U+FFFE and U+FFFF.
ILLEGAL = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
_ILLEGAL = re.compile(f"[{ILLEGAL}]")
# What a spreadsheet takes for the beginning of a formula, unless it is a number.
_BEGINS, _NUMBER = {"=": "＝", "+": "＋", "-": "－", "@": "＠"}, re.compile(r"[+-]?[\d.]+(e[+-]?\d+)?", re.IGNORECASE)
_BESIDE_CHINESE = re.compile(r"(?<![\x21-\x7e]) | (?![\x21-\x7e])")


def legal(text: str) -> str:
    """The text without the characters that XML 1.0 forbids and UTF-8 cannot write."""
    return _ILLEGAL.sub("", text)


def one_line(text: str, *, limit: int | None = None) -> str:
    r"""Legal text without line breaks, and without blanks but between Latin words; cut to `limit` characters.

    >>> one_line("天津市\n  河西区 AI\nCity")
    '天津市河西区AI City'
    """
    line = " ".join(legal(text).split())
    if " " in line:
        line = _BESIDE_CHINESE.sub("", line)
    return line if limit is None or len(line) <= limit else f"{line[: limit - 1]}…"


def no_formula(text: str) -> str:
    """The text as a cell of CSV: where a spreadsheet would run it, its first character is full-width.

    >>> no_formula("=1+1"), no_formula("-5")
    ('＝1+1', '-5')
    """
    text = text.lstrip("\t\r") if text[:1] in "\t\r" else text
    return text if _NUMBER.fullmatch(text) else _BEGINS.get(text[:1], text[:1]) + text[1:]
