"""What reads the pages: the options that `kg build` and `kg extract` share, and the extractions that they ask for."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.numbers import count
from kg.cli.paths import pages
from kg.errors import KgError, SourceError

if TYPE_CHECKING:  # takes long to load, and `kg --help` does without
    from kg.engines.cache import Engine
    from kg.model import Extraction

_TABLES = (".parquet", ".jsonl", ".ndjson")
_DAFT = (
    "daft spreads the work over a cluster and also reads tables (.parquet or .jsonl with a column text, and one named"
    " document if you like) and folders of an object store (s3://BUCKET/FOLDER)"
)


@dataclass(frozen=True)
class Reading:
    """Extractions in order as they are read, of how many files, and what was skipped: all of it when all are read."""

    extractions: "Iterator[Extraction]"
    files: int
    skipped: list[SourceError]


def arguments(parser: ArgumentParser) -> None:
    """Let a command take pages, and what is to read them."""
    pages(parser)
    parser.add_argument("--jobs", type=count, metavar="N", help="read with N processes (one for each core)")
    parser.add_argument("--engine", choices=("local", "daft"), default="local", help=_DAFT)
    parser.add_argument("--ray", metavar="ADDRESS", help="read with daft, on the Ray cluster at this address")


def reading(given: Namespace, cache: Path | None = None) -> Reading:
    """Begin to read the pages; what files say is kept in the folder `cache`, if one is given, for the next time.

    :raises KgError: when nothing can be read, or Daft is asked for and missing.
    """
    from kg.engines.cache import Cache
    from kg.engines.fingerprint import fingerprint
    from kg.pipeline import Sources, read_all

    daft = given.engine == "daft" or given.ray is not None
    addresses = [str(path) for path in given.paths if _is_address(path, daft=daft)]
    files = [path for path in given.paths if str(path) not in addresses]
    sources = read_all(files) if files else Sources((), ())
    engine, skipped = _engine(given, daft=daft), [*sources.skipped]
    kept = Cache(cache, fingerprint()).extract(sources.documents, engine) if cache else engine(sources.documents)
    read = chain(kept, _tables(addresses, given.ray, skipped), _left())
    return Reading(read, len(sources.documents), skipped)


def _is_address(path: Path | str, *, daft: bool) -> bool:
    """What only Daft can read; `kg.cli.paths` leaves what has :// a string."""
    if isinstance(path, str) and not daft:
        raise KgError(f"{path}: only Daft reads this; add --engine daft")
    return (daft and str(path).lower().endswith(_TABLES)) or isinstance(path, str)


def _engine(given: Namespace, *, daft: bool) -> "Engine":
    if not daft:
        from kg.engines import processes

        return partial(processes.extract, jobs=given.jobs)
    try:
        from kg.engines import cluster
    except ModuleNotFoundError as error:
        raise KgError("--engine daft needs Daft; run: pip install 'district-kg[cluster]'") from error
    return partial(cluster.extract, address=given.ray)


def _tables(addresses: list[str], ray: str | None, skipped: list[SourceError]) -> "Iterator[Extraction]":
    for address in addresses:
        from kg.engines import cluster, tables

        for found in cluster.extract_table(tables.table(address), ray):
            if isinstance(found, SourceError):
                skipped.append(found)
            else:
                yield found


def _left() -> "Iterator[Extraction]":
    """Nothing; Ray, if it was loaded, is told good-bye, lest it print of lost nodes behind the results."""
    if ray := sys.modules.get("ray"):
        ray.shutdown()
    yield from ()
