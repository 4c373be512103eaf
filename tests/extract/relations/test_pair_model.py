"""The two classifiers, worked out by hand on a few numbers."""

from pathlib import Path

import numpy as np
import pytest

from kg.extract.relations.links import symmetric
from kg.extract.relations.pair_model import (
    POSTS,
    Network,
    PairModel,
    Regression,
    fitting,
    load_model,
    outcomes,
    relations,
)
from kg.extract.relations.reading import ORGANIZATION, PERSON, PLACE, PROGRAMME


def floats(*rows: object) -> np.ndarray:
    return np.array(rows, dtype=np.float32)


KEYS = np.array([3, 7], dtype=np.uint64)
REGRESSION = Regression(KEYS, floats([1, 0], [10, -1], [100, -2]), floats(0.5, 0.25))
NETWORK = Network(floats(1, 0), floats(2, 1), floats([1, -1], [0, 1]), floats(0, 0.5), floats(2, 1), floats(-1)[0])
MODEL = PairModel(REGRESSION, NETWORK, floats(0.5, 0.75))


def hashed(*rows: list[int]) -> np.ndarray:
    return np.array(rows, dtype=np.uint64)


def test_weights_of_all_features_are_summed_and_unknown_ones_share_a_row() -> None:
    scores = REGRESSION.scores(hashed([3, 7], [3, 3], [0, 9]), np.ones((3, 2), dtype=np.bool_))
    assert scores.tolist() == [[11.5, -0.75], [2.5, 0.25], [200.5, -3.75]]


def test_what_does_not_fit_is_impossible_whatever_its_features() -> None:
    scores = REGRESSION.scores(hashed([3, 7]), np.array([[False, True]]))
    assert scores.tolist() == [[-np.inf, -0.75]]


@pytest.mark.parametrize("count", [0, 1, 256, 257, 1000])
def test_many_pairs_are_scored_like_single_ones(count: int) -> None:
    features = np.resize(hashed([3, 7], [3, 3], [0, 9]), (count, 2))
    expected = np.resize(floats([11.5, -0.75], [2.5, 0.25], [200.5, -3.75]), (count, 2))
    assert np.array_equal(REGRESSION.scores(features, np.ones((count, 2), dtype=np.bool_)), expected)


def test_the_network_shifts_scales_cuts_off_and_squeezes() -> None:
    # figures (3, 1) become (1, 1), the hidden layer (1, 0.5), the sum 2 + 0.5 - 1
    # figures (1, -9) become (0, -9), the hidden layer (0, -8.5) is cut off to nothing, the sum is -1
    chances = NETWORK.chances(floats([3, 1], [1, -9]))
    assert chances == pytest.approx([1 / (1 + np.exp(-1.5)), 1 / (1 + np.exp(1))])


@pytest.mark.parametrize("count", [0, 1, 96, 97, 500])
def test_many_facts_are_judged_like_single_ones(count: int) -> None:
    figures = np.resize(floats([3, 1], [1, -9]), (count, 2))
    assert NETWORK.chances(figures) == pytest.approx(np.resize(NETWORK.chances(floats([3, 1], [1, -9])), count))


def test_what_is_saved_is_read_again_with_keys_exact_and_weights_in_half_precision(tmp_path: Path) -> None:
    large = np.array([2**63 + 1, 2**64 - 1], dtype=np.uint64)
    fine = Regression(large, floats([1 / 3, 0], [10, -1], [100, -2]), floats(0.5, 0.25))
    PairModel(fine, NETWORK, MODEL.thresholds).save(tmp_path / "model.npz")
    read = load_model(tmp_path / "model.npz")
    assert read.regression.keys.tolist() == large.tolist()
    assert read.regression.weights[0, 0] == np.float16(1 / 3)
    assert {part.dtype for part in (read.regression.weights, read.network.mean, read.thresholds)} == {np.dtype("f4")}
    assert np.array_equal(read.network.chances(floats([3, 1])), NETWORK.chances(floats([3, 1])))
    assert read.thresholds.tolist() == [0.5, 0.75]


def test_the_same_model_is_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.npz", "two.npz"):
        MODEL.save(tmp_path / name)
        MODEL.regression.rows(KEYS)  # a model that was used is the same model
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()


def test_posts_are_left_to_rules() -> None:
    assert POSTS not in relations()
    assert list(relations()) == sorted(relations())


def test_each_relation_is_told_both_ways_but_a_symmetric_one_once() -> None:
    told = [(relations()[one.relation], one.backward) for one in outcomes()]
    ways = {name: {backward for each, backward in told if each == name} for name in relations()}
    assert ways == {name: {False} if name in symmetric() else {False, True} for name in relations()}
    assert len(told) == len(set(told))


def test_classes_admit_a_relation_in_its_direction_only() -> None:
    place = {(relations()[one.relation], one.backward): number for number, one in enumerate(outcomes())}
    forward, backward = place["organizes", False], place["organizes", True]
    assert fitting()[ORGANIZATION, PROGRAMME, forward]
    assert fitting()[PROGRAMME, ORGANIZATION, backward]
    assert not fitting()[ORGANIZATION, PROGRAMME, backward]
    assert not fitting()[PROGRAMME, ORGANIZATION, forward]


def test_nothing_is_told_of_what_has_no_class_or_of_two_persons() -> None:
    assert not fitting()[0].any()
    assert not fitting()[:, 0].any()
    assert not fitting()[PERSON, PERSON].any()


def test_the_model_that_is_shipped_matches_the_ontology() -> None:
    model = load_model()
    assert model.regression.bias.shape == (len(outcomes()),)
    assert model.regression.weights.shape == (len(model.regression.keys) + 1, len(outcomes()))
    assert (np.diff(model.regression.keys.astype(object)) > 0).all()
    assert ((model.thresholds > 0) & (model.thresholds < 1)).all()
    assert model.thresholds.shape == (len(relations()),)
    assert fitting()[PLACE, PLACE].any()
