"""Train the tagger: the distilled encoder, which is told what word lists say, fine-tuned on annotated texts."""

import math
import random
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from kg.documents.repair import repair
from kg.documents.sentences import sentences
from kg.extract.mentions.alphabet import MASK, Alphabet
from kg.extract.mentions.lexical import WIDTH, lexical_features
from kg.extract.mentions.tags import TAGS, encode
from kg.extract.mentions.windows import windows
from kg.train.annotation import AnnotatedText
from kg.train.augment import variants
from kg.train.encoder import DIM, Encoder, load

DISTILLED = Path(__file__).parent / "distilled.npz"
LAYERS, SEEDS = 3, 2
EPOCHS, BATCH, ENCODER_RATE, RATE = 12, 8, 5e-4, 2e-3
DROP, HIDE = 0.3, 0.06
_PLAIN = 0.3  # how often a text is read as it is
_NO_TAG = -100  # torch's mark for what the loss leaves out


@dataclass(frozen=True, slots=True)
class Example:
    """One window: character numbers, what is known of them, and right tags, each (length, …)."""

    characters: NDArray[np.int64]
    known: NDArray[np.float16]
    tags: NDArray[np.int64]


Windows = Sequence[Sequence[Example]]  # of each text
Trained = TypeVar("Trained", bound=nn.Module)


class Network(nn.Module):
    """Scores (batch, length, tags) from character numbers (batch, length) and word lists (batch, length, 15)."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder(Alphabet.load().size, LAYERS)
        self.known, self.drop, self.scores = nn.Linear(WIDTH, DIM), nn.Dropout(DROP), nn.Linear(DIM, len(TAGS))

    def forward(self, characters: Tensor, known: Tensor) -> Tensor:
        """Read windows."""
        scores: Tensor = self.scores(self.read(characters, known))
        return scores

    def read(self, characters: Tensor, known: Tensor) -> Tensor:
        """What characters mean where they stand: (batch, length, DIM)."""
        read: Tensor = self.drop(self.encoder(hidden(self, characters), self.known(known)).float())
        return read


def hidden(network: nn.Module, characters: Tensor) -> Tensor:
    """The characters, in training some of them hidden as misprints hide them."""
    if not network.training:
        return characters
    return torch.where(torch.rand(characters.shape) < HIDE, torch.full_like(characters, MASK), characters)


def fit(texts: Sequence[AnnotatedText], *, epochs: int = EPOCHS) -> Network:
    """A network trained on annotated texts and their variants (`kg.train.augment`).

    It is the mean of some that were trained in different orders from the same beginning: as fast as one, and better
    than each (Wortsman et al. 2022).
    """
    plain, varied = examples(texts), [examples(version) for version in variants(texts)]
    trained = [train(load(Network(), DISTILLED), plain, varied, seed=seed, epochs=epochs) for seed in range(SEEDS)]
    return mean(trained)


def mean(networks: Sequence[Network]) -> Network:
    """A network with the mean of the weights of others."""
    weights = [network.state_dict() for network in networks]
    whole = Network()
    whole.load_state_dict({name: torch.stack([each[name] for each in weights]).mean(0) for name in weights[0]})
    return whole.eval()


def examples(texts: Sequence[AnnotatedText], known: Callable[[str], NDArray[np.float32]] = lexical_features) -> Windows:
    """The windows of each annotated text, repaired as they will be when the tagger reads them."""
    return [list(_examples(text, known)) for text in texts]


def _examples(annotated: AnnotatedText, known: Callable[[str], NDArray[np.float32]]) -> Iterator[Example]:
    page = repair(annotated.text)
    spans = [(*page.repaired(mention.start, mention.end), mention.type) for mention in annotated.mentions]
    characters, tags = Alphabet.load().ids(page.text), encode(spans, len(page.text))
    features = known(page.text).astype(np.float16)
    for start, end in windows(sentences(page.text)):
        yield Example(characters[start:end], features[start:end], tags[start:end])


def train(
    network: Trained, plain: Windows, varied: Sequence[Windows], *, seed: int = 0, epochs: int = EPOCHS
) -> Trained:
    """The network when it has read each text once an epoch, as it is or in one of its variants.

    The same data and seed give the same network on the same machine.
    """
    torch.set_num_threads(1)  # sums in another order would give another network
    torch.manual_seed(seed)
    order = random.Random(seed)  # noqa: S311 - shuffling, no secret
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


def _groups(network: nn.Module) -> list[dict[str, object]]:
    """The pretrained encoder learns slower than the new layers."""
    weights: dict[bool, list[nn.Parameter]] = {True: [], False: []}
    for name, weight in network.named_parameters():
        weights[name.startswith("encoder.")].append(weight)
    return [{"params": weights[True], "lr": ENCODER_RATE}, {"params": weights[False], "lr": RATE}]


def _rate(done: float) -> float:
    return min(1.0, done / 0.08) * max(0.02, 1 - done)


def _batches(data: Sequence[Example], order: random.Random) -> Iterator[list[Example]]:
    """Windows of about the same length together, in random order."""
    near = sorted(range(len(data)), key=lambda index: len(data[index].tags) + 40 * order.random())
    batches = [near[first : first + BATCH] for first in range(0, len(near), BATCH)]
    order.shuffle(batches)
    return ([data[index] for index in batch] for batch in batches)


def _loss(network: nn.Module, batch: list[Example]) -> Tensor:
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


def export(network: nn.Module, path: Path, width: int = WIDTH) -> None:
    """Write the network as ONNX: `characters` (1, length) and `known` (1, length, width) to `scores` (1, length, tags).

    Weights are kept in eight bits: a quarter of the size, faster, and no measurable loss; but for the convolution,
    which is slower so.
    """
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            network,
            (torch.zeros(1, 20, dtype=torch.int64), torch.zeros(1, 20, width)),
            str(full),
            input_names=["characters", "known"],
            output_names=["scores"],
            dynamic_axes={"characters": {1: "length"}, "known": {1: "length"}, "scores": {1: "length"}},
            dynamo=False,  # torch's newer exporter fixes the length that an LSTM is given
        )
        slow = [node.name for node in onnx.load(full).graph.node if node.op_type == "Conv"]
        quantize_dynamic(full, path, weight_type=QuantType.QInt8, per_channel=True, nodes_to_exclude=slow)
