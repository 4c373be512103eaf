"""Variants of annotated texts, with damaged print or with other names: so that contexts are learned, not names.

Swapping names follows Dai & Adel 2020 ("mention replacement").
"""

import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.train.annotation import AnnotatedText, GoldMention
from kg.train.noise import mixed_damage, wrong_characters

_DAMAGES = (0.03, 0.06, 0.09, 0.12)
_COPIES = 2
_RENAMED = 0.5  # the share of the names of a text that are exchanged

Pool = Mapping[str, Sequence[str]]


def variants(texts: Sequence[AnnotatedText]) -> list[Sequence[AnnotatedText]]:
    """The same texts in the same order, four times with damaged print, twice with other names."""
    pool = _pool(texts)
    damaged = [[_damaged(text, share, seed) for text in texts] for seed, share in enumerate(_DAMAGES)]
    renamed = [[_renamed(text, pool, seed) for text in texts] for seed in range(_COPIES)]
    return [*damaged, *renamed]


def _damaged(text: AnnotatedText, share: float, seed: int) -> AnnotatedText:
    return (wrong_characters if seed % 2 else mixed_damage)(text, share, seed)


def _pool(texts: Sequence[AnnotatedText]) -> Pool:
    names = defaultdict(list)
    for text in texts:
        for kind, surface in dict.fromkeys((mention.type, mention.text) for mention in text.mentions):
            names[kind].append(surface)
    return names


def _renamed(text: AnnotatedText, pool: Pool, seed: int) -> AnnotatedText:
    """Half of the names give way to names of the same class from any text, each to one, wherever it stands."""
    chance = random.Random(f"{text.name} {seed}")  # noqa: S311 - no secret
    forms = dict.fromkeys((mention.type, mention.text) for mention in text.mentions)
    new = {form: chance.choice(pool[form[0]]) if chance.random() < _RENAMED else form[1] for form in forms}
    pieces: list[str] = []
    mentions: list[GoldMention] = []
    last = length = 0
    for mention in text.mentions:
        name = new[mention.type, mention.text]
        start = length + mention.start - last
        pieces += text.text[last : mention.start], name
        last, length = mention.end, start + len(name)
        mentions.append(replace(mention, start=start, end=length, text=name))
    return replace(text, text="".join([*pieces, text.text[last:]]), mentions=tuple(mentions))
