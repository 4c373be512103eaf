"""How much memory the process that answers may take, and that nothing it says as it dies of it reaches a terminal."""

import os
import sys
from contextlib import suppress
from pathlib import Path


def cap(more: int) -> None:
    """Let this process take so many bytes more than it has; what goes beyond ends it (SIGABRT).

    Linux counts what a process may write to and holds it to that; elsewhere nothing is done.
    """
    try:
        import resource

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[5])  # of data, see proc(5)
    except (ImportError, OSError):
        return
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    most = pages * resource.getpagesize() + more
    resource.setrlimit(resource.RLIMIT_DATA, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def hush() -> None:
    """Keep what the engine writes as it falls off the terminal; what Python says of a fault still gets there."""
    with suppress(OSError), Path(os.devnull).open("wb") as nothing:  # a server may run without a terminal
        sys.stderr = os.fdopen(os.dup(2), "w", buffering=1, encoding="utf-8", errors="backslashreplace")
        os.dup2(nothing.fileno(), 2)
