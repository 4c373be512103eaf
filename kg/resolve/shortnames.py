"""Does one name shorten another? Rules on whole names, none of them on similarity."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.ontology import lexicon
from kg.resolve.names import CONTRAST, comparable, crowded, fold, head, subtype
from kg.resolve.readings import Reading

_NUMERAL = re.compile("[一二三四五六七八九十]+")
_INSTITUTES = {"大": "大学", "中": "中学", "小": "小学", "院": "院", "所": "所"}
_AREAS = ("村", "社区", "镇", "乡", "街道", "小区", "省", "市", "区", "县", "旗", "州")
_LONGEST_TITLE = 8


def candidates(readings: Sequence[Reading]) -> Iterator[tuple[int, list[int]]]:
    """For each name that shortens others, longest first: its index and theirs (first mentions, in order)."""
    first: dict[tuple[str, str], int] = {}
    for index, reading in enumerate(readings):
        first.setdefault((reading.kind, reading.name), index)
    holders = _holders(readings, sorted(first.values()))
    for short in sorted(first.values(), key=lambda index: (-len(readings[index].name), index)):
        # A full name holds all characters of its short one; the rarest of them leaves the fewest to look at.
        kind, name = readings[short].kind, fold(readings[short].name)
        holding = sorted((holders[kind, char] for char in set(name)), key=len)
        near = set[int]().union(*holding[:1]).intersection(*holding[1:])
        if full := [index for index in sorted(near) if shortens(readings[short], readings[index])]:
            yield short, full


def shortens(short: Reading, full: Reading) -> bool:
    """Whether `short` may stand for `full`: both of one class, no region against it, and one of the rules below."""
    if short.kind != full.kind or short.kind == "Person" or short.code or full.code:
        return False
    if len(short.name) >= len(full.name) or not _regions_agree(short, full):
        return False
    return any(rule(short, full) for rule in _RULES[short.kind])


def _holders(readings: Sequence[Reading], indices: Sequence[int]) -> Mapping[tuple[str, str], set[int]]:
    holders = defaultdict(set)
    for index in indices:
        for char in set(fold(readings[index].name)):
            holders[readings[index].kind, char].add(index)
    return holders


def _regions_agree(short: Reading, full: Reading) -> bool:
    left, right = short.parsed.region, full.parsed.region
    return left.startswith(right) or right.startswith(left)


def _ends(short: Reading, full: Reading) -> bool:
    """实验小学 for 周山实验小学; not for 第二实验小学, and neither a party committee for its youth league's."""
    left, right = fold(short.name), fold(full.name)
    national = lexicon("heads")["national"]
    if not 2 <= len(left) < len(right) or not right.endswith(left):
        return False
    if short.name in national["plans"] or left.startswith(tuple(national["whole"])):
        return False
    before = right.removesuffix(left)
    leagues = lexicon("shortforms")["leagues"].values()
    return before[-1] not in CONTRAST and not before[-1].isdigit() and not before.startswith(tuple(leagues))


def _company(short: Reading, full: Reading) -> bool:
    """芯屿 or 芯屿公司 for 西安芯屿半导体有限公司."""
    if subtype("Organization", short.name) not in (None, "Company") or not full.name.endswith("公司"):
        return False
    branches = tuple(lexicon("shortforms")["branches"]["endings"])
    if full.name.endswith(branches) and not short.name.endswith(branches):
        return False
    stem = short.name.removesuffix("公司")
    return len(stem) > 1 and _scattered(fold(stem), fold(full.name))


def _organ(short: Reading, full: Reading) -> bool:
    """行政审批局 for 行政审批服务局 of the same region; an organ and a part of it begin alike but are two."""
    left, right = comparable(short.parsed.core), comparable(full.parsed.core)
    if len(left) < 3 or short.parsed.region != full.parsed.region or right.startswith(left):
        return False
    if subtype("Organization", full.name) not in ("GovernmentBody", "PartyBody"):
        return False
    return left[0] == right[0] and left[-1] == right[-1] and _scattered(left, right)


def _institute(short: Reading, full: Reading) -> bool:
    """哈工大 for 哈尔滨工业大学, 瓯海三院 for 瓯海区第三人民医院."""
    left, right = fold(short.name), fold(full.name)
    tail = _INSTITUTES.get(left[-1])
    if not tail or not right.endswith(tail) or not _scattered(left, right):
        return False
    if number := _NUMERAL.search(left):
        return f"第{number[0]}" in right
    return left[-1] == "大" and left[0] == right[0] and len(left) <= 4


def _site(short: Reading, full: Reading) -> bool:
    """天开园 for 天开高教科创园; never for roads and communities, where one character makes another place."""
    if any(crowded("Place", each.name) for each in (short, full)) or len(short.name) < 3:
        return False
    left, right = fold(short.name), fold(full.name)
    return left[:2] == right[:2] and left[-1] == right[-1] and _scattered(left, right)


def _bare(short: Reading, full: Reading) -> bool:
    """前桑园 for 前桑园村: the rest is the kind of area. 中山路 and 黑山 are not 中山路街道 and 黑山街道."""
    rest = fold(full.name).removeprefix(fold(short.name))
    return subtype("Place", short.name) is None and rest in _AREAS


def _titled(short: Reading, full: Reading) -> bool:
    """云帮办 for 云帮办远程服务系统: the rest is the kind of thing it is; a 读书月启动仪式 is not the 读书月."""
    left, right = fold(short.name), fold(full.name)
    rest = right.removeprefix(left)
    known = subtype("Programme", rest)
    if known is None or (known == "Event" and head("Programme", rest) not in ("活动", "主题活动")):
        return False
    return len(left) > 1 and len(rest) <= min(_LONGEST_TITLE, len(right) - 1) and "暨" not in rest


def _scattered(short: str, full: str) -> bool:
    """Whether all characters of `short` stand in `full` in this order."""
    rest = iter(full)
    return all(char in rest for char in short)


_RULES = {
    "Organization": (_ends, _company, _organ, _institute),
    "Place": (_ends, _site, _bare),
    "Programme": (_ends, _titled),
}
