"""What was read as a Parquet table: a row a document, with the columns and nesting of `mentions.jsonl`."""

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import pyarrow as pa
from pyarrow.parquet import ParquetWriter

from kg.export import jsonl
from kg.model import Extraction

_TEXT, _PLACE = pa.string(), pa.int64()
_SPAN = {"start": _PLACE, "end": _PLACE}
_ARTICLE = {**_SPAN, "title": _TEXT, "byline": pa.list_(_TEXT), "date": _TEXT}
_MENTION = {**_SPAN, "type": _TEXT, "text": _TEXT, "entity": _TEXT}
_ENTITY = {"id": _TEXT, "type": _TEXT, "subtype": _TEXT, "name": _TEXT, "aliases": pa.list_(_TEXT)}
_ENDS = {"type": _TEXT, "head": _TEXT, "tail": _TEXT, "title": _TEXT}
_RELATION = {**_ENDS, "evidence": pa.struct(_SPAN), "rule": _TEXT, "confidence": pa.float64()}
_LISTS = {"articles": _ARTICLE, "mentions": _MENTION, "entities": _ENTITY, "relations": _RELATION}
SCHEMA = pa.schema(
    {"document": _TEXT, "sha256": _TEXT, **{name: pa.list_(pa.struct(kind)) for name, kind in _LISTS.items()}}
)
_GROUP = 1000  # documents that are held in memory at a time


def write(extractions: Iterable[Extraction], path: Path) -> None:
    """Write the table; the same extractions give the same bytes."""
    rows = (json.loads(jsonl.line(extraction)) for extraction in extractions)
    with ParquetWriter(path, SCHEMA, compression="zstd") as table:
        for group in _groups(rows):
            table.write_table(pa.Table.from_pylist(group, SCHEMA))


def _groups(rows: Iterator[dict[str, object]]) -> Iterator[list[dict[str, object]]]:
    while group := list(islice(rows, _GROUP)):
        yield group
