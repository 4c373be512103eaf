"""The two trained classifiers of relations: one for pairs of mentions, one for facts. Only numpy is needed.

The first is a multinomial logistic regression over hashed features, the second a small network over the figures of a
fact. `kg.train.relations` trains both.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import numpy as np

from kg.extract.relations.facts import Floats, Outcome
from kg.extract.relations.hashing import Hashes, Index
from kg.extract.relations.links import symmetric
from kg.extract.relations.reading import SYMBOLS, Bools, Ints
from kg.ontology import load

MODEL = Path(__file__).parents[2] / "models" / "relations.npz"
POSTS = "holdsPost"
# So many pairs are weighed at a time: what they need stays in the processor's cache, whatever the length of the text.
_PAIRS = 256
# So many facts: the threads that BLAS starts for larger products take longer than these, and round otherwise.
_FACTS = 96


@dataclass(frozen=True)
class Regression:
    """`keys` are the known features, sorted; `weights` (features + 1, outcomes) theirs, the last row that of any other.

    `bias` is that of each outcome.
    """

    keys: Hashes
    weights: Floats
    bias: Floats

    def scores(self, features: Hashes, fits: Bools) -> Floats:
        """Log-odds (pairs, outcomes) of hashed features; -inf where an outcome does not fit the classes."""
        blocks = np.array_split(features, len(features) // _PAIRS + 1)
        rows = (self.rows(block.T) for block in blocks)
        scores = np.concatenate([self.weights.take(each, axis=0).sum(axis=0) for each in rows]) + self.bias
        return np.where(fits, scores, -np.inf).astype(np.float32)

    def rows(self, features: Hashes) -> Ints:
        """The row of weights of each feature."""
        return self._index.find(features)

    @cached_property
    def _index(self) -> Index:
        return Index(self.keys)


@dataclass(frozen=True)
class Network:
    """One hidden layer over figures that are first shifted by `mean` and divided by `scale`."""

    mean: Floats
    scale: Floats
    hidden: Floats
    hidden_bias: Floats
    final: Floats
    final_bias: Floats

    def chances(self, figures: Floats) -> Floats:
        """The probability of each fact."""
        blocks = np.array_split(figures, len(figures) // _FACTS + 1)
        return np.concatenate([self._weighed(block) for block in blocks])

    def _weighed(self, figures: Floats) -> Floats:
        inner = np.maximum((figures - self.mean) / self.scale @ self.hidden + self.hidden_bias, 0)
        chances: Floats = 1 / (1 + np.exp(-(inner @ self.final + self.final_bias)))
        return chances


@dataclass(frozen=True)
class PairModel:
    """Both classifiers; `thresholds` tell for each relation from which probability on a fact is stated."""

    regression: Regression
    network: Network
    thresholds: Floats

    def save(self, path: Path) -> None:
        """Write as `.npz`, in half precision: small, and the same bytes for the same model."""
        models = self.regression, self.network
        parts = {part.name: getattr(model, part.name) for model in models for part in fields(model)}
        parts["thresholds"] = self.thresholds
        halves = {name: part if name == "keys" else part.astype(np.float16) for name, part in parts.items()}
        np.savez_compressed(path, **halves)


@cache
def load_model(path: Path = MODEL) -> PairModel:
    """Read what `save` wrote."""
    with np.load(path) as arrays:
        parts = {name: arrays[name] if name == "keys" else arrays[name].astype(np.float32) for name in arrays.files}

    def take(kind: type[Regression] | type[Network]) -> dict[str, Any]:
        return {field.name: parts[field.name] for field in fields(kind)}

    return PairModel(Regression(**take(Regression)), Network(**take(Network)), parts["thresholds"])


@cache
def relations() -> tuple[str, ...]:
    """The relations that the classifiers know, sorted; posts are found by rule."""
    return tuple(sorted(name for name in load().relations if name != POSTS))


@cache
def outcomes() -> tuple[Outcome, ...]:
    """Each relation from left to right, and backward if that is another thing."""
    ways = [(number, backward) for number, name in enumerate(relations()) for backward in (False, True)]
    return tuple(Outcome(*way) for way in ways if not (way[1] and relations()[way[0]] in symmetric()))


@cache
def fitting() -> Bools:
    """(left class, right class, outcome): whether the relation admits the two classes."""
    numbers = {name: number for number, name in enumerate(SYMBOLS, 1)}
    table = np.zeros((len(numbers) + 1, len(numbers) + 1, len(outcomes())), dtype=np.bool_)
    for place, outcome in enumerate(outcomes()):
        relation = load().relations[relations()[outcome.relation]]
        sides: Sequence[frozenset[str]] = (relation.domain, relation.range)
        left, right = reversed(sides) if outcome.backward else sides
        table[np.ix_([numbers[name] for name in left], [numbers[name] for name in right], [place])] = True
    return table
