"""Paths as arguments."""

from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path


def pages(parser: ArgumentParser) -> None:
    """Let a command take the files and folders to read."""
    kinds = (
        "a .txt, .docx, .html, .md or .pdf file, or a folder of them; a metadata.csv beside the file, or in or below"
        " the folder, says where its files come from"
    )
    parser.add_argument("paths", nargs="+", type=_page, metavar="PATH", help=kinds)


def _page(text: str) -> Path | str:
    """A path, or the address of what lies elsewhere (`s3://bucket/pages`) as it is."""
    return text if "://" in text else path(text)


def path(text: str) -> Path:
    """A path; an empty one, as of a shell variable that is not set, would mean the current folder."""
    if not text:
        raise ArgumentTypeError("it is empty: name a file or folder, or . for this folder")
    return Path(text)


def folder(text: str) -> Path:
    """The path of a folder to write into, which need not exist yet."""
    if (found := path(text)).exists() and not found.is_dir():
        raise ArgumentTypeError(f"{text} is a file; name a folder")
    return found


def table(text: str) -> Path:
    """The path of a Parquet table to write."""
    if (found := path(text)).suffix.lower() != ".parquet":
        raise ArgumentTypeError(f"{text} names no Parquet table; write .parquet")
    return found
