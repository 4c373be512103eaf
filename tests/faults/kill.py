"""Kill builds at random moments: python tests/faults/kill.py [TIMES]

Two builds take turns in one folder. Whenever one is killed, the folder must hold all files of one of the two, or all of
one half put in place, which the next build ends; and the next build must be right, with nothing left behind.
"""

import random
import sys
import time
from collections.abc import Iterator
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from kg import cli

TEXTS = ("城北区商务局局长李国强到云山街道调研。\n", "安宁区教育局局长王小明到和平街道调研。\n")
Files = dict[str, bytes]


def trials(folder: Path, times: int, seed: int = 1) -> Iterator[str]:
    """What each kill left behind, in a word.

    :raises AssertionError: when a kill left half of a build that is not marked, or the next build is wrong.
    """
    out, chance = folder / "out", random.Random(seed)  # noqa: S311 - not for secrets
    whole = [_built(folder, text) for text in TEXTS]
    began = time.monotonic()
    _built(folder, TEXTS[1])
    took = time.monotonic() - began
    for number in range(times):
        # A copy of this process, which has loaded all that a build needs, so that most of its time is building.
        build = get_context("fork").Process(target=_built, args=(folder, TEXTS[number % 2]))
        build.start()
        time.sleep(chance.uniform(0.0, took))
        build.kill()
        build.join()
        yield _left(out, whole)
        assert _built(folder, TEXTS[number % 2]) == whole[number % 2], "the next build is wrong"
        assert not {".building", ".built", ".lock"} & {path.name for path in out.iterdir()}, "something was left behind"


def _built(folder: Path, text: str) -> Files:
    (folder / "page.txt").write_text(text, encoding="utf-8")
    assert cli.main(["build", str(folder / "page.txt"), "-o", str(folder / "out")]) == 0
    return _files(folder / "out")


def _files(out: Path) -> Files:
    return {path.name: path.read_bytes() for path in out.iterdir() if not path.name.startswith(".")}


def _left(out: Path, whole: list[Files]) -> str:
    if (out / ".built").exists():
        return "finished by the next build"
    assert _files(out) in whole, "half of a build"
    return "draft" if (out / ".building").exists() else "nothing"


if __name__ == "__main__":
    with TemporaryDirectory() as made:
        for left in trials(Path(made), int([*sys.argv, "20"][1])):
            print(left, flush=True)
