"""Markdown (CommonMark with tables) without its marks."""

from collections.abc import Iterator
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from kg.documents.encoding import decode

_BREAKS = ("softbreak", "hardbreak")


def text(content: bytes, path: Path) -> str:
    """One line a paragraph, list item or cell, more where a line is broken; no addresses, pictures and HTML.

    :raises SourceError: when it is in an unknown encoding.
    """
    tokens = MarkdownIt().enable("table").parse(decode(content, path))
    return "\n".join(_lines(tokens))


def _lines(tokens: list[Token]) -> Iterator[str]:
    mark = ""
    for token in tokens:
        if token.type == "inline":
            yield mark + "".join(_words(token.children or []))
        elif token.type in ("fence", "code_block"):
            yield token.content.rstrip("\n")
        mark = "# " if token.type == "heading_open" else ""


def _words(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "code_inline"):
            yield token.content
        elif token.type in _BREAKS:
            yield "\n"
