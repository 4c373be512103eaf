"""`python -m kg` is the command `kg`."""

import sys

from kg.cli import main
from kg.engines.start import lightly


def run() -> int:
    """Run one command in a process of its own; the exit code."""
    lightly()
    return main()


if __name__ == "__main__":
    sys.exit(run())
