"""What a pair looks like to the classifier, and what makes no difference to it."""

import numpy as np
import pytest
from extract.relations.paired import paired
from extract.relations.stated import reading
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.relations.candidates import candidates
from kg.extract.relations.cues import cues
from kg.extract.relations.features import features
from kg.extract.relations.hashing import Hashes, Rolling
from kg.extract.relations.pair_model import load_model

PLAIN = "⟦O|区文化馆⟧在⟦L|人民公园⟧举办⟦P|书画展⟧。"


def seen(source: str, left: int = 0, right: int | None = None) -> Hashes:
    """The features of one pair, the first and the last mention if not said otherwise."""
    found = reading(source)
    pair = paired(left, len(found) - 1 if right is None else right)
    return features(found, cues(found, Rolling(found.codes)), pair)[0]


def share(one: Hashes, other: Hashes) -> float:
    return float(np.mean(one == other))


@pytest.mark.parametrize(
    "same",
    [
        "⟦O|区文化馆⟧在“⟦L|人民公园⟧”举办《⟦P|书画展⟧》。",
        "⟦O|区文化馆⟧ 在⟦L|人民公园⟧　举办⟦P|书画展⟧。",
        "⟦O|文化馆|区文化馆⟧在⟦L|公园|人民公园⟧举办⟦P|展|书画展⟧。",
    ],
)
def test_quotation_marks_white_space_and_short_names_make_no_difference(same: str) -> None:
    assert np.array_equal(seen(PLAIN), seen(same))


def test_figures_make_no_difference_but_words_do() -> None:
    first, second, other = (f"⟦O|区文化馆⟧{when}举办⟦P|书画展⟧。" for when in ("12日", "30日", "当日"))
    assert np.array_equal(seen(first), seen(second))
    assert not np.array_equal(seen(first), seen(other))


@pytest.mark.parametrize(
    "other",
    [
        "⟦O|区文化馆⟧在⟦L|人民公园⟧参加⟦P|书画展⟧。",
        "⟦O|区文化馆⟧在⟦L|人民公园⟧举办⟦P|书画节⟧。",
        "⟦O|区文化馆⟧在⟦O|人民公园⟧举办⟦P|书画展⟧。",
        "⟦O|区文化馆⟧在⟦L|人民公园⟧。举办⟦P|书画展⟧。",
    ],
)
def test_another_verb_name_class_or_sentence_is_seen_and_the_rest_stays_alike(other: str) -> None:
    assert 0 < share(seen(PLAIN), seen(other)) < 1


@pytest.mark.parametrize("source", [PLAIN, "⟦O|甲局⟧，⟦O|甲局⟧"])
def test_no_two_features_of_a_pair_are_taken_for_each_other_even_of_two_mentions_alike(source: str) -> None:
    row = seen(source)
    assert len(set(row.tolist())) == len(row)


PIECES = ["⟦O|区委⟧", "⟦L|东川区⟧", "⟦P|读书节⟧", "⟦N|李明⟧", "⟦O|东川区民政局⟧", "举办", "公司", *"、。\n在"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_each_pair_is_seen_alike_alone_and_among_all_others(pieces: list[str]) -> None:
    found = reading("⟦O|县医院⟧" + "".join(pieces))
    clues = cues(found, Rolling(found.codes))
    pairs = candidates(found, clues)
    together = features(found, clues, pairs)
    assert together.shape == (len(pairs), len(seen(PLAIN)))
    for number in range(len(pairs)):
        alone = type(pairs)(*(part[number : number + 1] for part in (pairs.left, pairs.right, pairs.ways)))
        assert np.array_equal(features(found, clues, alone)[0], together[number])


def test_the_model_that_is_shipped_was_trained_on_these_features() -> None:
    regression = load_model().regression
    known = regression.rows(seen(PLAIN)) < len(regression.keys)
    assert known.mean() > 0.5
