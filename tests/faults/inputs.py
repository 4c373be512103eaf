"""Inputs as they should not be, and what the program makes of each: the table of docs/robustness.md.

python tests/faults/inputs.py writes it again.
"""

import json
import os
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from docx import Document
from pypdf import PdfWriter

from kg import cli

PAGE = Path(__file__).parents[2] / "docs" / "robustness.md"
TEXT = "城北区商务局局长李国强到云山街道调研。\n"
_TABLE = re.compile(r"(?<=<!-- table -->\n).*(?=<!-- end -->)", re.DOTALL)

Make = Callable[[Path], None]


def holding(content: str | bytes, name: str | bytes = "page.txt") -> Make:
    """A folder with one file."""

    def make(folder: Path) -> None:
        path = folder / os.fsdecode(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    return make


def deep(folder: Path) -> None:
    here = Path.cwd()
    try:
        os.chdir(folder)
        for _ in range(400):
            Path("d").mkdir()
            os.chdir("d")
        Path("page.txt").write_text(TEXT, encoding="utf-8")
    finally:
        os.chdir(here)


def links(folder: Path) -> None:
    holding(TEXT)(folder)
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    (folder / "lost.txt").symlink_to(folder / "none.txt")
    (folder / "up").symlink_to(folder)


def word(folder: Path) -> None:
    document = Document()
    document.add_paragraph(TEXT)
    document.save(str(folder / "page.docx"))


def scanned(folder: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(600, 800)
    with (folder / "page.pdf").open("wb") as file:
        writer.write(file)


INPUTS: Mapping[str, Make] = {
    "nothing: an empty file": holding(""),
    "only blanks and line breaks": holding(" \u3000\r\n\t\n"),
    "only invisible characters": holding("\u200b\ufeff\u2060\n"),
    "only headlines": holding("城北区推进便民服务\n安宁区召开工作大会\n和平街道开展志愿服务活动\n"),
    "one line of 50 MB": holding(TEXT.strip() * 920_000),
    "English": holding("The quick brown fox jumps over the lazy dog.\n"),
    "traditional Chinese": holding("城北區商務局局長李國強到雲山街道調研。\n"),
    "UTF-8 with mark": holding(TEXT.encode("utf-8-sig")),
    "UTF-16 with mark": holding(TEXT.encode("utf-16")),
    "UTF-16 without mark": holding(TEXT.encode("utf-16-be")),
    "GB18030": holding(TEXT.encode("gb18030")),
    "GB18030, broken": holding(TEXT.encode("gb18030")[:-1] + b"\xff\xff\n"),
    "Big5": holding("城北區商務局局長李國強到雲山街道調研。\n".encode("big5")),
    "UTF-8, then GB18030": holding(TEXT.encode() + TEXT.encode("gb18030")),
    "GB18030, then UTF-8": holding(TEXT.encode("gb18030") + TEXT.encode()),
    "half a surrogate pair in UTF-8": holding((TEXT + "\ud800").encode("utf-8", "surrogatepass")),
    "zero bytes": holding(TEXT + "\0"),
    "control characters": holding(TEXT + "\x1b[31m"),
    "form feeds and other breaks": holding("\f" + TEXT + "\v\x85\u2028" + TEXT),
    "a picture": holding(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"),
    "a file name with a line break and quotes": holding(TEXT, "a\n\"'<b>.txt"),
    "the same, of a file without text": holding("", "a\n\"'<b>.txt"),
    "a file name that is not UTF-8": holding(TEXT, b"\xff.txt"),
    "a folder called x.txt": holding(TEXT, "x.txt/page.txt"),
    "an empty folder": lambda folder: None,
    "links in loops, to nothing, to a folder": links,
    "folders 400 deep": deep,
    "a web page": holding(f"<nav><a>首页</a></nav><p>{TEXT}", "page.html"),
    "a web page 5,000 elements deep": holding("<div>" * 5_000 + TEXT, "page.html"),
    "Markdown": holding(f"# 要闻\n\n**{TEXT.strip()}**", "page.md"),
    "Word": word,
    "Word, broken": holding("PK\x03\x04", "page.docx"),
    "PDF of pictures": scanned,
    "PDF, broken": holding("%PDF-1.7\n", "page.pdf"),
}


def table(folder: Path) -> Iterator[str]:
    """One line for each input: how many documents were read, mentions found, the exit code and what was said."""
    yield "| input | documents | mentions | exit | message |\n| --- | --- | --- | --- | --- |\n"
    for number, (name, make) in enumerate(INPUTS.items()):
        inside = folder / str(number)
        inside.mkdir()
        make(inside)
        yield f"| {name} | {' | '.join(_tried(inside))} |\n"


def _tried(folder: Path) -> tuple[str, str, str, str]:
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = cli.main(["extract", str(folder)])
    found = [json.loads(line) for line in out.getvalue().splitlines()]
    said = [line.replace(str(folder), "…").removeprefix("kg: ") for line in err.getvalue().splitlines()]
    mentions = sum(len(document["mentions"]) for document in found)
    return str(len(found)), str(mentions), str(status), "<br>".join(f"`{line}`" for line in said)


def rewritten(page: str) -> str:
    """The page with the table as it comes out now."""
    with TemporaryDirectory() as made:
        lines = "".join(table(Path(made)))
    return _TABLE.sub(lambda _: lines, page)


if __name__ == "__main__":
    PAGE.write_text(rewritten(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
