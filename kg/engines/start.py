"""How the processes of the command start: with less to load, and without sweeping what is loaded."""

import gc
import sys

# Loading makes a million objects that stay: searched for dead circles every 700, it takes a third longer.
_SWEEPS = 100_000, 20, 100


def lightly() -> None:
    """Sweep seldom, and keep spaCy from loading torch where it is installed: no command has use for it.

    For processes of our own only: whoever uses this package as a library may want torch.
    """
    gc.set_threshold(*_SWEEPS)
    sys.modules.setdefault("torch", None)  # type: ignore[arg-type] # Python's own mark for what cannot be imported
