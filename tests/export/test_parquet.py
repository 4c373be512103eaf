"""The Parquet table has what the JSON Lines have, and the same bytes for the same pages."""

import json
from pathlib import Path

import pytest

pq = pytest.importorskip("pyarrow.parquet", reason="needs the extra cluster")

from engines.test_packing import FULL  # noqa: E402 - only where the extra is

from kg.export import jsonl, parquet  # noqa: E402


def test_the_rows_are_the_lines(tmp_path: Path) -> None:
    parquet.write([FULL, FULL], tmp_path / "x.parquet")
    rows = pq.read_table(tmp_path / "x.parquet").to_pylist()
    assert rows == [json.loads(jsonl.line(FULL))] * 2
    parquet.write([FULL, FULL], tmp_path / "y.parquet")
    assert (tmp_path / "x.parquet").read_bytes() == (tmp_path / "y.parquet").read_bytes()


def test_many_documents_are_written_in_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "_GROUP", 2)
    parquet.write([FULL] * 5, tmp_path / "x.parquet")
    assert pq.ParquetFile(tmp_path / "x.parquet").num_row_groups == 3


def test_no_documents_are_a_table_without_rows(tmp_path: Path) -> None:
    parquet.write([], tmp_path / "x.parquet")
    assert pq.read_schema(tmp_path / "x.parquet").equals(parquet.SCHEMA)
