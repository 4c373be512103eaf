"""HTML: what a page says, without its menus."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from kg.documents.encoding import decode
from kg.errors import SourceError

_SILENT = re.compile("aside|button|canvas|footer|form|head|iframe|nav|noscript|object|script|select|style|svg|template")
_INLINE = re.compile(
    "a|abbr|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|img|ins|kbd|label|mark|q|s|samp|small|span|strike|strong"
    "|sub|sup|time|tt|u|var|wbr"
)
_HEADLINE = re.compile("h[1-6]")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")
_MENU = 0.5  # a line with more of its characters in links is a menu or a list of other pages


def text(content: bytes, path: Path) -> str:
    """One line a block of the page. Scripts, forms, menus and lines that are mostly links are left out.

    :raises SourceError: when it is in an unknown encoding, or the parser gives it up half way.
    """
    parser = etree.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    # A declaration of the encoding, right or wrong, is for bytes; lxml refuses it in text.
    root = etree.HTML(_DECLARATION.sub("", decode(content, path)), parser)
    for fault in parser.error_log.filter_from_fatals():
        raise SourceError(path, f"line {fault.line}: {fault.message.partition(',')[0]}", "save its text as UTF-8 .txt")
    return "" if root is None else "\n".join(_lines(root))


@dataclass
class _Line:
    """A line as it grows: its words, how many of its characters stand in links, and what it begins with."""

    words: list[str] = field(default_factory=list)
    linked: int = 0
    mark: str = ""

    def add(self, words: str | None, *, linked: bool) -> None:
        if words:
            self.words.append(words)
            self.linked += len(words.strip()) if linked else 0

    def said(self) -> Iterator[str]:
        """The line, unless it is empty or a menu; a headline may be one link."""
        words = " ".join("".join(self.words).split())
        if words and (self.mark or self.linked <= _MENU * len(words)):
            yield self.mark + words


def _lines(root: etree._Element) -> Iterator[str]:
    line, links, silent = _Line(), 0, 0
    for event, node in etree.iterwalk(root, events=("start", "end")):
        step, tag = 1 if event == "start" else -1, str(node.tag)
        if not _INLINE.fullmatch(tag):
            yield from line.said()
            line = _Line(mark="# " if event == "start" and _HEADLINE.fullmatch(tag) else "")
        silent += step * (_SILENT.fullmatch(tag) is not None)
        links += step * (tag == "a")
        if not silent:
            line.add(node.text if event == "start" else node.tail, linked=links > 0)
    yield from line.said()
