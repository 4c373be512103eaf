"""Readers of what is no plain text: a new format is one module with `text(content, path)` and one line here.

Each gives the running text as plain lines, headlines marked `# ` as `kg.documents.repair` knows them. The libraries
that they need come with the extra `formats`.
"""

import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from kg.documents.encoding import CONTROL
from kg.errors import SourceError, shown

Reader = Callable[[bytes, Path], str]

_SURROGATE = re.compile("[\ud800-\udfff]")


def _reader(module: str) -> Reader:
    def text(content: bytes, path: Path) -> str:
        try:
            found: str = import_module(f"kg.documents.formats.{module}").text(content, path)
        except ImportError as error:
            raise SourceError(path, f"is read with {error.name}", "run: pip install 'district-kg[formats]'") from error
        except (SourceError, MemoryError):
            raise
        except Exception as error:  # these libraries say in many ways that a file is broken
            reason = f"cannot be read as {path.suffix} ({type(error).__name__}: {shown(error)})"
            raise SourceError(path, reason, "open it, and save it again or its text as UTF-8 .txt") from error
        return CONTROL.sub("", _SURROGATE.sub("�", found))

    return text


READERS: dict[str, Reader] = {
    ".docx": _reader("docx"),
    ".htm": _reader("html"),
    ".html": _reader("html"),
    ".md": _reader("markdown"),
    ".pdf": _reader("pdf"),
}
