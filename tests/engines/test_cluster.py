"""Daft reads the same as this process, from files and from tables, however the work is shared out."""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

pytest.importorskip("daft", reason="needs the extra cluster")

from engines.reading import pages
from factory import document

from kg import cli, pipeline
from kg.cli.console import ATTENTION, DONE, WRONG
from kg.engines import cluster, tables
from kg.errors import ClusterError, SourceError
from kg.model import Document, Extraction


def told(documents: list[Document]) -> dict[str, list[str | None]]:
    return {"document": [one.name for one in documents], "text": [one.text for one in documents]}


def table(path: Path, rows: dict[str, list[str | None]]) -> str:
    """Rows as a Parquet table or as JSON Lines, by the ending of the path."""
    if path.suffix == ".parquet":
        import pyarrow
        from pyarrow import parquet

        parquet.write_table(pyarrow.table(rows), path)
    else:
        lines = (dict(zip(rows, cells, strict=True)) for cells in zip(*rows.values(), strict=True))
        path.write_text("".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines), encoding="utf-8")
    return str(path)


def test_it_reads_what_one_process_reads_and_in_its_order() -> None:
    documents = pages(20)[::-1]
    assert list(cluster.extract(documents)) == list(pipeline.extract(documents))


@pytest.mark.parametrize("name", ["pages.parquet", "pages.jsonl"])
def test_a_table_gives_what_its_texts_give_sorted_by_name(tmp_path: Path, name: str) -> None:
    documents = pages(3)
    address = table(tmp_path / name, told(documents[::-1]))
    assert list(cluster.extract_table(tables.table(address))) == list(pipeline.extract(documents))


def test_a_folder_elsewhere_gives_what_it_gives_here(tmp_path: Path) -> None:
    for one in pages(3):
        (tmp_path / "in" / one.name[:2]).mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / one.name[:2] / one.name).write_text(one.text, encoding="gb18030")
    for name in (".hidden.txt", "picture.png"):
        (tmp_path / "in" / name).write_text("河西区。", encoding="utf-8")
    here = pipeline.extract(pipeline.read_all([tmp_path / "in"]).documents)
    assert list(cluster.extract_table(tables.table(f"file://{tmp_path}/in"))) == list(here)


def test_rows_without_a_name_are_called_after_their_text(tmp_path: Path) -> None:
    address = table(tmp_path / "pages.jsonl", {"text": [one.text for one in pages(2)]})
    names = [found.document.name for found in cluster.extract_table(tables.table(address)) if is_read(found)]
    assert sorted(names) == sorted(f"pages-{one.sha256[:12]}" for one in pages(2))


def is_read(found: Extraction | SourceError) -> bool:
    return isinstance(found, Extraction)


def test_rows_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    rows = {"document": ["a", "b", "c", "c"], "text": ["河西区。", None, "河西区。", "河西区。"]}
    found = list(cluster.extract_table(tables.table(table(tmp_path / "pages.parquet", rows))))
    assert [is_read(each) for each in found] == [True, False, True, False]
    assert "pages.parquet: b: holds no text" in str(found[1])
    assert "c: is the name of two documents" in str(found[3])


@pytest.mark.parametrize("rows", [{"body": ["河西区。"]}, None])
def test_a_table_without_texts_is_refused(tmp_path: Path, rows: dict[str, list[str | None]] | None) -> None:
    address = table(tmp_path / "pages.parquet", rows) if rows else str(tmp_path / "none.parquet")
    with pytest.raises(ClusterError, match="Daft could not read"):
        list(cluster.extract_table(tables.table(address)))


def losing(good: int, runs: list[int]) -> Callable[[Sequence[Document], str | None], Iterator[Extraction]]:
    """Runs that lose their workers after so many documents, and note how many there were to read."""

    def run(documents: Sequence[Document], address: str | None) -> Iterator[Extraction]:
        runs.append(len(documents))
        yield from (Extraction(one, (), (), (), ()) for one in documents[:good])
        if len(documents) > good:
            raise RuntimeError("UDF process closed the connection unexpectedly")

    return run


def test_what_lost_workers_leave_is_read_by_others(monkeypatch: pytest.MonkeyPatch) -> None:
    runs: list[int] = []
    monkeypatch.setattr(cluster, "_texts", losing(3, runs))
    documents = pages(8)
    assert [one.document for one in cluster.extract(documents)] == documents
    assert runs == [8, 5, 2]


def test_workers_that_are_lost_twice_at_a_document_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    runs: list[int] = []
    monkeypatch.setattr(cluster, "_texts", losing(0, runs))
    with pytest.raises(ClusterError, match="closed the connection"):
        list(cluster.extract(pages(2)))
    assert runs == [2, 2]


def test_the_command_reads_files_and_tables_together(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "page.txt").write_text("城北区商务局局长李国强到云山街道调研。\n", encoding="utf-8")
    address = table(tmp_path / "more.parquet", told([*pages(2), document("void", " ")]))
    assert cli.main(["extract", "--engine", "daft", str(tmp_path / "page.txt"), address]) == ATTENTION
    output = capsys.readouterr()
    assert [json.loads(line)["document"] for line in output.out.splitlines()] == ["page.txt", "000.txt", "001.txt"]
    assert "void: holds no text" in output.err
    assert cli.main(["build", "--engine", "daft", address, "-o", str(tmp_path / "out")]) == ATTENTION
    assert "void: holds no text" in (tmp_path / "out" / "summary.md").read_text(encoding="utf-8")


def test_a_table_written_is_a_table_read(tmp_path: Path) -> None:
    import pyarrow.parquet

    for one in pages(2):
        (tmp_path / one.name).write_text(one.text, encoding="utf-8")
    out = tmp_path / "out.parquet"
    assert cli.main(["extract", "--engine", "daft", str(tmp_path), "-o", str(out)]) == DONE
    rows = pyarrow.parquet.read_table(out).to_pylist()
    assert [row["document"] for row in rows] == ["000.txt", "001.txt"]


def test_an_address_without_daft_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["extract", "s3://bucket/pages"]) == WRONG
    assert "s3://bucket/pages: only Daft reads this; add --engine daft" in capsys.readouterr().err


def test_nothing_is_told_to_the_makers_of_daft() -> None:
    from daft.scarf_telemetry import opted_out

    assert opted_out()
