"""Slips of print: a character wrong, two swapped, one dropped or doubled, and what is never one (二 for 三, 东 for 西).

A slip is no proof: 光明社区 and 朋光社区 may be two. See `kg.resolve.misprints` for what must bear it out.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import combinations

from kg.ontology import lexicon
from kg.resolve.names import CONTRAST, crowded, head

_SHORTEST = 3  # shorter names that are alike are more often two
_LONG = 6  # of names so long, none is another with a character more
_LONGER = 8  # of names so long, none is another with two characters swapped
_SERIES = 8  # so many names that differ in one place differ there on purpose: 第一小学, 第二小学, …


def near(names: Iterable[str]) -> list[tuple[str, str]]:
    """Pairs of names that are the same but for one character or two neighbours, each once, in order.

    Found by what is left of each name without one of its characters: no name is compared with all others.
    """
    first: dict[str, str] = {}
    shared: dict[str, set[str]] = defaultdict(set)
    for name in names:
        for rest in (name, *without_one(name)) if len(name) >= _SHORTEST else ():
            if (other := first.setdefault(rest, name)) != name:
                shared[rest].update((other, name))
    groups = (group for group in shared.values() if len(group) <= _SERIES)
    return sorted({pair for group in groups for pair in combinations(sorted(group), 2)})


def without_one(name: str) -> Iterator[str]:
    """The name without its first character, without its second, …"""
    return (name[:at] + name[at + 1 :] for at in range(len(name)))


def alike(left: str, right: str) -> bool:
    """Whether two characters are mistaken for each other in print."""
    return bool(_shapes().get(left, frozenset()) & _shapes().get(right, frozenset()))


def slipped(kind: str, left: str, right: str) -> bool:
    """Whether a slip of print may have made one name of a class of the other, and nobody tells things apart so."""
    short, long = sorted((left, right), key=len)
    if len(short) < len(long):
        return kind != "Person" and any(_dropped(kind, short, long, at) for at in _places(short, long))
    changed = [at for at in range(len(left)) if left[at] != right[at]]
    if len(changed) == 1:
        pair = left[changed[0]], right[changed[0]]
        return alike(*pair) and not all(map(tells, pair))
    return _swapped(kind, left, right, changed[0], changed[-1])


def doubled(short: str, long: str) -> bool:
    """Whether the longer name is the shorter one with one of its characters twice in a row."""
    return any(at and long[at - 1] == long[at] for at in _places(short, long))


def adds(right: str, wrong: str) -> bool:
    """Whether the wrong name has a character that the right one lacks, not doubled: print drops but does not invent."""
    return len(right) < len(wrong) and not doubled(right, wrong)


def _places(short: str, long: str) -> list[int]:
    """Where the longer name has the character that the shorter one lacks."""
    return [at for at, rest in enumerate(without_one(long)) if rest == short]


def _dropped(kind: str, short: str, long: str, at: int) -> bool:
    """信创河实验室 for 信创海河实验室; but 党委 and 党工委, 公司 and 分公司 are two, and so are 人民路 and 人民东路."""
    if len(short) < _LONG or tells(long[at]) or long[at] in lexicon("lookalikes")["parts"]:
        return False
    if doubled(short, long):
        return True
    inside = 0 < at < len(long) - max(1, len(head(kind, long)))
    return inside and head(kind, short) == head(kind, long) and not crowded(kind, long)


def _swapped(kind: str, left: str, right: str, first: int, last: int) -> bool:
    """嘉华年 for 嘉年华: one lost its head by it, or the names are so long that nothing else is called so."""
    if last != first + 1 or left[first : last + 1] != right[first : last + 1][::-1]:
        return False
    if tells(left[first]) or tells(left[last]):
        return False
    lost, kept = sorted((head(kind, left), head(kind, right)), key=len)
    spoilt = len(kept) > 2 > len(lost) and first >= len(left) - len(kept)
    return spoilt or (len(left) >= _LONGER and lost == kept and not crowded(kind, left))


def tells(char: str) -> bool:
    """Whether things are told apart by this character: 东 and 西, 二 and 三, 2023 and 2024."""
    return char in CONTRAST or char.isascii()


@cache
def _shapes() -> Mapping[str, frozenset[int]]:
    shapes: dict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(lexicon("lookalikes")["groups"]):
        for char in group:
            shapes[char].add(number)
    return {char: frozenset(numbers) for char, numbers in shapes.items()}
