"""Extraction by Daft, on the cores of this machine or on a Ray cluster; it reads what `kg.pipeline.extract` reads."""

import logging
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

# Daft would tell its makers that it is used, and draw bars between what a command prints.
_SILENT = {"DAFT_ANALYTICS_ENABLED": "0", "DAFT_PROGRESS_BAR": "0"}
os.environ |= _SILENT

import daft  # noqa: E402 - what is set above it reads when it is loaded
from daft.functions import unnest  # noqa: E402

from kg.documents.read import parse  # noqa: E402
from kg.engines.packing import pack, unpack  # noqa: E402
from kg.errors import ClusterError, SourceError  # noqa: E402
from kg.model import Document, Extraction  # noqa: E402

_SHARE = 8  # documents that go to a worker at a time
_TEXT = daft.DataType.string()
_OUTCOME = daft.DataType.struct({"document": _TEXT, "packed": _TEXT, "refusal": daft.DataType.list(_TEXT)})

Row = dict[str, Any]
T = TypeVar("T")


class Worker:
    """Reads documents; each process that works for Daft has one."""

    @daft.method.batch(return_dtype=_TEXT, batch_size=_SHARE)
    def texts(self, names: daft.Series, texts: daft.Series) -> list[str]:
        """What texts say, packed."""
        return [_read(Document(name, text, "")) for name, text in zip(names, texts, strict=True)]

    @daft.method.batch(return_dtype=_OUTCOME, batch_size=_SHARE)
    def files(self, names: daft.Series, contents: daft.Series, places: daft.Series) -> list[Row]:
        """What the contents of files say, packed, or why one cannot be read."""
        return [_opened(*file) for file in zip(names, contents, places, strict=True)]


def extract(documents: Sequence[Document], address: str | None = None) -> Iterator[Extraction]:
    """What each document says, in order, read on the Ray cluster at `address`, or else on this machine.

    :raises ClusterError: when two runs fail at the same document; what one run leaves, another reads.
    """
    return _again(lambda done: _texts(documents[done:], address))


def extract_table(table: daft.DataFrame, address: str | None = None) -> Iterator[Extraction | SourceError]:
    """What each row of a table of files (see `kg.engines.tables`) says, or why it cannot be read, sorted by name.

    :raises ClusterError: when the table cannot be read, or two runs fail at the same row.
    """
    return _again(lambda done: islice(_files(table, address), done, None))


def _again(run: Callable[[int], Iterator[T]]) -> Iterator[T]:
    """What runs give that begin behind so many results; a lost worker or node may end one."""
    done, failed = 0, -1
    while True:
        try:
            for found in run(done):
                yield found
                done += 1
            return
        except Exception as error:  # those of Daft and Ray have no root of their own
            if failed == done:
                raise ClusterError(error) from error
            failed = done


def _texts(documents: Sequence[Document], address: str | None) -> Iterator[Extraction]:
    names, texts = [one.name for one in documents], [one.text for one in documents]
    workers = _workers(address)
    table = daft.from_pydict({"number": list(range(len(documents))), "document": names, "text": texts})
    if address:
        table = table.into_partitions(-(-len(documents) // _SHARE))
    read = workers.texts(table["document"], table["text"])
    packed = _in_order(table.select("number", read.alias("packed")).iter_rows())
    return (replace(unpack(one), document=document) for one, document in zip(packed, documents, strict=True))


def _files(table: daft.DataFrame, address: str | None) -> Iterator[Extraction | SourceError]:
    outcome = _workers(address).files(table["document"], table["content"], table["place"])
    last = None
    for row in table.select(unnest(outcome.alias("outcome"))).sort(["document", "packed"]).iter_rows():
        again, last = row["document"] == last, row["document"]
        refusal = (last, "is the name of two documents", "give each its own") if again else row["refusal"]
        yield SourceError(*refusal) if refusal else unpack(row["packed"])


def _workers(address: str | None) -> Any:
    """Workers on every core of this machine or of the cluster."""
    if not address:
        return daft.cls(Worker, use_process=True)()
    import ray

    if not ray.is_initialized():
        ray.init(address, log_to_driver=False, logging_level=logging.ERROR, runtime_env={"env_vars": _SILENT})
    daft.set_runner_ray(noop_if_initialized=True)
    # A worker that claims a core could not begin again elsewhere when its node is lost: Daft would wait for ever.
    return daft.cls(Worker, max_concurrency=int(ray.cluster_resources()["CPU"]), cpus=0)()


def _in_order(rows: Iterator[Row]) -> Iterator[str]:
    """A cluster gives what is done first."""
    early: dict[int, str] = {}
    turn = 0
    for row in rows:
        early[row["number"]] = row["packed"]
        while turn in early:
            yield early.pop(turn)
            turn += 1


def _read(document: Document) -> str:
    from kg import pipeline  # here, not above: only workers need the models

    (extraction,) = pipeline.extract([document])
    return pack(extraction).decode()  # Daft sorts no bytes


def _opened(name: str | None, content: bytes | None, place: str) -> Row:
    name = name or f"{Path(place).stem}-{sha256(content or b'').hexdigest()[:12]}"
    try:
        return {"document": name, "packed": _read(parse(content or b"", Path(place), name)), "refusal": None}
    except SourceError as error:
        return {"document": name, "packed": None, "refusal": [f"{place}: {name}", error.reason, error.remedy]}
