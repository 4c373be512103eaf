"""Training the tagger on one small text: the model that comes out can be read, and comes out the same again."""

from pathlib import Path

import numpy as np
import torch

from kg.extract.mentions.alphabet import MASK
from kg.extract.mentions.tagger import Tagger
from kg.train.annotation import AnnotatedText, GoldMention
from kg.train.encoder import load
from kg.train.tagger import DISTILLED, Network, examples, export, hidden, mean, train

TEXT = "安宁区民政局开展暖心行动。会议强调，要做好服务。" * 4
GOLD = (GoldMention(0, 6, "Organization", "安宁区民政局", "安宁区民政局"),)


def test_an_example_is_a_window_with_its_tags() -> None:
    ((example,),) = examples([AnnotatedText("A1", TEXT, GOLD, ())])
    assert len(example.characters) == len(example.known) == len(example.tags) == len(TEXT)
    assert example.tags[:7].tolist() == [1, 2, 2, 2, 2, 3, 0]


def test_what_is_known_comes_from_who_is_asked() -> None:
    ((example,),) = examples([AnnotatedText("A1", TEXT, GOLD, ())], lambda text: np.ones((len(text), 3), np.float32))
    assert example.known.tolist() == [[1, 1, 1]] * len(TEXT)


def test_characters_are_hidden_in_training_only() -> None:
    network, characters = Network(), torch.full((4, 500), MASK + 1)
    assert torch.equal(hidden(network.eval(), characters), characters)
    assert 0 < (hidden(network.train(), characters) == MASK).float().mean() < 0.2


def test_the_same_training_gives_the_same_model(tmp_path: Path) -> None:
    data = examples([AnnotatedText("A1", TEXT, GOLD, ())])
    for name in ("one.onnx", "two.onnx"):
        export(train(load(Network(), DISTILLED), data, [data], epochs=1), tmp_path / name)
    assert (tmp_path / "one.onnx").read_bytes() == (tmp_path / "two.onnx").read_bytes()
    assert Tagger(tmp_path / "one.onnx").spans("安宁", [(0, 2)]) is not None


def test_a_mean_lies_between_the_networks() -> None:
    one, other = Network(), Network()
    middle = mean([one, other]).scores.weight
    assert torch.allclose(middle, (one.scores.weight + other.scores.weight) / 2)
