"""Word documents (.docx): the paragraphs of the text, of tables and of text boxes, as they follow each other."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from kg.errors import SourceError

_LARGEST = 2**30  # bytes unpacked: a small file can hold a text without end
_OLD_COPY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # of a text box, for old programs
_HEADLINES = ("Heading", "Title")


def text(content: bytes, path: Path) -> str:
    """One line a paragraph.

    :raises SourceError: when it unpacks to more than a gigabyte.
    """
    if sum(part.file_size for part in ZipFile(BytesIO(content)).infolist()) > _LARGEST:
        raise SourceError(path, f"unpacks to more than {_LARGEST >> 30} GB", "split it into several files")
    return "\n".join(_lines(content))


def _lines(content: bytes) -> Iterator[str]:
    document = Document(BytesIO(content))
    for node in document.element.body.iter(qn("w:p")):
        if next(node.iterancestors(_OLD_COPY), None) is None:
            paragraph = Paragraph(node, document)
            style = paragraph.style.name if paragraph.style else None
            yield f"# {paragraph.text}" if style and style.startswith(_HEADLINES) else paragraph.text
