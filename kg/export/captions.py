"""What the overview says about an entity or a link: labels and plain-text tooltips, in Chinese."""

import math
import re
import unicodedata
from collections.abc import Sequence

from kg.export.plain import legal, one_line
from kg.graph import KnowledgeGraph
from kg.model import Entity, Relation
from kg.ontology import load

_LINE, _LINES = 8, 3
# Numbers and Latin words stay whole, closing marks stay with what they close.
_WORD = re.compile(r"(?:[0-9A-Za-z.+&-]+|.)[」』”’)》、,· ]*")
_FACTS = 6
_NAME, _SENTENCE = 60, 160


def label(entity: Entity, *, title: str | None = None) -> str:
    """The name on up to three lines of about equal length, the title of a post below it on up to two.

    What is longer is cut; the tooltip has it whole.
    """
    return "\n".join(_lines(entity.name, _LINES) + (_lines(title, _LINES - 1) if title else []))


def _lines(text: str, most: int) -> list[str]:
    short = one_line(text, limit=most * _LINE)
    if not short:  # a name of controls alone, as graphs from elsewhere may have
        return []
    even = math.ceil(width(short) / math.ceil(width(short) / _LINE))
    lines = [""]
    for word in _WORD.findall(short):
        if lines[-1] and width(lines[-1] + word.rstrip()) > even + 0.5:
            lines.append("")
        lines[-1] += word
    return [line.strip() for line in lines]


def width(text: str) -> float:
    """How wide the longest line is drawn, in font sizes: Chinese characters are square, Latin ones half as wide."""
    return max(
        sum(1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.55 for char in line) for line in text.split("\n")
    )


def entity(one: Entity, relations: Sequence[Relation], graph: KnowledgeGraph) -> str:
    """Name, class, other names, and the first of the relations: posts, then those with what is named most."""
    classes = load().classes
    kinds = " · ".join(classes[name].label_zh for name in (one.type, one.subtype) if name)
    lines = [one_line(one.name), f"{kinds},提及 {graph.mentions[one.id]} 次"]
    if one.aliases:
        lines.append(f"又作:{'、'.join(one_line(alias, limit=_NAME) for alias in one.aliases[:_FACTS])}")
    ranked = sorted(relations, key=lambda link: (link.title is None, -graph.mentions[_other(link, one)]))
    lines += [f"· {_fact(link, graph)}" for link in ranked[:_FACTS]]
    if len(relations) > _FACTS:
        lines.append(f"……共 {len(relations)} 条关系")
    return "\n".join(lines)


def link(relations: Sequence[Relation], graph: KnowledgeGraph) -> str:
    """Each relation with the sentence that states it best and the document where that stands."""
    return "\n\n".join(
        f"{_fact(one, graph)}(可信度 {one.confidence:.0%})\n原文:{one_line(one.best.quote, limit=_SENTENCE)}\n"
        f"—— {legal(one.best.document)}"
        for one in relations[:_FACTS]
    )


def _other(relation: Relation, one: Entity) -> str:
    return relation.tail if relation.head == one.id else relation.head


def _fact(relation: Relation, graph: KnowledgeGraph) -> str:
    head, tail = (one_line(graph.by_id[end].name, limit=_NAME) for end in (relation.head, relation.tail))
    title = f"({one_line(relation.title, limit=_NAME)})" if relation.title else ""
    return f"{head} {load().relations[relation.type].label_zh} {tail}{title}"
