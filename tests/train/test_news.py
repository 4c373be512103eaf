"""Raw news as lessons: every window once, and damage that stays within its share."""

import random

import torch

from kg.extract.mentions.alphabet import MASK, Alphabet
from kg.train import news, teacher


def test_windows_come_in_batches_with_what_is_known_of_them() -> None:
    lines = [f"城北区第{number}小学举行活动。" * 20 for number in range(400)]
    batch = next(news.batches(lines, random.Random(1)))  # noqa: S311 - shuffling, no secret
    assert len({len(characters) for characters, _ in batch}) < len(batch)
    for characters, known in batch:
        assert known.shape == (len(characters), teacher.WIDTH)
        assert len(characters) <= 250


def test_half_of_the_batches_are_damaged_and_never_much() -> None:
    torch.manual_seed(1)
    order = random.Random(1)  # noqa: S311 - damage, no secret
    whole = torch.full((10, 200), Alphabet.load().size)
    shares = [(news.damaged(whole, order) != whole).float().mean().item() for _ in range(200)]
    assert 60 < shares.count(0.0) < 140
    assert max(shares) < 0.15


def test_some_of_the_damage_is_hidden_and_some_exchanged() -> None:
    torch.manual_seed(2)
    order = random.Random(2)  # noqa: S311 - damage, no secret
    whole = torch.full((10, 200), Alphabet.load().size)
    seen = torch.cat([news.damaged(whole, order) for _ in range(20)])
    assert (seen == MASK).any()
    assert ((seen > MASK) & (seen < Alphabet.load().size)).any()
