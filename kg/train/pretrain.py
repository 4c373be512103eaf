"""Pretrain the character encoder on raw news: guess hidden characters (BERT, Devlin et al. 2019; hidden in short runs).

    python -m kg.train.pretrain NEWS.txt HOURS

writes `kg/models/alphabet.txt` and `kg/train/encoder.npz`, from which `kg.train.distill` goes on. NEWS.txt holds
paragraphs, one a line, in article order; the weights in this repository come from 200 MB of articles of about 320
Chinese city and province governments.
"""

import sys
import time
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from kg.extract.mentions import alphabet
from kg.extract.mentions.alphabet import MASK, Alphabet, fold
from kg.train.encoder import DIM, Encoder, load, save

PRETRAINED = Path(__file__).parent / "encoder.npz"
LAYERS = 4
_RAREST = 30  # occurrences
_HIDDEN, _LENGTHS, _CHANCES = 0.25, (1, 2, 3, 4), (0.3, 0.4, 0.2, 0.1)
_RATE, _WARM, _CHARACTERS = 1e-3, 500, 8192
_SHORT, _LONG, _SWITCH = 128, 256, 0.85  # long stretches only at the end: they cost more


class Guesser(nn.Module):
    """Scores of all characters for the hidden ones; the embeddings serve both ways."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.encoder = Encoder(size, LAYERS)
        self.dense, self.norm = nn.Linear(DIM, DIM), nn.LayerNorm(DIM)
        self.bias = nn.Parameter(torch.zeros(size))

    def forward(self, characters: Tensor, hidden: Tensor) -> Tensor:
        """(batch, length) and flat places of hidden characters to (places, characters)."""
        seen = self.encoder(characters).reshape(-1, DIM)[hidden]
        return functional.linear(self.norm(functional.gelu(self.dense(seen))), self.encoder.e.weight, self.bias)


def pretrained() -> Encoder:
    """The encoder with the weights that pretraining left."""
    return load(Encoder(Alphabet.load().size, LAYERS), PRETRAINED)


def characters_of(text: str) -> str:
    """The characters worth a number, sorted: folded, and seen at least 30 times."""
    counts: Counter[str] = Counter()
    for char, count in Counter(text).items():
        counts[fold(char)] += count
    return "".join(sorted(char for char, count in counts.items() if count >= _RAREST))


def hide(
    characters: NDArray[np.int64], size: int, random: np.random.Generator
) -> tuple[NDArray[np.int64], NDArray[np.intp]]:
    """Hide runs of one to four characters: mostly masked, some left, some replaced; returns a copy and flat places."""
    flat = characters.reshape(-1).copy()
    runs = random.choice(_LENGTHS, size=int(len(flat) * _HIDDEN / 2), p=_CHANCES)
    starts = random.integers(0, len(flat), len(runs))
    chosen = np.concatenate([starts[runs > step] + step for step in range(max(_LENGTHS))])
    places = np.unique(chosen[chosen < len(flat)])
    dice = random.random(len(places))
    flat[places[dice < 0.85]] = MASK
    swapped = places[dice >= 0.93]
    flat[swapped] = random.integers(MASK + 1, size, len(swapped))
    return flat.reshape(characters.shape), places


def pretrain(ids: NDArray[np.uint16], size: int, *, hours: float, seed: int = 0) -> Encoder:
    """An encoder trained on a stream of character numbers for so many hours of wall time."""
    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    model = Guesser(size)
    optimizer = torch.optim.AdamW(model.parameters(), lr=_RATE, betas=(0.9, 0.98), eps=1e-6, weight_decay=0.01)
    start, step = time.monotonic(), 0
    while (done := (time.monotonic() - start) / (hours * 3600)) < 1:
        for group in optimizer.param_groups:
            group["lr"] = _RATE * min(1, step / _WARM) * max(0.02, 1 - done)
        length = _SHORT if done < _SWITCH else _LONG
        starts = random.integers(0, len(ids) - length, _CHARACTERS // length)
        loss = _loss(model, np.stack([ids[first : first + length] for first in starts]).astype(np.int64), random)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call] # torch leaves it untyped
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        step += 1
    return model.encoder


def _loss(model: Guesser, characters: NDArray[np.int64], random: np.random.Generator) -> Tensor:
    seen, places = hide(characters, len(model.bias), random)
    wanted = torch.from_numpy(characters.reshape(-1)[places])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores = model(torch.from_numpy(seen), torch.from_numpy(places))
    return functional.cross_entropy(scores.float(), wanted)


def main(news: Path, hours: float) -> None:
    """Read the news, choose the alphabet, pretrain, and write both files."""
    text = news.read_text(encoding="utf-8")
    characters = characters_of(text)
    alphabet.FILE.write_text(characters, encoding="utf-8", newline="")
    numbers = Alphabet(characters)
    save(pretrain(numbers.ids(text).astype(np.uint16), numbers.size, hours=hours), PRETRAINED)


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]))
