"""What people say of files: a `metadata.csv` tells title, date, publisher and address of the files in its folder."""

import csv
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path

from pyoxigraph import NamedNode

from kg.documents.dates import whole
from kg.documents.encoding import decode
from kg.documents.find import METADATA
from kg.errors import SourceError
from kg.model import Source

COLUMNS = ("title", "date", "publisher", "url")
_Row = Mapping[str, str]


def described(files: Sequence[tuple[Path, str]]) -> tuple[Mapping[Path, Source], list[SourceError]]:
    """What is said of files (path, document name), by resolved path, and what is wrong in the sheets.

    A sheet has a column `document`, the name of a file below its folder, and some of `title`, `date`, `publisher`
    and `url`; all other columns are the user's own. A row that cannot be used is left out as a whole and named; so is a
    sheet one folder above what is read that speaks of it, which is not heeded.
    """
    told: dict[Path, Source] = {}
    wrong: list[SourceError] = []
    for sheet in _sheets(files):
        try:
            columns, rows = _table(sheet)
        except SourceError as error:
            wrong.append(error)
            continue
        for line, cells in rows:
            try:
                row = _row(columns, cells)
                told[_file(row, sheet, told)] = _source(row)
            except _RowError as error:
                wrong.append(SourceError(sheet, f"line {line} alone is left out: {error.reason}", error.remedy))
    return told, [*wrong, *_unheeded(files)]


class _RowError(Exception):
    """What is wrong with a row, and what to do."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.reason, self.remedy = reason, remedy


def _sheets(files: Sequence[tuple[Path, str]]) -> Iterable[Path]:
    """The sheets beside the files and in every folder that their names begin with, each once, outer ones first."""
    return _within(folder for path, name in files for folder in path.parents[: len(Path(name).parts)])


def _unheeded(files: Sequence[tuple[Path, str]]) -> Iterator[SourceError]:
    outermost = {path.parents[: len(Path(name).parts)][-1] for path, name in files}
    heeded = {sheet.resolve() for sheet in _sheets(files)}
    read = {path.resolve() for path, _ in files}
    for sheet in _within(Path(os.path.normpath(folder / "..")) for folder in outermost):
        if sheet.resolve() not in heeded and not read.isdisjoint(_named(sheet)):
            reason = "stands above the folder that is read and is not heeded, though it names files of it"
            remedy = "name the folder it stands in, or move it down and call the files as they are called there"
            yield SourceError(sheet, reason, remedy)


def _within(folders: Iterable[Path]) -> Iterable[Path]:
    """The sheets in these very folders, each once, outer ones first."""
    sheets = (folder / METADATA for folder in sorted({*folders}, key=lambda folder: (len(folder.parts), folder)))
    return {sheet.resolve(): sheet for sheet in sheets if sheet.is_file()}.values()


def _named(sheet: Path) -> set[Path]:
    """The files that a sheet names; none where it is no sheet of ours."""
    try:
        columns, rows = _table(sheet)
    except SourceError:
        return set()
    names = (dict(zip(columns, cells, strict=False)).get("document") for _, cells in rows)
    return {file.resolve() for name in names if name and _is_file(file := sheet.parent / name)}


def _table(sheet: Path) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The names of the columns in small letters, and the cells of each row with the line it ends on."""
    lines = [(number, cells) for number, cells in _lines(sheet) if any(cells)]
    columns = [cell.lower() for cell in lines[0][1]] if lines else []
    if "document" not in columns or not {*COLUMNS} & {*columns}:
        remedy = f"begin it with the line document,{','.join(COLUMNS)}"
        raise SourceError(sheet, "its first line does not name the columns", remedy)
    return columns, lines[1:]


def _lines(sheet: Path) -> Iterator[tuple[int, list[str]]]:
    try:
        table = csv.reader(StringIO(decode(sheet.read_bytes(), sheet), newline=""), strict=True)
        for cells in table:
            yield table.line_num, [" ".join(cell.split()) for cell in cells]
    except OSError as error:
        raise SourceError(sheet, error.strerror or str(error), "check that you may read it") from error
    except csv.Error as error:
        raise SourceError(sheet, f"line {table.line_num}: {error}", "save it as CSV with commas") from error


def _row(columns: list[str], cells: list[str]) -> _Row:
    if any(cells[len(columns) :]):
        raise _RowError("has more cells than there are columns", 'put a cell with commas in quotation marks: "…,…"')
    return dict(zip(columns, cells, strict=False))


def _file(row: _Row, sheet: Path, told: Mapping[Path, Source]) -> Path:
    name = row["document"]
    if not name:
        raise _RowError("names no document", "fill the column document")
    if not _is_file(file := sheet.parent / name):
        raise _RowError(f"no file {name}", f"give its name below {sheet.parent}")
    if file.resolve() in told:
        raise _RowError(f"{name} has a row already", "keep one of them")
    return file.resolve()


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name that no file can have
        return False


def _source(row: _Row) -> Source:
    title, date, publisher, url = (row.get(column) or None for column in COLUMNS)
    if date and not (iso := whole(date)):
        raise _RowError(f"{date} is no date", "write year, month and day, such as 2025-03-05")
    if url and not _is_address(url):
        raise _RowError(f"{url} is no address", "write it whole, as it begins with http:// or https://")
    return Source(title, iso if date else None, publisher, url)


def _is_address(url: str) -> bool:
    try:
        return NamedNode(url).value.startswith(("http://", "https://"))
    except ValueError:
        return False
