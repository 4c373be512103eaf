"""The teacher: what it is given to know, and that it learns like the tagger."""

import numpy as np
import torch

from kg.extract.mentions.alphabet import Alphabet
from kg.extract.mentions.lexical import lexical_features
from kg.extract.mentions.tags import TAGS
from kg.train import lac, teacher
from kg.train.annotation import AnnotatedText, GoldMention
from kg.train.encoder import Encoder

TEXT = "安宁区民政局开展暖心行动。\n\n会议强调，要做好服务。"
GOLD = (GoldMention(0, 6, "Organization", "安宁区民政局", "安宁区民政局"),)


def test_it_knows_lac_and_word_lists_and_of_line_breaks_nothing_of_lac() -> None:
    known = teacher.Known()(TEXT)
    assert known.shape == (len(TEXT), teacher.WIDTH)
    (first,) = lac.Lac().encode(["安宁区民政局开展暖心行动。"])
    assert np.array_equal(known[:13, : lac.WIDTH], first)
    assert not known[13:15, : lac.WIDTH].any()
    assert np.array_equal(known[:, lac.WIDTH :], lexical_features(TEXT))


def test_a_trained_teacher_scores_tags() -> None:
    encoder = Encoder(Alphabet.load().size, 1)
    trained = teacher.fit([AnnotatedText("A1", TEXT, GOLD, ())], encoder, epochs=1)
    with torch.no_grad():
        scores = trained(torch.ones(1, 5, dtype=torch.int64), torch.zeros(1, 5, teacher.WIDTH))
    assert scores.shape == (1, 5, len(TAGS))
