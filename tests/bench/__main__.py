"""`make bench`: every measurement, one after the other; printed, and kept in output/bench.md."""

import os
import platform
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
REPORT = HERE.parents[1] / "output" / "bench.md"
PARTS = (
    ("Start", HERE / "start.py"),
    ("Stages of one process", HERE / "stages.py"),
    ("Against the stock LAC tagger", HERE / "against.py"),
    ("Growth", HERE / "growth.py"),
    ("Large graphs", HERE.parent / "bench_export.py"),
    ("Damaged pages", HERE.parent / "bench_noise.py"),
)


def main() -> None:
    """Run each part in a process of its own, so that none sees the memory of another."""
    REPORT.parent.mkdir(exist_ok=True)
    with REPORT.open("w", encoding="utf-8") as report:
        said = f"# Measured with Python {platform.python_version()} on {os.cpu_count()} cores ({platform.machine()})\n"
        for words in (said, *(f"\n## {title}\n\n```\n{output(path)}```\n" for title, path in PARTS)):
            sys.stdout.write(words)
            sys.stdout.flush()
            report.write(words)


def output(part: Path) -> str:
    """What a part prints; what it complains of goes through."""
    return subprocess.run([sys.executable, str(part)], stdout=subprocess.PIPE, text=True, check=True).stdout


if __name__ == "__main__":
    main()
