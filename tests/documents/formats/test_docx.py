"""Word documents give their paragraphs, those of tables and text boxes too."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml

from kg.documents.formats import docx
from kg.errors import SourceError

BOX = """<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:AlternateContent>
 <mc:Choice Requires="wps"><w:txbxContent><w:p><w:r><w:t>文本框</w:t></w:r></w:p></w:txbxContent></mc:Choice>
 <mc:Fallback><w:txbxContent><w:p><w:r><w:t>文本框</w:t></w:r></w:p></w:txbxContent></mc:Fallback>
 </mc:AlternateContent></w:r>"""


def saved() -> bytes:
    document = Document()
    document.add_heading("城北区推进便民服务", 1)
    document.add_paragraph("近日，大会召开。")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "甲", "乙"
    document.add_paragraph("末段")._p.append(parse_xml(BOX))
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def test_gives_one_line_a_paragraph() -> None:
    lines = docx.text(saved(), Path("page.docx")).split("\n")
    assert lines == ["# 城北区推进便民服务", "近日，大会召开。", "甲", "乙", "末段", "文本框"]


def test_a_file_that_unpacks_without_end_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx, "_LARGEST", 1_000)
    with pytest.raises(SourceError, match="unpacks to more than"):
        docx.text(saved(), Path("page.docx"))
