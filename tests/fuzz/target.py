"""A target for atheris (pip install atheris); it writes what it learns into the first folder and begins from all:

    PYTHONPATH=tests python tests/fuzz/target.py -max_total_time=600 -rss_limit_mb=8192 LEARNT seeds

The bytes are read as a file of every format, and what they give is extracted; anything but a clear refusal is a find.
Its usual limit of memory, 2 GB, is too low: atheris keeps the result of each comparison of NumPy arrays that it traces,
some 15 KB an input. Without its tracing 60,000 inputs take 9 MB, and the last of them next to nothing.
"""

import sys
from contextlib import suppress
from pathlib import Path


def one_input(content: bytes) -> None:
    """Raises when some reader or the extraction raises what it should not."""
    from fuzz.test_extraction import holds

    from kg.documents.encoding import decode
    from kg.documents.formats import READERS
    from kg.errors import SourceError

    for reader in (decode, *READERS.values()):
        with suppress(SourceError):
            holds(reader(content, Path("page")))


if __name__ == "__main__":
    import atheris

    sys.path.insert(0, str(Path(__file__).parents[1]))
    with atheris.instrument_imports(include=["kg"]):
        one_input("城北区商务局局长李国强到云山街道调研。".encode())
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
