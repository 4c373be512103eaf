"""`python -m kg` is the command `kg`."""

import gc
import sys

from kg.cli import main
from kg.engines.start import lightly


def run() -> int:
    """Run one command in a process of its own; the exit code."""
    lightly()
    status = main()
    gc.freeze()  # what is left need not be swept once more before the process ends
    return status


if __name__ == "__main__":
    sys.exit(run())
