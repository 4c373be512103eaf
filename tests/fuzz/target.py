"""A target for atheris (pip install atheris): python tests/fuzz/target.py -max_total_time=600 [FOLDER OF BEGINNINGS]

The bytes are read as a file of every format, and what they give is extracted; anything but a clear refusal is a find.
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
