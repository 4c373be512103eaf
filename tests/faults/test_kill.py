"""A build that is killed leaves the one before it; `kill.py` tries it more often."""

from pathlib import Path

from faults.kill import trials


def test_a_killed_build_leaves_the_one_before(tmp_path: Path) -> None:
    assert len(list(trials(tmp_path, 3))) == 3
