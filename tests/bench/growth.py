"""How `kg build` grows with the text: the seed pages once, ten times and a hundred times, other names each time."""

import sys
import tempfile
from pathlib import Path

import matplotlib as mpl
from processes import Cost, kg
from renamed import corpus

COPIES = (1, 10, 100)
PICTURE = Path(__file__).parents[2] / "output" / "growth.png"


def main() -> None:
    """Build each corpus anew, then the largest with one page more; print a table and draw it."""
    print(
        f"{'kg build':28s} {'characters':>10s} {'seconds':>8s} {'work, s':>8s} {'µs a character':>15s} {'peak MB':>8s}"
    )
    grown: list[tuple[int, Cost]] = []
    with tempfile.TemporaryDirectory() as folder:
        for copies in [int(each) for each in sys.argv[1:]] or COPIES:
            pages, out = Path(folder) / str(copies), f"{folder}/out{copies}"
            characters = corpus(pages, copies)
            grown.append((characters, kg("build", str(pages), "-o", out)))
            show(f"{5 * copies} pages", *grown[-1])
        (pages / "one-more.txt").write_text("城北区商务局局长李国强到云山街道调研。\n", encoding="utf-8")
        show("the same and one page more", characters, kg("build", str(pages), "-o", out))
    draw(grown)


def show(what: str, characters: int, cost: Cost) -> None:
    """Print a row."""
    each = cost.work / characters * 1e6
    print(
        f"{what:28s} {characters:10,d} {cost.seconds:8.1f} {cost.work:8.1f} {each:15.1f} {cost.memory:8.0f}", flush=True
    )


def draw(grown: list[tuple[int, Cost]]) -> None:
    """Seconds and memory over characters, on logarithmic axes."""
    mpl.use("agg")
    from matplotlib import pyplot

    characters = [size for size, _ in grown]
    figure, (time, memory) = pyplot.subplots(1, 2, figsize=(9, 3.5), layout="constrained")
    time.loglog(characters, [cost.seconds for _, cost in grown], "o-", label="seconds")
    time.loglog(characters, [cost.work for _, cost in grown], "s--", label="seconds of work, all cores")
    memory.loglog(characters, [cost.memory for _, cost in grown], "o-", label="peak memory, MB")
    for axes in (time, memory):
        axes.set_xlabel("characters")
        axes.grid(which="both", alpha=0.3)
        axes.legend()
    figure.savefig(PICTURE, dpi=120)


if __name__ == "__main__":
    main()
