"""Where a cluster finds documents: Parquet and JSON Lines tables, and folders of an object store, by their address."""

from collections.abc import Callable
from pathlib import PurePosixPath

import daft
from daft import col
from daft.functions import download

from kg.documents.find import SUFFIXES
from kg.errors import ClusterError

_READERS: dict[str, Callable[[str], daft.DataFrame]] = {
    ".parquet": daft.read_parquet,
    ".jsonl": daft.read_json,
    ".ndjson": daft.read_json,
}


def table(address: str) -> daft.DataFrame:
    """The documents at an address as rows (document, content, place) that are read when they are needed.

    A Parquet or JSON Lines table has a column `text` and may have a column `document` with their names; who has none is
    called after the table and its text. Any other address, such as `s3://bucket/pages`, is a folder, and the documents
    in and below it are called by their path there.

    :raises ClusterError: when there is nothing such at that address.
    """
    suffix = PurePosixPath(address).suffix.lower()
    try:
        return _rows(_READERS[suffix](address), address) if suffix in _READERS else _files(f"{address.rstrip('/')}/")
    except (OSError, RuntimeError, ValueError) as error:
        raise ClusterError(error) from error


def _rows(rows: daft.DataFrame, address: str) -> daft.DataFrame:
    if "text" not in rows.column_names:
        raise ValueError(f"{address} has no column text, only {', '.join(rows.column_names)}")
    named = col("document") if "document" in rows.column_names else daft.lit(None)
    return rows.select(
        named.cast(daft.DataType.string()).alias("document"),
        col("text").cast(daft.DataType.binary()).alias("content"),
        daft.lit(address).alias("place"),
    )


def _files(folder: str) -> daft.DataFrame:
    files = daft.from_glob_path(f"{folder}**").where(_is_document(col("path")))
    return files.select(
        col("path").replace(folder, "").alias("document"),
        download(col("path")).alias("content"),
        col("path").alias("place"),
    )


def _is_document(path: daft.Expression) -> daft.Expression:
    """What `kg.documents.find` takes: no hidden files, and the suffixes that can be read."""
    suffixes = "|".join(suffix.removeprefix(".") for suffix in SUFFIXES)
    return path.regexp(rf"(?i)\.({suffixes})$") & ~path.regexp(r"/\.")
