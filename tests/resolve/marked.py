"""Texts with marked mentions for tests: `⟦O|区委⟧召开会议` is the text 区委召开会议 with an Organization at 0:2."""

import re
from hashlib import sha256

from kg.divisions import Divisions
from kg.documents.repair import repair
from kg.documents.sentences import sentences
from kg.model import Document, Evidence, Extraction, Mention, Relation
from kg.resolve.coreference import identify
from kg.resolve.readings import Span

CLASSES = {"O": "Organization", "L": "Place", "P": "Programme", "N": "Person"}
_MARK = re.compile(r"⟦([OLPN])\|([^⟧]+)⟧")


def marked(source: str) -> tuple[str, list[Span]]:
    """The text without its marks, and their spans."""
    text, spans, last = "", [], 0
    for mark in _MARK.finditer(source):
        text += source[last : mark.start()]
        spans.append((len(text), len(text) + len(mark[2]), CLASSES[mark[1]]))
        text += mark[2]
        last = mark.end()
    return text + source[last:], spans


def names(source: str) -> list[str]:
    """The canonical name of each mention of a marked text, in order."""
    text, spans = marked(source)
    identity = identify(text, spans, Divisions.load())
    name = {entity.id: entity.name for entity in identity.entities}
    return [name[entity] for entity in identity.entity_of]


def extraction(source: str, *posts: tuple[str, str, str], name: str = "1.txt") -> Extraction:
    """A marked text as an extraction, with posts given as (person, title, body) by their printed forms."""
    text, spans = marked(source)
    identity = identify(text, spans, Divisions.load())
    found = list(zip(spans, identity.entity_of, strict=True))
    mentions = tuple(Mention(start, end, kind, text[start:end], one) for (start, end, kind), one in found)
    ids = {mention.text: mention.entity for mention in mentions}
    proof = (Evidence(name, 0, len(text), text, "test", 0.9),)
    relations = tuple(Relation("holdsPost", ids[who], ids[body], proof, title) for who, title, body in posts)
    document = Document(name, text, sha256(text.encode()).hexdigest())
    page = repair(text)
    quotable = tuple(page.original(*sentence) for sentence in sentences(page.text))
    return Extraction(document, (), mentions, identity.entities, relations, quotable)
