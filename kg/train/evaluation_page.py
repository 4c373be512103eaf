"""The page of an evaluation: its figures, gold and predicted mentions side by side, and every error.

One file that opens offline. Mentions are drawn by displaCy, the rest is `evaluation/page.html`, escaped by Jinja.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, PackageLoader
from markupsafe import Markup, escape
from spacy import displacy

from kg.export.plain import legal
from kg.ontology import load
from kg.train.compare import Comparison, Span
from kg.train.evaluate import ALL, Scores

# `state` is empty where both sides have the mention, `name` is its entity.
_MARK = '<mark class="{state}" style="--colour: {bg}" title="{name}">{text}<small>{label}</small></mark>'


class Passage(NamedTuple):
    """A piece of a text, marked as the gold has it and as it was predicted, and whether the two are the same."""

    gold: Markup
    found: Markup
    same: bool


def write(scores: Scores, texts: Sequence[Comparison], path: Path) -> None:
    """Write the page of `scores` and the compared `texts` that they were counted in, as one UTF-8 file."""
    environment = Environment(
        loader=PackageLoader("kg.train", "evaluation"), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    labels = {name: kind.label_zh for kinds in (load().classes, load().relations) for name, kind in kinds.items()}
    html = environment.get_template("page.html").render(
        scores=scores,
        texts=[(text.document, list(passages(text))) for text in texts],
        labels=labels | {ALL: "合计"},
        legend=_colours(),
    )
    path.write_text(legal(html), encoding="utf-8", newline="\n")


def passages(text: Comparison) -> Iterator[Passage]:
    """The lines of a text that hold anything; a name broken over lines keeps them together."""
    named = {place for span in (*text.gold, *text.found) for place in range(span.start, span.end)}
    breaks = [place for place, letter in enumerate(text.text) if letter == "\n" and place not in named]
    for before, end in pairwise([-1, *breaks, len(text.text)]):
        if text.text[before + 1 : end].strip():
            yield _passage(text, before + 1, end)


def _passage(text: Comparison, start: int, end: int) -> Passage:
    gold, found = ({span: side[span] for span in side if start <= span.start < end} for side in (text.gold, text.found))
    predicted = {span: text.named.get(entity, entity) for span, entity in found.items()}
    piece = text.text[start:end]
    return Passage(
        _marked(piece, start, gold, dict.fromkeys(gold.keys() - found.keys(), "missed")),
        _marked(piece, start, predicted, dict.fromkeys(found.keys() - gold.keys(), "wrong")),
        gold.keys() == found.keys(),
    )


def _marked(piece: str, start: int, names: Mapping[Span, str], states: Mapping[Span, str]) -> Markup:
    """A piece that begins at `start` with its mentions, by displaCy; `names` and `states` are told of each."""
    mentions = [
        {
            "start": span.start - start,
            "end": span.end - start,
            "label": load().classes[span.type].label_zh,
            "params": {"name": escape(name), "state": states.get(span, "")},
        }
        for span, name in sorted(names.items())
    ]
    options = {"colors": _colours(), "template": _MARK}
    html = displacy.render({"text": piece, "ents": mentions}, "ent", jupyter=False, manual=True, options=options)
    return Markup(html)  # noqa: S704 - displaCy escapes the text, we the names


def _colours() -> dict[str, str]:
    """The colour of each main class, by its label."""
    return {kind.label_zh: kind.colour for kind in load().classes.values() if kind.parent is None}
