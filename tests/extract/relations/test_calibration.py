"""Two numbers that change how sure statements are said to be, never their order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.relations.calibration import Calibration, load_calibration

CHANCES = [number / 1000 for number in range(1001)]


@pytest.mark.parametrize("chance", [0.001, 0.326, 0.5, 0.8, 0.999])
def test_one_and_nought_change_nothing(chance: float) -> None:
    assert Calibration(1, 0).confidence(chance) == chance


def test_confidence_is_moved_in_log_odds() -> None:
    assert Calibration(0.5, 0).confidence(0.9) == 0.75
    assert Calibration(1, 1).confidence(0.5) == 0.731


@given(st.floats(0.1, 3), st.floats(-3, 3))
def test_order_stays_and_certainty_is_finite(slope: float, intercept: float) -> None:
    told = [Calibration(slope, intercept).confidence(chance) for chance in CHANCES]
    assert told == sorted(told)
    assert 0 <= told[0] <= told[-1] <= 1


def test_the_model_has_a_calibration_that_keeps_the_order() -> None:
    assert load_calibration().slope > 0
