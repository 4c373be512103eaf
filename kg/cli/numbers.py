"""Numbers as arguments."""

from argparse import ArgumentTypeError


def count(text: str) -> int:
    """How many of something: 1 or more."""
    if text.isdecimal() and int(text):
        return int(text)
    raise ArgumentTypeError(f"{text} is no number to count with: write a whole number, 1 or more")
