"""Raw news as batches of windows to learn from, in random order, and with damaged print."""

import random
from collections.abc import Iterator, Sequence
from itertools import islice

import torch
from torch import Tensor

from kg.documents.sentences import sentences
from kg.extract.mentions.alphabet import MASK, Alphabet
from kg.extract.mentions.windows import windows
from kg.train import teacher

_LINES, _WINDOWS, _SHUFFLED = 60, 24, 960  # lines read together, windows to a batch, windows shuffled together
_DAMAGED, _SHARES = 0.5, (0.03, 0.06, 0.1)  # of the batches, and of the characters of such a batch


def batches(news: Sequence[str], order: random.Random) -> Iterator[list[tuple[Tensor, Tensor]]]:
    """Windows of about the same length together: their character numbers and what is known of the characters."""
    rest = _windows(news, order)
    while waiting := list(islice(rest, _SHUFFLED)):
        waiting.sort(key=lambda window: len(window[0]) + 20 * order.random())
        together = [waiting[first : first + _WINDOWS] for first in range(0, len(waiting), _WINDOWS)]
        order.shuffle(together)
        yield from together


def _windows(news: Sequence[str], order: random.Random) -> Iterator[tuple[Tensor, Tensor]]:
    numbers, known = Alphabet.load(), teacher.Known()
    for first in order.sample(range(0, len(news), _LINES), -(-len(news) // _LINES)):
        text = "\n".join(news[first : first + _LINES])
        characters, features = torch.from_numpy(numbers.ids(text)), torch.from_numpy(known(text))
        yield from ((characters[start:end], features[start:end]) for start, end in windows(sentences(text)))


def damaged(characters: Tensor, order: random.Random) -> Tensor:
    """The characters, or in half of the cases some of them hidden and as many exchanged for any others."""
    if order.random() >= _DAMAGED:
        return characters
    chance, share = torch.rand(characters.shape), order.choice(_SHARES)
    others = torch.randint(MASK + 1, Alphabet.load().size, characters.shape)
    seen = torch.where(chance < share / 2, torch.full_like(characters, MASK), characters)
    return torch.where((chance >= share / 2) & (chance < share), others, seen)
