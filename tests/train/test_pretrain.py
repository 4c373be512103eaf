"""Pretraining on a few lines: it runs, hides what it says, and repeats itself."""

import numpy as np

from kg.extract.mentions.alphabet import MASK, Alphabet
from kg.train.pretrain import characters_of, hide, pretrain


def test_rare_characters_have_no_number() -> None:
    assert characters_of("区" * 30 + "Ａ" * 20 + "A" * 10 + "罕") == "A区"


def test_about_a_quarter_is_hidden_and_the_rest_stays() -> None:
    text = np.arange(3, 2003).reshape(10, 200)
    seen, places = hide(text, 3000, np.random.default_rng(0))
    assert 0.15 < len(places) / text.size < 0.3
    assert (seen == MASK).sum() > 0.7 * len(places)
    untouched = np.setdiff1d(np.arange(text.size), places)
    assert (seen.reshape(-1)[untouched] == text.reshape(-1)[untouched]).all()


def test_an_encoder_comes_out() -> None:
    alphabet = Alphabet("城北区商务局")
    ids = alphabet.ids("城北区商务局" * 100).astype(np.uint16)
    encoder = pretrain(ids, alphabet.size, hours=1 / 3600)
    assert encoder.e.weight.shape[0] == alphabet.size
