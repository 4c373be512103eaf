"""Distillation on a few lines: the pupil begins as its teacher, comes nearer, and listens to what counts."""

from copy import deepcopy

import pytest
import torch

from kg.extract.mentions.alphabet import Alphabet
from kg.extract.mentions.tags import TAGS
from kg.train import distill, lac, teacher
from kg.train.distill import Part, Pupil, Teachers, distil, loss
from kg.train.encoder import DIM, Encoder

NEWS = [f"城北区商务局局长李国强到云山街道第{number}社区调研，强调要做好服务。" * 4 for number in range(400)]
WHOLE = DIM + lac.WIDTH + len(TAGS)


@pytest.fixture
def encoder() -> Encoder:
    torch.manual_seed(3)
    return Encoder(Alphabet.load().size, 4)


def test_the_pupil_begins_with_layers_of_its_teacher(encoder: Encoder) -> None:
    last = encoder.b[3].f1.weight
    pupil = Pupil(encoder)
    assert len(pupil.tagger.encoder.b) == 3
    assert pupil.tagger.encoder.b[2].f1.weight is last


def test_it_comes_nearer_to_its_teachers(encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    teachers = Teachers(deepcopy(encoder), teacher.Teacher(deepcopy(encoder)))
    pupil = Pupil(encoder)
    distances: list[float] = []

    def noted(heard: torch.Tensor, said: torch.Tensor, part: Part) -> torch.Tensor:
        distance = loss(heard, said, part)
        distances.append(distance.item())
        return distance

    monkeypatch.setattr(distill, "loss", noted)
    distil(NEWS, teachers, pupil, Part(30_000, 0, 1, 0, 1))
    assert distances[-1] < distances[0]


def test_what_weighs_nothing_is_not_learned() -> None:
    torch.manual_seed(4)
    heard, said = torch.randn(50, WHOLE), torch.randn(50, WHOLE)
    assert loss(heard, said, Part(1, 0, 0, 0, 0)) == 0
    assert loss(heard, said, Part(1, 0, 0, 0, 1)) > 0
    agreed = torch.cat([heard[:, : -len(TAGS)], said[:, -len(TAGS) :]], 1)
    assert loss(agreed, said, Part(1, 0, 0, 0, 1)) == pytest.approx(0, abs=1e-6)
