"""Train the tagger: our pretrained encoder, fine-tuned, beside frozen LAC and word lists, under a BiLSTM."""

import math
import random
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from kg.documents.repair import repair
from kg.documents.sentences import sentences
from kg.extract.mentions.alphabet import MASK, Alphabet
from kg.extract.mentions.lac import WIDTH as LAC_WIDTH
from kg.extract.mentions.lac import Lac
from kg.extract.mentions.lexical import WIDTH as LEXICAL_WIDTH
from kg.extract.mentions.tagger import known
from kg.extract.mentions.tags import TAGS, encode
from kg.extract.mentions.windows import windows
from kg.train.annotation import AnnotatedText
from kg.train.augment import variants
from kg.train.encoder import DIM, Encoder, load

EPOCHS, BATCH, ENCODER_RATE, RATE = 16, 8, 5e-4, 2e-3
_LAC, _HIDDEN, _DROP, _HIDE = 128, 128, 0.3, 0.06
_PLAIN = 0.3  # how often a text is read as it is
_NO_TAG = -100  # torch's mark for what the loss leaves out


@dataclass(frozen=True, slots=True)
class Example:
    """One window: character numbers, what LAC and word lists say, and right tags, each (length, …)."""

    characters: NDArray[np.int64]
    known: NDArray[np.float16]
    tags: NDArray[np.int64]


Windows = Sequence[Sequence[Example]]  # of each text


class Network(nn.Module):
    """Scores (batch, length, tags) from character numbers (batch, length) and what is known (batch, length, 586)."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.narrow = nn.Linear(LAC_WIDTH, _LAC)
        self.drop = nn.Dropout(_DROP)
        self.context = nn.LSTM(DIM + _LAC + LEXICAL_WIDTH, _HIDDEN, batch_first=True, bidirectional=True)
        self.scores = nn.Linear(2 * _HIDDEN, len(TAGS))

    def forward(self, characters: Tensor, known: Tensor) -> Tensor:
        """Read windows; in training some characters are hidden, as misprints hide them."""
        if self.training:
            hidden = torch.rand(characters.shape) < _HIDE
            characters = torch.where(hidden, torch.full_like(characters, MASK), characters)
        own = self.drop(self.encoder(characters).float())
        tagged = self.drop(functional.relu(self.narrow(self.drop(known[..., :LAC_WIDTH])))).float()
        context, _ = self.context(torch.cat([own, tagged, known[..., LAC_WIDTH:]], -1))
        scores: Tensor = self.scores(self.drop(context))
        return scores


def fit(texts: Sequence[AnnotatedText], *, epochs: int = EPOCHS) -> Network:
    """A network trained on annotated texts and their variants (`kg.train.augment`)."""
    return train(examples(texts), [examples(varied) for varied in variants(texts)], epochs=epochs)


def examples(texts: Sequence[AnnotatedText]) -> Windows:
    """The windows of each annotated text, repaired as they will be when the tagger reads them."""
    reader, alphabet = Lac(), Alphabet.load()
    return [list(_examples(text, reader, alphabet)) for text in texts]


def _examples(annotated: AnnotatedText, reader: Lac, alphabet: Alphabet) -> Iterator[Example]:
    page = repair(annotated.text)
    spans = [(*page.repaired(mention.start, mention.end), mention.type) for mention in annotated.mentions]
    characters, tags = alphabet.ids(page.text), encode(spans, len(page.text))
    borders = sentences(page.text)
    features = known(reader, page.text, borders).astype(np.float16)
    for start, end in windows(borders):
        yield Example(characters[start:end], features[start:end], tags[start:end])


def train(plain: Windows, varied: Sequence[Windows], *, seed: int = 0, epochs: int = EPOCHS) -> Network:
    """A network that reads each text once an epoch, as it is or in one of its variants.

    The same data and seed give the same network on the same machine.
    """
    torch.set_num_threads(1)  # sums in another order would give another network
    torch.manual_seed(seed)
    order = random.Random(seed)  # noqa: S311 - shuffling, no secret
    network = Network(load(Alphabet.load().size))
    optimizer = torch.optim.AdamW(_groups(network), weight_decay=1e-4)
    steps = epochs * math.ceil(sum(map(len, plain)) / BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step / steps))
    network.train()
    for _ in range(epochs):
        for batch in _batches(_read(plain, varied, order), order):
            loss = _loss(network, batch)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call] # torch leaves it untyped
            nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            schedule.step()
    return network.eval()


def _read(plain: Windows, varied: Sequence[Windows], chance: random.Random) -> list[Example]:
    versions = (chance.choice(varied) if varied and chance.random() > _PLAIN else plain for _ in plain)
    return [window for number, version in enumerate(versions) for window in version[number]]


def _groups(network: Network) -> list[dict[str, object]]:
    """The pretrained encoder learns slower than the new layers."""
    pretrained = list(network.encoder.parameters())
    fresh = [weight for name, weight in network.named_parameters() if not name.startswith("encoder.")]
    return [{"params": pretrained, "lr": ENCODER_RATE}, {"params": fresh, "lr": RATE}]


def _rate(done: float) -> float:
    return min(1.0, done / 0.08) * max(0.02, 1 - done)


def _batches(data: Sequence[Example], order: random.Random) -> Iterator[list[Example]]:
    """Windows of about the same length together, in random order."""
    near = sorted(range(len(data)), key=lambda index: len(data[index].tags) + 40 * order.random())
    batches = [near[first : first + BATCH] for first in range(0, len(near), BATCH)]
    order.shuffle(batches)
    return ([data[index] for index in batch] for batch in batches)


def _loss(network: Network, batch: list[Example]) -> Tensor:
    characters, features, tags = (
        nn.utils.rnn.pad_sequence([torch.from_numpy(array) for array in arrays], batch_first=True, padding_value=fill)
        for arrays, fill in (
            ([example.characters for example in batch], 0),
            ([example.known.astype(np.float32) for example in batch], 0),
            ([example.tags for example in batch], _NO_TAG),
        )
    )
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores = network(characters, features)
    total = functional.cross_entropy(
        scores.float().flatten(0, 1), tags.flatten(), ignore_index=_NO_TAG, reduction="sum"
    )
    return total / len(batch)


def export(network: Network, path: Path) -> None:
    """Write the network as ONNX: `characters` (1, length) and `known` (1, length, 586) to `scores` (1, length, tags).

    Weights are kept in eight bits: a quarter of the size, faster, and no measurable loss.
    """
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            network,
            (torch.zeros(1, 20, dtype=torch.int64), torch.zeros(1, 20, LAC_WIDTH + LEXICAL_WIDTH)),
            str(full),
            input_names=["characters", "known"],
            output_names=["scores"],
            dynamic_axes={"characters": {1: "length"}, "known": {1: "length"}, "scores": {1: "length"}},
            dynamo=False,  # torch's newer exporter fixes the length that an LSTM is given
        )
        quantize_dynamic(full, path, weight_type=QuantType.QInt8, per_channel=True)
