"""Proofread annotated texts: what cannot be meant, and would be learned or counted as if it were."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.ontology import load
from kg.train.annotation import AnnotatedText, GoldRelation

_MARKS = re.compile("[⟦⟧]")
_NO_NAME = re.compile(r"[“”‘’《》\n]")

_Classes = Mapping[str, set[str]]  # by canonical name


def faults(texts: Sequence[AnnotatedText]) -> Iterator[str]:
    """What is wrong with annotated texts, a line each: the text, the place, the fault and what to do."""
    for text in texts:
        yield from (f"{text.name}: {fault}" for fault in _faults(text))


def _faults(text: AnnotatedText) -> Iterator[str]:
    classes = defaultdict(set)
    for mention in text.mentions:
        classes[mention.name].add(mention.type)
    yield from _marks(text)
    yield from _names(classes)
    yield from _relations(text, classes)


def _marks(text: AnnotatedText) -> Iterator[str]:
    for mark in _MARKS.finditer(text.text):
        near = text.text[max(0, mark.start() - 5) : mark.end() + 15]
        yield f"a mark near {near!r} is not read; write ⟦CODE|surface|canonical name⟧ with ORG, LOC, PRG or PER"


def _names(classes: _Classes) -> Iterator[str]:
    for name, marked in classes.items():
        if len(marked) > 1:
            yield f"{name} is marked as {' and as '.join(sorted(marked))}; an entity has one class"
        if _NO_NAME.search(name):
            yield f"the canonical name {name!r} has a quotation mark or a line break; write it without"


def _relations(text: AnnotatedText, classes: _Classes) -> Iterator[str]:
    printed = _unspaced(text.text)
    stated = Counter((fact.type, fact.head, fact.tail, fact.title) for fact in text.relations)
    for fact in text.relations:
        for fault in _relation(fact, classes):
            yield f"{_shown(fact)}: {fault}"
        if _unspaced(fact.evidence) not in printed:
            yield f"{_shown(fact)}: the quote {fact.evidence!r} is not in the text; quote it exactly"
    yield from (f"{kind} {head} → {tail}: stands twice" for (kind, head, tail, _), n in stated.items() if n > 1)


def _relation(fact: GoldRelation, classes: _Classes) -> Iterator[str]:
    """What is wrong with the relation of a fact, or with what it relates."""
    relation = load().relations.get(fact.type)
    if relation is None:
        yield f"there is no such relation; take one of {', '.join(load().relations)}"
        return
    for name, fitting in ((fact.head, relation.domain), (fact.tail, relation.range)):
        if name not in classes:
            yield f"no mention has the canonical name {name!r}"
        elif not classes[name] & fitting:
            yield f"{name} is {', '.join(sorted(classes[name]))}, not {' or '.join(sorted(fitting))}"


def _shown(fact: GoldRelation) -> str:
    return f"{fact.type} {fact.head} → {fact.tail}"


def _unspaced(text: str) -> str:
    return "".join(text.split())
