"""Spans to tags and back, and what the tag scheme allows."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.mentions.crf import decode
from kg.extract.mentions.tags import CLASSES, TAGS, encode, ends, starts, transitions
from kg.extract.mentions.tags import decode as spans_of


@st.composite
def flat_spans(draw: st.DrawFn) -> list[tuple[int, int, str]]:
    borders = sorted(draw(st.sets(st.integers(0, 30), max_size=12)))
    pairs = zip(borders[::2], borders[1::2], strict=False)
    return [(start, end, draw(st.sampled_from(CLASSES))) for start, end in pairs]


@given(flat_spans())
def test_what_is_encoded_is_decoded(spans: list[tuple[int, int, str]]) -> None:
    assert list(spans_of(encode(spans, 31).tolist())) == spans


@given(st.integers(0, 2**32 - 1), st.integers(1, 12))
def test_any_scores_give_well_formed_tags(seed: int, length: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(1, length, len(TAGS))).astype(np.float32)
    best = decode(scores, transitions(), starts(), ends())[0].tolist()
    assert encode(spans_of(best), length).tolist() == best


def test_neighbours_of_one_class_stay_two() -> None:
    spans = [(0, 3, "Place"), (3, 7, "Place")]
    assert list(spans_of(encode(spans, 7).tolist())) == spans
