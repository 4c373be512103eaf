"""docs/robustness.md says what the program makes of bad inputs today."""

import sys

import pytest
from faults.inputs import PAGE, rewritten


@pytest.mark.skipif(sys.platform != "linux", reason="the messages of the system stand in the table")
def test_the_table_is_what_comes_out() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert rewritten(page) == page, "run python tests/faults/inputs.py and read what has changed"
