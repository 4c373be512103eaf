"""What the relation model's chances are worth: Platt scaling, and how sure a statement must be; kept beside the model.

`kg.train.calibrate` finds the numbers. Order does not change, only how sure a statement is said to be.
"""

import math
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

CALIBRATION = Path(__file__).parents[2] / "models" / "calibration.toml"
# Chances are told to three digits: 1.000 may be as little as this.
_ALMOST = 0.9995


@dataclass(frozen=True, slots=True)
class Calibration:
    """Log-odds are multiplied by `slope`, which is above 0, and `intercept` is added; (1, 0) changes nothing.

    What is less sure than `least` is not stated.
    """

    slope: float
    intercept: float
    least: float = 0.0

    def confidence(self, chance: float) -> float:
        """How many of the statements of this chance are right, to three digits."""
        return round(1 / (1 + math.exp(-(self.slope * log_odds(chance) + self.intercept))), 3)


def log_odds(chance: float) -> float:
    """The log-odds of a chance of three digits; finite even for 0 and 1."""
    kept = min(max(chance, 1 - _ALMOST), _ALMOST)
    return math.log(kept / (1 - kept))


@cache
def load_calibration(path: Path = CALIBRATION) -> Calibration:
    """Read the numbers."""
    return Calibration(**tomllib.loads(path.read_text(encoding="utf-8")))
