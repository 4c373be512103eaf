"""Numbers as arguments."""

from argparse import ArgumentTypeError

import pytest

from kg.cli.numbers import count


def test_one_or_more_can_be_counted() -> None:
    assert [count(text) for text in ("1", "20")] == [1, 20]


@pytest.mark.parametrize("text", ["", "0", "-1", "1.5", "two"])
def test_anything_else_cannot(text: str) -> None:
    with pytest.raises(ArgumentTypeError, match="write a whole number, 1 or more"):
        count(text)
