"""Larger corpora for measuring: copies of the seed pages that name other things, so that graphs grow with them."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import count, islice
from pathlib import Path

SEEDS = Path(__file__).parents[2] / "seeds"
_SYLLABLES = "东南西北中海江河湖山石林桥塔园平安和顺兴隆光明文华建新长春嘉祥瑞福禄寿康宁泰乐永昌盛达远志诚信仁义礼智勇"
_GENERAL = "区市县全本我该“"  # names that begin so stand for another one
_STEP = 7  # so that neighbouring names of neighbouring copies differ


def corpus(folder: Path, copies: int) -> int:
    """Write so many copies of each seed page into a new folder; the number of characters."""
    folder.mkdir(parents=True)
    return sum(
        (folder / f"{copy:04d}-{name}").write_text(text, encoding="utf-8")
        for copy, pages in enumerate(islice(_copies(), copies))
        for name, text in pages
    )


def _copies() -> Iterator[list[tuple[str, str]]]:
    pages = [(path.name, path.read_text(encoding="utf-8")) for path in sorted(SEEDS.glob("*.txt"))]
    for copy in count():
        yield [(name, _names().sub(lambda found, copy=copy: _other(found[0], copy), text)) for name, text in pages]


@cache
def _names() -> re.Pattern[str]:
    """The names that are found in the seed pages."""
    from kg import pipeline

    found = pipeline.extract(pipeline.read_all([SEEDS]).documents)
    names = {mention.text for one in found for mention in one.mentions if len(mention.text) > 1}
    kept = (name for name in names if "\n" not in name and name[0] not in _GENERAL)
    return re.compile("|".join(map(re.escape, sorted(kept, key=lambda name: (-len(name), name)))))


def _other(name: str, copy: int) -> str:
    """A name as long with another beginning, but for the first copy; names that begin alike still do."""
    if not copy:
        return name
    first, second = divmod(sum(map(ord, name[:2])) * _STEP + copy, len(_SYLLABLES))
    return _SYLLABLES[first % len(_SYLLABLES)] + _SYLLABLES[second] + name[2:]
