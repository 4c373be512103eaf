"""What taggers find in texts that they were not trained on: the mentions, right and wrong, that relations will meet.

The distilled weights have heard of all texts, through the teacher; so these taggers are teachers, which begin with
weights that have not.
"""

import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from kg.documents.repair import repair
from kg.documents.sentences import sentences
from kg.extract.mentions.tagger import Tagger
from kg.train import pretrain, tagger, teacher
from kg.train.annotation import AnnotatedText, GoldMention

_FOLDS = 4
_EPOCHS = 8  # two thirds of the time, and what such a tagger finds is much the same
_SAME = 0.5  # a found span with less of an annotated one in common is another thing
_REGION = re.compile(r"[A-Z]+")


def found(texts: Sequence[AnnotatedText]) -> list[AnnotatedText]:
    """The texts with found mentions for annotated ones, under the annotated name where they are the same thing.

    Texts are left out by region, the letters their names begin with, so that no region is on both sides.
    """
    regions = sorted({region(text.name) for text in texts})
    folds = {name: number % _FOLDS for number, name in enumerate(regions)}
    by_fold = [[text for text in texts if folds[region(text.name)] == fold] for fold in range(_FOLDS)]
    done = (one for held in by_fold for one in _found(held, [text for text in texts if text not in held]))
    return sorted(done, key=lambda text: text.name)


def region(name: str) -> str:
    """The capital letters that a text's name begins with, or the whole name."""
    match = _REGION.match(name)
    return match[0] if match else name


def _found(held: Sequence[AnnotatedText], rest: Sequence[AnnotatedText]) -> Iterator[AnnotatedText]:
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "tagger.onnx"
        tagger.export(teacher.fit(rest, pretrain.pretrained(), epochs=_EPOCHS), model, teacher.WIDTH)
        reader = Tagger(model, teacher.Known())
    for text in held:
        yield replace(text, mentions=tuple(_mentions(text, reader)))


def _mentions(text: AnnotatedText, reader: Tagger) -> Iterator[GoldMention]:
    page = repair(text.text)
    for first, last, kind in reader.spans(page.text, sentences(page.text)):
        start, end = page.original(first, last)
        surface = text.text[start:end]
        same = max(text.mentions, key=lambda one: _shared(one, start, end), default=None)
        if same and _shared(same, start, end) >= _SAME:
            yield replace(same, start=start, end=end, type=kind, text=surface)
        else:
            yield GoldMention(start, end, kind, surface, "".join(surface.split()))


def _shared(mention: GoldMention, start: int, end: int) -> float:
    """Intersection over union of two spans."""
    return (min(end, mention.end) - max(start, mention.start)) / (max(end, mention.end) - min(start, mention.start))
