"""Distil the tagger (Hinton et al. 2015): a small network learns from raw news what LAC and larger networks know.

    python -m kg.train.distill NEWS.txt

goes on from `kg.train.pretrain`, with the same news, and writes `kg/train/distilled.npz`, where `kg.train.tagger`
begins. The pupil reads news with wrong characters in it and should say what its teachers said of the clean text.
"""

import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils.rnn import pad_sequence

from kg.extract.mentions.tags import TAGS
from kg.train import lac, pretrain, teacher
from kg.train.annotation import TRAIN, read_folder
from kg.train.encoder import DIM, Encoder, save
from kg.train.news import batches, damaged
from kg.train.tagger import DISTILLED, Network

_RATE, _WARM = 5e-4, 100  # steps
_KEPT = (0, 1, 3)  # layers of the pretrained encoder that the pupil begins with
_SPLIT = [DIM, lac.TAGS, lac.WIDTH - lac.TAGS, len(TAGS)]


@dataclass(frozen=True, slots=True)
class Part:
    """So many characters of news, and what counts for how much in them.

    `encoder` and `states` weigh the distance from the states of the pretrained encoder and of LAC, `words` and `tags`
    the divergence from LAC's tags and from those of the teacher that was trained on annotated texts.
    """

    characters: float
    encoder: float
    words: float
    states: float
    tags: float


PARTS = (Part(10e6, 1, 1, 1, 0), *[Part(12e6, 0, 0.5, 0.5, 8)] * 2)  # the rate begins anew with each


class Teachers:
    """The pretrained encoder, LAC, and the teacher that was trained on annotated texts."""

    def __init__(self, encoder: Encoder, tagger: teacher.Teacher) -> None:
        self._encoder, self._tagger = encoder.eval(), tagger.eval()

    def say(self, characters: Tensor, known: Tensor) -> Tensor:
        """(batch, length, DIM + 571 + tags): states of the encoder, tags and states of LAC, our tags."""
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            encoded, tags = self._encoder(characters), self._tagger(characters, known)
        return torch.cat([encoded.float(), known[..., : lac.WIDTH], tags.float()], -1)


class Pupil(nn.Module):
    """The tagger that learns, with a layer for everything else that it should say."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.tagger = Network().eval()  # nothing is dropped or hidden: the print is damaged instead
        self.tagger.encoder = encoder
        encoder.b = nn.ModuleList(encoder.b[layer] for layer in _KEPT)
        self.others = nn.Linear(DIM, DIM + lac.WIDTH)

    def forward(self, characters: Tensor, lists: Tensor) -> Tensor:
        """What the teachers say of the same windows, in the same order."""
        read = self.tagger.read(characters, lists)
        return torch.cat([self.others(read), self.tagger.scores(read)], -1).float()


def distil(news: Sequence[str], teachers: Teachers, pupil: Pupil, part: Part, *, seed: int = 0) -> None:
    """Let the pupil read so much of the news, in random order."""
    torch.manual_seed(seed)
    order = random.Random(seed)  # noqa: S311 - shuffling, no secret
    optimizer = torch.optim.AdamW(pupil.parameters(), betas=(0.9, 0.98), weight_decay=0.01)
    read = 0
    for step, batch in enumerate(batches(news, order)):
        for group in optimizer.param_groups:
            group["lr"] = _RATE * min(1, (step + 1) / _WARM) * max(0.02, 1 - read / part.characters)
        characters, known = (pad_sequence(list(each), batch_first=True) for each in zip(*batch, strict=True))
        there = known[..., : lac.WIDTH].any(-1)  # LAC says nothing between sentences, nor of what fills a batch
        said = teachers.say(characters, known)[there]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            heard = pupil(damaged(characters, order), known[..., lac.WIDTH :])[there]
        optimizer.zero_grad()
        loss(heard, said, part).backward()  # type: ignore[no-untyped-call] # torch leaves it untyped
        nn.utils.clip_grad_norm_(pupil.parameters(), 1.0)
        optimizer.step()
        read += len(said)
        if read >= part.characters:
            return


def loss(heard: Tensor, said: Tensor, part: Part) -> Tensor:
    """How far apart pupil and teachers are, of (characters, DIM + 571 + tags) each."""
    pairs = list(zip(torch.split(heard, _SPLIT, -1), torch.split(said, _SPLIT, -1), strict=True))
    encoder, states = (functional.mse_loss(own, _standard(taught)) for own, taught in (pairs[0], pairs[2]))
    words, tags = (
        functional.kl_div(own.log_softmax(-1), taught.log_softmax(-1), reduction="batchmean", log_target=True)
        for own, taught in (pairs[1], pairs[3])
    )
    return part.encoder * encoder + part.words * words + part.states * states + part.tags * tags


def _standard(states: Tensor) -> Tensor:
    return (states - states.mean(0)) / (states.std(0) + 1e-3)  # a state that hardly moves is no lesson


def main(news: Path) -> None:
    """Train the teacher on the annotated texts, let the pupil read the news, and write its weights."""
    pupil = Pupil(pretrain.pretrained())
    teachers = Teachers(pretrain.pretrained(), teacher.fit(list(read_folder(TRAIN)), pretrain.pretrained()))
    for seed, part in enumerate(PARTS):
        distil(news.read_text(encoding="utf-8").split("\n"), teachers, pupil, part, seed=seed)
    save(pupil.tagger, DISTILLED)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
