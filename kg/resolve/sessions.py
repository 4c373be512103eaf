"""Sessions of congresses and committees, which full and short style name in other words and in another order.

政协利川市第十一届委员会第四次会议 is the 利川市政协十一届四次会议, a 十四届纪委五次全会 the 纪委十四届五次全会.
"""

import re
from collections.abc import Mapping
from functools import cache

from kg.ontology import any_of, lexicon

_NUMBER = "[零一二三四五六七八九十百0-9]+"
_PLENUM = re.compile(f"{_NUMBER}届{_NUMBER}中全会")


def session(name: str) -> str:
    """A session's name without its region for comparison: body, term and number; empty when it names no session.

    >>> session("第三届人民代表大会第五次会议") == session("人大三届五次会议") == "人大|三|五"
    True
    """
    found = _pattern().fullmatch(name)
    bodies = _bodies()
    body = "".join(bodies[word] for word in found.group("first", "second") if word) if found else ""
    return f"{body or '委'}|{found['term']}|{found['number']}" if found and (body or found["party"]) else ""


def with_party(name: str) -> str:
    """A plenum of the Central Committee in full: 二十届四中全会 is the 党的二十届四中全会; other names as they are."""
    return f"党的{name}" if _PLENUM.fullmatch(name) else name


@cache
def _bodies() -> Mapping[str, str]:
    """The words for a body and what they amount to; 委员会 adds nothing to the body named before."""
    table: Mapping[str, list[str]] = lexicon("shortforms")["sessions"]["bodies"]
    return {word: body for body, words in table.items() for word in words} | {"委员会": ""}


@cache
def _pattern() -> re.Pattern[str]:
    words = any_of(_bodies())
    ends = any_of(lexicon("shortforms")["sessions"]["ends"])
    term, number = f"第?(?P<term>{_NUMBER})届", f"第?(?P<number>{_NUMBER})次"
    return re.compile(rf"(?P<party>中国共产党|中共)?(?P<first>{words})?{term}(?P<second>{words})?{number}(?:{ends})")
