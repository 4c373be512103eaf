"""Train the classifiers of relations: logistic regression over pairs of mentions, a small network over facts.

The network learns from what the regression says about texts that it was not trained on; texts are left out by region,
the letters their names begin with, so that no region is on both sides.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from kg.extract.relations.facts import Facts, Floats, facts
from kg.extract.relations.hashing import Hashes
from kg.extract.relations.links import symmetric
from kg.extract.relations.pair_model import Network, PairModel, Regression, outcomes, relations
from kg.train.annotation import AnnotatedText
from kg.train.held_out import region
from kg.train.relation_examples import Example, example

_FOLDS = 6
# A feature that fewer texts show tells nothing about other texts.
_TEXTS = 3
_EPOCHS, _BATCH, _RATE, _HIDE = 8, 800, 1e-2, 0.25
_FACT_EPOCHS, _FACT_BATCH, _FACT_RATE, _FACT_DECAY, _INNER, _DROP = 12, 1024, 1e-2, 1e-3, 32, 0.2
# A relation is stated where precision is at least this, even if recall suffers.
_PRECISION = 0.7


def train(texts: Sequence[AnnotatedText], met: Sequence[AnnotatedText], out: Path) -> None:
    """Train on annotated texts and write the model (`kg.extract.relations.pair_model`) as `.npz`.

    `met` are the same texts, in the same order, with the mentions that a tagger finds (`kg.train.held_out`).
    """
    fit([example(text) for text in texts], [example(text) for text in met]).save(out)


def fit(examples: Sequence[Example], met: Sequence[Example]) -> PairModel:
    """Train both classifiers; the second and the thresholds on facts among found mentions of texts left out."""
    torch.set_num_threads(1)
    folds = _folds([example.name for example in met])
    held = _held_out(examples, met, folds)
    rows = [np.flatnonzero(np.isin(held.text, fold)) for fold in folds]
    chances = np.zeros(len(held.truth), dtype=np.float32)
    for row in rows:
        rest = np.setdiff1d(np.arange(len(held.truth)), row)
        chances[row] = _network(held.figures[rest], held.truth[rest]).chances(held.figures[row])
    return PairModel(
        _regression([*examples, *met]),
        _network(held.figures, held.truth),
        _thresholds(held, chances, met),
    )


@dataclass(frozen=True)
class _Held:
    """Facts of all texts as seen by a regression that does not know them: number of the text, relation, truth."""

    text: NDArray[np.int64]
    relation: NDArray[np.int64]
    truth: NDArray[np.int64]
    figures: Floats


def _folds(names: Sequence[str]) -> list[list[int]]:
    regions = [region(name) for name in names]
    order = {one: number for number, one in enumerate(sorted(set(regions)))}
    return [[k for k, one in enumerate(regions) if order[one] % _FOLDS == fold] for fold in range(_FOLDS)]


def _held_out(examples: Sequence[Example], met: Sequence[Example], folds: Sequence[Sequence[int]]) -> _Held:
    seen: dict[int, Facts] = {}
    for fold in folds:
        rest = [one for texts in (examples, met) for number, one in enumerate(texts) if number not in fold]
        regression = _regression(rest)
        seen |= {number: read_facts(regression, met[number]) for number in fold}
    order = sorted(seen)
    return _Held(
        np.repeat(order, [len(seen[number].relation) for number in order]),
        np.concatenate([seen[number].relation for number in order]),
        np.concatenate([met[number].truth(seen[number]) for number in order]),
        np.concatenate([seen[number].figures for number in order]),
    )


def read_facts(regression: Regression, example: Example) -> Facts:
    """What a regression finds in a text."""
    scores = regression.scores(example.features, example.fits)
    return facts(example.reading, example.pairs, scores, relations(), outcomes())


def _regression(examples: Sequence[Example]) -> Regression:
    texts = Counter[int]()
    for each in examples:
        texts.update(np.unique(each.features).tolist())
    keys: Hashes = np.array(sorted(key for key, count in texts.items() if count >= _TEXTS), dtype=np.uint64)
    blank = np.zeros((len(keys) + 1, len(outcomes())), dtype=np.float32)
    start = Regression(keys, blank, np.full(len(outcomes()), -2, dtype=np.float32))
    torch.manual_seed(0)
    module = _Wide(len(keys), len(outcomes()))
    rows = np.concatenate([start.rows(each.features) for each in examples])
    target, weight = (np.concatenate(parts) for parts in zip(*((e.target, e.weight) for e in examples), strict=True))
    _descend(module, _tensors(rows, target, weight), epochs=_EPOCHS, batch=_BATCH, rate=_RATE)
    return Regression(keys, module.weights.weight.detach().numpy(), module.bias.detach().numpy())


def _network(figures: Floats, truth: NDArray[np.int64]) -> Network:
    mean, scale = figures.mean(axis=0), figures.std(axis=0) + np.float32(1e-3)
    torch.manual_seed(0)
    module = _Narrow(figures.shape[1])
    target, weight = (truth == 1).astype(np.float32), (truth >= 0).astype(np.float32)
    tensors = _tensors((figures - mean) / scale, target, weight)
    _descend(module, tensors, epochs=_FACT_EPOCHS, batch=_FACT_BATCH, rate=_FACT_RATE, decay=_FACT_DECAY)
    hidden, final = module.hidden, module.final
    parts = (hidden.weight.T, hidden.bias, final.weight[0], final.bias)
    return Network(mean, scale, *(part.detach().numpy() for part in parts))


def _tensors(*arrays: NDArray[Any]) -> list[Tensor]:
    return [torch.from_numpy(array) for array in arrays]


def _descend(
    module: nn.Module, tensors: Sequence[Tensor], *, epochs: int, batch: int, rate: float, decay: float = 0.0
) -> None:
    """Fit to tensors of inputs, targets and weights by the one-cycle policy (Smith 2018)."""
    optimizer = torch.optim.AdamW(module.parameters(), rate, weight_decay=decay)
    steps = -(-len(tensors[0]) // batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rate, total_steps=epochs * steps, pct_start=0.15)
    for _ in range(epochs):
        order = torch.randperm(len(tensors[0]))
        for first in range(0, len(order), batch):
            given, target, weight = (tensor[order[first : first + batch]] for tensor in tensors)
            loss = functional.binary_cross_entropy_with_logits(module(given), target, weight, reduction="sum")
            optimizer.zero_grad()
            (loss / batch).backward()  # type: ignore[no-untyped-call]  # torch gives no types here
            optimizer.step()
            schedule.step()
    module.eval()


def _thresholds(held: _Held, chances: Floats, examples: Sequence[Example]) -> Floats:
    """For each relation the probability from which F1 is best, with precision kept up."""
    chosen = []
    for number, relation in enumerate(relations()):
        rows = (held.relation == number) & (held.truth >= 0)
        order = np.argsort(-chances[rows], kind="stable")
        hits = np.cumsum(held.truth[rows][order])
        said = np.arange(1, len(order) + 1)
        gold = sum(fact[0] == relation for example in examples for fact in example.gold)
        gold //= 2 if relation in symmetric() else 1
        f1 = np.where(hits / said >= _PRECISION, 2 * hits / (said + gold), 0)
        chosen.append(chances[rows][order][f1.argmax()] if len(f1) else 1)
    return np.array(chosen, dtype=np.float32)


class _Narrow(nn.Module):
    """Log-odds (facts) from figures (facts, figures)."""

    def __init__(self, figures: int) -> None:
        super().__init__()
        self.hidden, self.final = nn.Linear(figures, _INNER), nn.Linear(_INNER, 1)
        self.drop = nn.Dropout(_DROP)

    def forward(self, figures: Tensor) -> Tensor:
        """One hidden layer."""
        scores: Tensor = self.final(self.drop(functional.relu(self.hidden(figures))))[:, 0]
        return scores


class _Wide(nn.Module):
    """Log-odds (pairs, outcomes) from rows of weights (pairs, features); in training some features are hidden."""

    def __init__(self, features: int, outcomes: int) -> None:
        super().__init__()
        self.weights = nn.EmbeddingBag(features + 1, outcomes, mode="sum", padding_idx=features)
        nn.init.zeros_(self.weights.weight)
        self.bias = nn.Parameter(torch.full((outcomes,), -2.0))

    def forward(self, rows: Tensor) -> Tensor:
        """Sum the weights of the features."""
        kept = torch.ones(rows.shape)
        if self.training:
            kept = (torch.rand(rows.shape) > _HIDE).float() / (1 - _HIDE)
        scores: Tensor = self.weights(rows, per_sample_weights=kept) + self.bias
        return scores
