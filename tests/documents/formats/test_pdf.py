"""PDF files give their text layer; pages that are pictures say so."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject

from kg.documents.formats import pdf
from kg.errors import SourceError

PAGE = Path("page.pdf")
CODES = """/CIDInit /ProcSet findresource begin begincmap /CMapName /A def 1 begincodespacerange <0000> <FFFF>
endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end"""


def stream(content: bytes) -> StreamObject:
    found = StreamObject()
    found.set_data(content)
    return found


def font(writer: PdfWriter) -> DictionaryObject:
    """A font whose codes are those of UTF-16; nobody looks at its letters."""
    letters = {"/Type": "/Font", "/Subtype": "/CIDFontType0", "/BaseFont": "/A"}
    outer = {"/Type": "/Font", "/Subtype": "/Type0", "/BaseFont": "/A", "/Encoding": "/Identity-H"}
    made = DictionaryObject({NameObject(key): NameObject(value) for key, value in outer.items()})
    inner = DictionaryObject({NameObject(key): NameObject(value) for key, value in letters.items()})
    made[NameObject("/DescendantFonts")] = ArrayObject([writer._add_object(inner)])
    made[NameObject("/ToUnicode")] = writer._add_object(stream(CODES.encode()))
    return made


def saved(*pages: str, locked: str = "") -> bytes:
    """A PDF with these texts on its pages, a text of "" for a page without any."""
    writer = PdfWriter()
    for text in pages:
        page = writer.add_blank_page(600, 800)
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F"): writer._add_object(font(writer))})}
        )
        if text:
            shown = f"BT /F 12 Tf 10 700 Td <{text.encode('utf-16-be').hex()}> Tj ET"
            page[NameObject("/Contents")] = writer._add_object(stream(shown.encode()))
    if locked:
        writer.encrypt(locked, algorithm="RC4-128")
    content = BytesIO()
    writer.write(content)
    return content.getvalue()


def test_gives_the_text_of_all_pages() -> None:
    assert pdf.text(saved("城北区推进便民服务", "近日，大会召开。"), PAGE) == "城北区推进便民服务\n近日，大会召开。"


def test_pages_without_text_are_told() -> None:
    with pytest.raises(SourceError, match="has no text layer; recognise its text first"):
        pdf.text(saved("", ""), PAGE)


def test_a_locked_file_is_told() -> None:
    with pytest.raises(SourceError, match="is locked with a password; save it without one"):
        pdf.text(saved("城北区", locked="word"), PAGE)
