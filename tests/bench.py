"""`make bench`: how fast and how large, measured on copies of the seed pages; prints a table."""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SEEDS = Path(__file__).parent.parent / "seeds"


def main() -> None:
    """Time `kg --help`, `kg extract` and `kg build` as whole processes on the seeds and on ten copies of them."""
    pages = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    print(f"{'command':34s} {'seconds':>8s} {'characters/s':>13s} {'peak MB':>8s}")
    with tempfile.TemporaryDirectory() as folder:
        report("kg --help", ["--help"], 0)
        for copies in (1, 10):
            corpus = Path(folder) / str(copies)
            corpus.mkdir()
            for copy in range(copies):
                for number, page in enumerate(pages):
                    (corpus / f"{copy}-{number}.txt").write_text(page, encoding="utf-8")
            characters = copies * sum(map(len, pages))
            report(f"kg extract, {characters} characters", ["extract", str(corpus)], characters)
            report(f"kg build, {characters} characters", ["build", str(corpus), "-o", f"{folder}/out"], characters)


def report(name: str, arguments: list[str], characters: int) -> None:
    """Run one command and print its row."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "kg", *arguments], check=True, capture_output=True)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{name:34s} {seconds:8.2f} {characters / seconds:13.0f} {peak:8.0f}")


if __name__ == "__main__":
    main()
