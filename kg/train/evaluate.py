"""Measure extractions against annotated texts: mentions, who is who, relations, post titles."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from kg import pipeline
from kg.model import Document, Extraction
from kg.train.annotation import CLASSES, AnnotatedText
from kg.train.compare import Comparison, Fact, Span, compare, overlap, squeeze

ALL = "all"


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one kind. `hits` of `predicted` are right, `recalled` of `gold` are found."""

    gold: int
    predicted: int
    hits: int
    recalled: int

    @property
    def precision(self) -> float:
        """The share of what was predicted that is right; 0 of none."""
        return self.hits / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of what should be found that is; 0 of none."""
        return self.recalled / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return _harmonic(self.precision, self.recall)


@dataclass(frozen=True, slots=True)
class Scores:
    """The figures of an evaluation, by class or relation and for `all`; shares are between 0 and 1.

    `mentions` match by class and exact span (white space and quotation marks at the ends do not count), `overlaps` by
    class and half the span. `b_cubed` is the F1 of B³ (Bagga and Baldwin 1998) over matched mentions; `names` the share
    of predicted entities with the gold canonical name; `titles` that of found posts with the exact title. `errors`
    lists, by kind, what is missing and what is wrong, as (document, description).
    """

    mentions: Mapping[str, Score]
    overlaps: Mapping[str, Score]
    relations: Mapping[str, Score]
    b_cubed: float
    names: float
    titles: float
    errors: Mapping[str, tuple[tuple[str, str], ...]]


def extracted(gold: Iterable[AnnotatedText]) -> dict[str, Extraction]:
    """What the pipeline reads in annotated texts without their marks, by name of the text."""
    documents = (Document(text.name, text.text, "") for text in gold)
    return {extraction.document.name: extraction for extraction in pipeline.extract(documents)}


def evaluate(gold: Sequence[AnnotatedText], extractions: Mapping[str, Extraction]) -> Scores:
    """Score extractions, by name of the annotated text; a text without one is missed altogether."""
    texts = [compare(text, extractions.get(text.name)) for text in gold]
    return Scores(
        mentions=_mentions(texts),
        overlaps=_overlaps(texts),
        relations=_relations(texts),
        b_cubed=_b_cubed(texts),
        names=_share(squeeze(one.named.get(entity)) == squeeze(name) for one, entity, name in _entities(texts)),
        titles=_share(bool(one.wanted[post] & one.claimed[post]) for one, post in _posts(texts)),
        errors=_errors(texts),
    )


def table(scores: Scores, *, errors: int = 0) -> str:
    """The figures as plain text, with up to `errors` errors of each kind."""
    parts = {"mentions": scores.mentions, "mentions, overlap": scores.overlaps, "relations": scores.relations}
    lines = [line for title, rows in parts.items() for line in _rows(title, rows)]
    lines.append(
        f"who is who (B³ F1) {scores.b_cubed:.3f}, canonical names {scores.names:.3f}, post titles {scores.titles:.3f}"
    )
    for kind, found in scores.errors.items() if errors else ():
        lines += ["", f"{kind} ({len(found)})", *(f"  {document}  {what}" for document, what in found[:errors])]
    return "\n".join(lines)


def _rows(title: str, scores: Mapping[str, Score]) -> list[str]:
    head = f"{title:20}{'P':>7}{'R':>7}{'F1':>7}{'gold':>7}{'found':>7}"
    rows = (
        f"  {kind:18}{one.precision:7.3f}{one.recall:7.3f}{one.f1:7.3f}{one.gold:7}{one.predicted:7}"
        for kind, one in scores.items()
    )
    return [head, *rows, ""]


def _mentions(texts: Sequence[Comparison]) -> dict[str, Score]:
    hits = [span for one in texts for span in one.matched]
    return _scores(texts, hits, hits)


def _overlaps(texts: Sequence[Comparison]) -> dict[str, Score]:
    hits = [span for one in texts for span in one.found if _any_overlap(span, one.gold)]
    recalled = [span for one in texts for span in one.gold if _any_overlap(span, one.found)]
    return _scores(texts, hits, recalled)


def _any_overlap(span: Span, others: Iterable[Span]) -> bool:
    return any(span.type == other.type and overlap(span, other) for other in others)


def _scores(texts: Sequence[Comparison], hits: list[Span], recalled: list[Span]) -> dict[str, Score]:
    gold = [span for one in texts for span in one.gold]
    found = [span for one in texts for span in one.found]
    return _by_kind(CLASSES.values(), gold, found, hits, recalled)


def _relations(texts: Sequence[Comparison]) -> dict[str, Score]:
    gold = [fact for one in texts for fact in one.wanted]
    found = [fact for one in texts for fact in one.claimed]
    hits = [fact for one in texts for fact in one.wanted.keys() & one.claimed.keys()]
    return _by_kind(sorted({fact.type for fact in gold + found}), gold, found, hits, hits)


def _by_kind(kinds: Iterable[str], *sets: Sequence[Span] | Sequence[Fact]) -> dict[str, Score]:
    counts = [Counter(item.type for item in items) for items in sets]
    rows = {kind: Score(*(count[kind] for count in counts)) for kind in kinds}
    return rows | {ALL: Score(*map(len, sets))}


def _b_cubed(texts: Sequence[Comparison]) -> float:
    pairs = [Counter((one.gold[span], one.found[span]) for span in one.matched) for one in texts]
    precision = recall = 0.0
    for counts in pairs:
        wanted, found = Counter[str](), Counter[str]()
        for (name, entity), count in counts.items():
            wanted[name] += count
            found[entity] += count
        precision += sum(count * count / found[entity] for (_, entity), count in counts.items())
        recall += sum(count * count / wanted[name] for (name, _), count in counts.items())
    total = sum(map(Counter.total, pairs)) or 1
    return _harmonic(precision / total, recall / total)


def _entities(texts: Sequence[Comparison]) -> Iterator[tuple[Comparison, str, str]]:
    return ((one, entity, name) for one in texts for entity, name in one.counterpart.items())


def _posts(texts: Sequence[Comparison]) -> Iterator[tuple[Comparison, Fact]]:
    found = ((one, fact) for one in texts for fact in one.wanted.keys() & one.claimed.keys())
    return ((one, fact) for one, fact in found if fact.type == "holdsPost")


def _errors(texts: Sequence[Comparison]) -> dict[str, tuple[tuple[str, str], ...]]:
    return {
        "missed mentions": _listed((one, one.gold.keys() - one.found.keys()) for one in texts),
        "wrong mentions": _listed((one, one.found.keys() - one.gold.keys()) for one in texts),
        "missed relations": _listed((one, one.wanted.keys() - one.claimed.keys()) for one in texts),
        "wrong relations": _listed((one, one.claimed.keys() - one.wanted.keys()) for one in texts),
    }


def _listed(errors: Iterable[tuple[Comparison, Set[Span | Fact]]]) -> tuple[tuple[str, str], ...]:
    return tuple((one.document, _show(one, item)) for one, items in errors for item in sorted(items))


def _show(one: Comparison, item: Span | Fact) -> str:
    if isinstance(item, Fact):
        return " ".join(item)
    return f"{item.type} {one.text[item.start : item.end]!r} @{item.start}"


def _share(answers: Iterable[bool]) -> float:
    counts = Counter(answers)
    return counts[True] / (counts.total() or 1)


def _harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0
