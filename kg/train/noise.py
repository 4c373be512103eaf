"""Damage annotated texts as OCR does, to measure how much worse the results of worse scans are."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

import numpy as np

from kg.train.annotation import AnnotatedText, GoldMention

_HAN, _MARK = re.compile("[\u4e00-\u9fff]"), re.compile('[—“”‘’"]')
_DASH, _READ_AS = "—", "一"
# What a character inside a sentence gets before it: half are replaced instead.
_GAPS = ("", "", " ", "\n")


def wrong_characters(text: AnnotatedText, share: float, seed: int) -> AnnotatedText:
    """The text with a share (0 to 1) of its Chinese characters replaced by others of the same text."""
    random = np.random.default_rng(seed)
    letters = sorted(set(_HAN.findall(text.text)))
    places = _some(_HAN, text.text, share, random)
    return _rewritten(text, {place: _other(text.text[place], letters, random) for place in places})


def mixed_damage(text: AnnotatedText, share: float, seed: int) -> AnnotatedText:
    """The text with a share (0 to 1) of its Chinese characters, and of its dashes and quotation marks, damaged.

    Of the characters half are replaced, a quarter gets a stray blank before it and a quarter a line break, unless no
    Chinese character stands before it; dashes are read as 一, quotation marks are lost.
    """
    random = np.random.default_rng(seed)
    letters = sorted(set(_HAN.findall(text.text)))
    pieces = {place: _READ_AS * (text.text[place] == _DASH) for place in _some(_MARK, text.text, share, random)}
    for place in _some(_HAN, text.text, share, random):
        gap = _GAPS[random.integers(len(_GAPS))] if _HAN.match(text.text[max(0, place - 1)]) and place else ""
        pieces[place] = gap + text.text[place] if gap else _other(text.text[place], letters, random)
    return _rewritten(text, pieces)


def _some(kind: re.Pattern[str], text: str, share: float, random: np.random.Generator) -> list[int]:
    """Where a share of the characters of a kind stand."""
    places = np.array([match.start() for match in kind.finditer(text)], dtype=np.int64)
    some: list[int] = random.permutation(places)[: round(share * len(places))].tolist()
    return some


def _other(letter: str, letters: Sequence[str], random: np.random.Generator) -> str:
    others = [other for other in letters if other != letter] or [letter]
    return others[random.integers(len(others))]


def _rewritten(text: AnnotatedText, pieces: Mapping[int, str]) -> AnnotatedText:
    """The text with pieces for the characters at their places; a piece is empty or ends with what was read there."""
    parts = [pieces.get(place, letter) for place, letter in enumerate(text.text)]
    ends = list(accumulate(map(len, parts)))
    starts = [end - bool(part) for end, part in zip(ends, parts, strict=True)]
    damaged = "".join(parts)

    def moved(mention: GoldMention) -> GoldMention:
        start, end = starts[mention.start], ends[mention.end - 1]
        return replace(mention, start=start, end=end, text=damaged[start:end])

    return replace(text, text=damaged, mentions=tuple(map(moved, text.mentions)))
