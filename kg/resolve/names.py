"""What a name looks like when it is written down, compared and sorted into a kind."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from kg.ontology import any_of, lexicon

# Two names that differ in one of these are two things: 河东区 and 河西区, 第二小学 and 第三小学, 新村 and 老村.
CONTRAST = frozenset("第一二三四五六七八九十东西南北中前后上下左右新老大小甲乙丙丁")

_MARKS = re.compile(r"[“”‘’\"'《》〈〉「」『』]")
_BLANK = re.compile("(?<![A-Za-z0-9]) | (?![A-Za-z0-9])")
# Dashes that recognition reads as the numeral: 2024一2026年, 砺剑一2025, 明清砖雕一一一个时代 (but not 第七一一研究所).
_NUMERALS = "第一二三四五六七八九十"
_DASHES = re.compile(rf"(?<=[0-9年])一(?=[0-9])|一(?=20[0-9]{{2}})|(?<![{_NUMERALS}])一一(?![{_NUMERALS}所院中小])")
# NFKC leaves these apart although printers use them for the same thing.
_FOLDED = str.maketrans({"—": "-", "–": "-", "─": "-", "‧": "·", "•": "·", "・": "·"})
NAMES = 1 << 16  # names kept in mind: a text names the same things again and again
_ORGANS = ("GovernmentBody", "PartyBody", "CommunityBody", "MedicalInstitution", "SocialOrganization")
_CROWDED = ("AdministrativeArea", "ResidentialArea", "Road", "WaterBody")


@lru_cache(NAMES)
def canonical(text: str) -> str:
    """A name without quotation marks, line breaks and blanks; one blank stays between Latin words.

    >>> canonical("第三届“河西\\n人才节”")
    '第三届河西人才节'
    """
    name = _BLANK.sub("", " ".join(_MARKS.sub("", text).split()))
    return _DASHES.sub(lambda found: "—" * len(found[0]), name)


def usual(uses: Mapping[str, int]) -> str:
    """The name used most, among equals the longest, then the first in order."""
    return min(uses, key=lambda name: (-uses[name], -len(name), name))


@lru_cache(NAMES)
def fold(name: str) -> str:
    """A name for comparison only: NFKC, one kind of dash and dot, no blanks, lower case."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", name).translate(_FOLDED)).lower()


@lru_cache(NAMES)
def comparable(organ: str) -> str:
    """A body's name for comparison: organs in full words and without what short styles leave out.

    >>> comparable("人社局") == comparable("人力资源和社会保障局")
    True
    """
    if subtype("Organization", organ) not in _ORGANS:
        return fold(organ)
    pattern, words = _organ_words()
    return _noise().sub("", pattern.sub(lambda found: words[found[0]], fold(organ)))


@lru_cache(NAMES)
def head(kind: str, name: str) -> str:
    """The longest known head that ends the name (河西区民政局 → 局), empty where none does."""
    heads = _heads(kind)
    return next((name[at:] for at in range(len(name)) if name[at:] in heads), "")


@lru_cache(NAMES)
def subtype(kind: str, name: str) -> str | None:
    """The subtype of a class that the head of a name tells (民政局 → GovernmentBody)."""
    return _heads(kind).get(head(kind, name))


def crowded(kind: str, name: str) -> bool:
    """Whether a thing is of a kind whose names stand so close that a character more is another (东里, 东新里)."""
    return subtype(kind, name) in _CROWDED


@lru_cache(NAMES)
def level_word(name: str) -> str:
    """The word that stands for the home region at the start of a name (区民政局 → 区), empty where there is none."""
    found = _level_pattern().match(name)
    return found[1] if found else ""


@lru_cache(NAMES)
def scope(kind: str, name: str) -> str:
    """How far a name without a region reaches: text, county, city or country.

    Only the text itself knows which 区民政局 or which 图书馆 it speaks of, where nothing else told.
    """
    national, generic = lexicon("heads")["national"], lexicon("heads")["generic"]["names"]
    known = subtype(kind, name)
    if level_word(name):
        return "text"
    ends = name.endswith(tuple(national["tails"])) and known != "PartyBody"
    if ends or name.startswith(tuple(national["heads"])) or name in _known_nationwide():
        return "country"
    if head(kind, name) == name or name in generic:
        return "text"
    return next((reach for reach, kinds in lexicon("heads")["scope"].items() if (known or kind) in kinds), "country")


@cache
def _known_nationwide() -> frozenset[str]:
    national = lexicon("heads")["national"]
    return frozenset([*national["plans"], *national["programmes"], *national["places"]])


@cache
def _heads(kind: str) -> Mapping[str, str]:
    table = lexicon("heads").get(kind, {})
    return {head: subtype for subtype, heads in table.items() for head in heads}


@cache
def _organ_words() -> tuple[re.Pattern[str], Mapping[str, str]]:
    words: dict[str, str] = lexicon("shortforms")["organ_words"]
    both = {**{full: full for full in words.values()}, **words}
    return re.compile(any_of(both)), both


@cache
def _noise() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, lexicon("shortforms")["organ_noise"]["words"])))


@cache
def _level_pattern() -> re.Pattern[str]:
    levels = lexicon("shortforms")["levels"]
    words = any_of({*levels["province"], *levels["city"], *levels["county"]})
    return re.compile(rf"({words})(?!$|{'|'.join(levels['not_before'])})")
