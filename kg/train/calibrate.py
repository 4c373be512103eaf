"""Make confidence mean something: of what is stated with confidence 0.8 about four in five should be right.

`python -m kg.train.calibrate` fits Platt scaling (Platt 1999) to what the relation model states of the annotated texts
in `corpus/dev`, and how sure a relation must be for seven of ten to be right; writes both beside the model, and prints
how reliable confidence was before and is after.
"""

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from statistics import mean

import numpy as np

from kg.extract.relations.calibration import CALIBRATION, Calibration, load_calibration, log_odds
from kg.extract.relations.relate import BY_MODEL
from kg.train.annotation import DEV, AnnotatedText, read_folder
from kg.train.compare import compare
from kg.train.evaluate import extracted

_AS_IT_IS = Calibration(1, 0)
# How strongly the numbers are held to those that change nothing; the best for pages left out of 0.5, 1, 2, 5, 10, 30.
_HELD = 5.0
_STEPS = 500
_LEAST_SLOPE = 0.1
_PRECISION = 0.7
_BINS = tuple(pairwise((0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)))


@dataclass(frozen=True, slots=True)
class Statement:
    """A relation that was stated of a document: by what, how sure, and whether the annotation has it."""

    document: str
    rule: str
    confidence: float
    right: bool


def main() -> None:
    """Calibrate the model in place and print the reliability table."""
    texts = list(read_folder(DEV))
    write(_AS_IT_IS)
    before = statements(texts)
    found = fit(before)
    after = _told(before, {text.name: found for text in texts})
    write(replace(found, least=least(after)))
    others = {text.name: fit([one for one in before if one.document != text.name]) for text in texts}
    columns = {"before": before, "after": after, "after, by the other pages": _told(before, others)}
    sys.stdout.write(table({name: _by_model(each) for name, each in columns.items()}))


def _told(judged: Sequence[Statement], found: Mapping[str, Calibration]) -> list[Statement]:
    """What the model states, as sure as the calibration for its document says."""
    return [
        replace(one, confidence=found[one.document].confidence(one.confidence)) if one.rule == BY_MODEL else one
        for one in judged
    ]


def _by_model(judged: Iterable[Statement]) -> list[Statement]:
    return [one for one in judged if one.rule == BY_MODEL]


def write(calibration: Calibration, path: Path = CALIBRATION) -> None:
    """Write the numbers where the extraction reads them, from now on."""
    lines = (
        "# Made by `python -m kg.train.calibrate`, read by kg/extract/relations/calibration.py.",
        f"slope = {calibration.slope:.3f}",
        f"intercept = {calibration.intercept:.3f}",
        f"least = {calibration.least:.3f}\n",
    )
    path.write_text("\n".join(lines), encoding="utf-8", newline="\n")
    load_calibration.cache_clear()


def statements(texts: Sequence[AnnotatedText]) -> list[Statement]:
    """What is stated of annotated texts, judged as `kg evaluate` does."""
    found = extracted(texts)
    return [
        Statement(text.name, evidence.rule, evidence.confidence, fact in compared.wanted)
        for text in texts
        for compared in [compare(text, found.get(text.name))]
        for fact, evidence in compared.evidence.items()
    ]


def least(judged: Sequence[Statement]) -> float:
    """The lowest confidence from which upwards at least seven of ten statements are right; 1 where there is none."""
    for confidence in sorted({one.confidence for one in judged}):
        if mean(one.right for one in judged if one.confidence >= confidence) >= _PRECISION:
            return confidence
    return 1.0


def fit(judged: Sequence[Statement]) -> Calibration:
    """The most likely calibration, held to no change: ridge regression by the bound of Böhning and Lindsay (1988)."""
    stated = _by_model(judged)
    given = np.array([(log_odds(one.confidence), 1) for one in stated])
    right = np.array([one.right for one in stated])
    start = np.array([_AS_IT_IS.slope, _AS_IT_IS.intercept])
    step = np.linalg.inv(given.T @ given / 4 + _HELD * np.eye(2))
    numbers = start
    for _ in range(_STEPS):
        chances = 1 / (1 + np.exp(-given @ numbers))
        numbers = numbers + step @ (given.T @ (right - chances) - _HELD * (numbers - start))
    return Calibration(max(float(numbers[0]), _LEAST_SLOPE), float(numbers[1]))


def table(columns: Mapping[str, Sequence[Statement]]) -> str:
    """How many of the statements are right, by confidence, and how far the two are apart: a Markdown table."""
    rows = [
        ["confidence", *columns],
        ["---"] * (len(columns) + 1),
        *([f"{low:.1f}–{high:.1f}", *(_share(_within(each, low)) for each in columns.values())] for low, high in _BINS),
        ["all", *map(_share, columns.values())],
        ["mean confidence", *(f"{mean(one.confidence for one in each):.2f}" for each in columns.values())],
        ["mean distance from what is right", *(f"{_distance(each):.2f}" for each in columns.values())],
    ]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _within(judged: Iterable[Statement], low: float) -> list[Statement]:
    """The statements of the bin that begins at `low`."""
    return [one for one in judged if max(edge for edge, _ in _BINS if edge <= one.confidence) == low]


def _share(judged: Sequence[Statement]) -> str:
    return f"{mean(one.right for one in judged):.2f} of {len(judged)}" if judged else "–"


def _distance(judged: Sequence[Statement]) -> float:
    """Expected calibration error: the distance in each bin, weighed by its statements."""
    bins = (_within(judged, low) for low, _ in _BINS)
    return sum(abs(sum(one.confidence - one.right for one in each)) for each in bins) / len(judged)


if __name__ == "__main__":
    main()
