"""The teacher of the tagger: the pretrained encoder, fine-tuned, beside LAC and word lists, under a BiLSTM.

It is as good as the tagger that ships, at three times the cost.
"""

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from kg.documents.sentences import sentences
from kg.extract.mentions import lexical
from kg.extract.mentions.tags import TAGS
from kg.train import lac
from kg.train.annotation import AnnotatedText
from kg.train.augment import variants
from kg.train.encoder import DIM, Encoder
from kg.train.tagger import DROP, examples, hidden, train

WIDTH = lac.WIDTH + lexical.WIDTH
EPOCHS, _NARROW, _STATES = 16, 128, 128


class Teacher(nn.Module):
    """Scores (batch, length, tags) from character numbers (batch, length) and what is known (batch, length, 586)."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder, self.drop = encoder, nn.Dropout(DROP)
        self.narrow = nn.Linear(lac.WIDTH, _NARROW)
        self.context = nn.LSTM(DIM + _NARROW + lexical.WIDTH, _STATES, batch_first=True, bidirectional=True)
        self.scores = nn.Linear(2 * _STATES, len(TAGS))

    def forward(self, characters: Tensor, known: Tensor) -> Tensor:
        """Read windows."""
        own = self.drop(self.encoder(hidden(self, characters)).float())
        tagged = self.drop(functional.relu(self.narrow(self.drop(known[..., : lac.WIDTH])))).float()
        context, _ = self.context(torch.cat([own, tagged, known[..., lac.WIDTH :]], -1))
        scores: Tensor = self.scores(self.drop(context))
        return scores


class Known:
    """What LAC says of the characters of a text, read sentence by sentence, and then what word lists say."""

    def __init__(self) -> None:
        self._lac = lac.Lac()

    def __call__(self, text: str) -> NDArray[np.float32]:
        """(characters, 571 + 15); LAC says 0 of what stands between sentences."""
        spans = sentences(text)
        features = np.zeros((len(text), WIDTH), np.float32)
        for (start, end), found in zip(spans, self._lac.encode([text[a:b] for a, b in spans]), strict=True):
            features[start:end, : lac.WIDTH] = found
        features[:, lac.WIDTH :] = lexical.lexical_features(text)
        return features


def fit(texts: Sequence[AnnotatedText], encoder: Encoder, *, epochs: int = EPOCHS) -> Teacher:
    """A teacher trained on annotated texts and their variants, with the weights of a pretrained encoder to begin."""
    known = Known()
    plain, varied = examples(texts, known), [examples(version, known) for version in variants(texts)]
    torch.manual_seed(0)
    return train(Teacher(encoder), plain, varied, epochs=epochs)
