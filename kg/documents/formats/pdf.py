"""PDF with a text layer, page after page."""

import logging
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from kg.errors import SourceError

# It says line by line what it mends in a file; what it cannot read, it raises.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def text(content: bytes, path: Path) -> str:
    """The text of all pages, in the order in which they draw it.

    :raises SourceError: when the pages hold pictures only, or need a password.
    """
    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise SourceError(path, "is locked with a password", "save it without one")
    found = "\n".join(page.extract_text() for page in reader.pages)
    if not found.strip():
        raise SourceError(path, "has no text layer", "recognise its text first, such as with: ocrmypdf -l chi_sim")
    return found
