"""`make bench`: how fast and how large the writers are on large invented graphs; prints a table."""

import resource
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from synthetic import synthetic

from kg.export import EXPORTERS

# What is written, of how many entities and relations: a million triples; a hundred thousand nodes.
CASES = (("graph.ttl", 40_000, 33_500), ("graph.gexf", 100_000, 500_000))


def main() -> None:
    """Measure every case in a process of its own, so that none sees the memory of another."""
    print(f"{'file':12s} {'entities':>9s} {'relations':>9s} {'seconds':>8s} {'file MB':>8s} {'MB over the graph':>18s}")
    for name, entities, relations in CASES:
        with ProcessPoolExecutor(1, get_context("spawn")) as process:
            seconds, size, memory = process.submit(measured, name, entities, relations).result()
        print(f"{name:12s} {entities:9d} {relations:9d} {seconds:8.2f} {size:8.1f} {memory:18.0f}", flush=True)


def measured(name: str, entities: int, relations: int) -> tuple[float, float, float]:
    """Seconds to write a graph, the size of the file and the most memory in use beyond the graph itself, in MB."""
    graph = synthetic(entities, relations)
    with tempfile.TemporaryDirectory() as folder:
        path, before, start = Path(folder) / name, peak(), time.perf_counter()
        EXPORTERS[name](graph, path)
        return time.perf_counter() - start, path.stat().st_size / 1e6, peak() - before


def peak() -> float:
    """The most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
