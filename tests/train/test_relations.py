"""Training examples from small annotated texts, and a model from a handful of them."""

from pathlib import Path

import numpy as np

from kg.extract.relations.pair_model import load_model, outcomes, relations
from kg.train.annotation import AnnotatedText, GoldMention, GoldRelation
from kg.train.relation_examples import example

TEXT = "区文化馆举办读书节。春天到了。\n花开了。读书节热闹,区文化馆的人很高兴。"
MENTIONS = ((0, 4, "Organization"), (6, 9, "Programme"), (20, 23, "Programme"), (26, 30, "Organization"))
GOLD = GoldRelation("organizes", "区文化馆", "读书节", "", "区文化馆举办 读书节")


def annotated(name: str, *gold: GoldRelation) -> AnnotatedText:
    mentions = (GoldMention(a, b, kind, TEXT[a:b], TEXT[a:b]) for a, b, kind in MENTIONS)
    return AnnotatedText(name, TEXT, tuple(mentions), gold)


def test_the_pair_of_the_evidence_is_right_and_other_pairs_of_the_two_are_not_judged() -> None:
    found = example(annotated("A1", GOLD))
    forward, backward = ([relations()[o.relation] for o in outcomes()].index("organizes") + k for k in (0, 1))
    rows = {(int(a), int(b)): row for row, (a, b) in enumerate(zip(found.pairs.left, found.pairs.right, strict=True))}
    assert found.target[rows[0, 1], forward] == 1
    assert found.target.sum() == 1
    assert found.weight[rows[2, 3], backward] == 0
    assert found.weight[rows[0, 1], forward] == 1


def test_outcomes_that_the_classes_forbid_have_no_weight() -> None:
    found = example(annotated("A1"))
    assert not found.target.any()
    assert (found.weight <= found.fits).all()


def test_training_writes_the_same_small_model_each_time(tmp_path: Path) -> None:
    from kg.train.relations import train

    texts = [annotated(f"{region}{number}", GOLD) for region in "ABCDEF" for number in range(2)]
    for name in ("one.npz", "two.npz"):
        train(texts, texts, tmp_path / name)
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
    model = load_model(tmp_path / "one.npz")
    assert model.thresholds.shape == (len(relations()),)
    assert np.isfinite(model.regression.weights).all()
