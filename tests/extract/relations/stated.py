"""Marked texts for tests of relations: `⟦O|区委|东川区委⟧召开会议` names 东川区委 at 0:2; the name may be left out."""

import re

from kg.documents.articles import articles
from kg.documents.sentences import sentences
from kg.extract.relations.links import Link
from kg.extract.relations.reading import Reading, read
from kg.extract.relations.relate import relate

CLASSES = {"O": "Organization", "L": "Place", "P": "Programme", "N": "Person"}
_MARK = re.compile(r"⟦([OLPN])\|([^⟧|]+)(?:\|([^⟧]+))?⟧")
Span = tuple[int, int, str]


def marked(source: str) -> tuple[str, list[Span], list[str]]:
    """The text without its marks, the spans and the entity (its name) of each."""
    text, last = "", 0
    spans: list[Span] = []
    names: list[str] = []
    for mark in _MARK.finditer(source):
        text += source[last : mark.start()]
        spans.append((len(text), len(text) + len(mark[2]), CLASSES[mark[1]]))
        names.append(mark[3] or mark[2])
        text += mark[2]
        last = mark.end()
    return text + source[last:], spans, names


def reading(source: str) -> Reading:
    text, spans, names = marked(source)
    return read(text, sentences(text), articles(text), spans, names, {name: name for name in names})


def links(source: str) -> list[Link]:
    text, spans, names = marked(source)
    return relate(text, sentences(text), articles(text), spans, names, {name: name for name in names})


def facts(source: str) -> set[tuple[str, str, str]]:
    """Relation, head and tail of all but posts."""
    names = marked(source)[2]
    return {(one.type, names[one.head], names[one.tail]) for one in links(source) if one.title is None}


def posts(source: str) -> set[tuple[str, str, str]]:
    """Person, title and body."""
    names = marked(source)[2]
    return {(names[one.head], one.title, names[one.tail]) for one in links(source) if one.title is not None}
