"""Dates that stand in full in a text: year, month and day. A year is never guessed."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from kg.documents.layout import PROSE
from kg.ontology import any_of, lexicon

_WORDS = lexicon("layout")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_YEAR, _COUNT = r"(?:1[89]|20)\d\d|[一二][一二三四五六七八九〇○零]{3}", r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_FULL = rf"(?<!\d)(?:{_YEAR}) ?[年./-] ?(?:{_COUNT}) ?[月./-] ?(?:{_COUNT})(?!\d) ?日?"
_ANY = re.compile(_FULL)
_DATELINE = re.compile(
    rf"(?:{any_of(_WORDS['openings'])})(?:（[^（）]*）)?[ ：]*(?P<told>{_FULL})"
    rf"|[^，。；（）]{{0,16}}?(?P<sent>{_FULL})[讯电](?=[ ：（])"
)
_MASTHEAD = re.compile(rf"{any_of(_WORDS['masthead'])}|[第\d一二三四五六七八九十] ?版")
_LONGEST_MASTHEAD = 60


def full(text: str) -> Iterator[str]:
    """The dates of a text as ISO dates, in order; those that no calendar has are passed over.

    >>> list(full("发布日期：2025-10-28，二〇二五年三月十五日，2025年2月30日，3月5日"))
    ['2025-10-28', '2025-03-15']
    """
    for match in _ANY.finditer(text):
        try:
            yield date(*(_number(part) for part in re.split("[ 年月日./-]+", match[0]) if part)).isoformat()
        except ValueError:
            continue


def whole(text: str) -> str | None:
    """The ISO date of a text that is a date and nothing else.

    >>> whole("2025/3/5"), whole("2025"), whole("2025-13-05")
    ('2025-03-05', None, None)
    """
    return next(full(text), None) if _ANY.fullmatch(text) else None


def dateline(paragraph: str) -> str | None:
    """The date that the first paragraph of a report opens with: 新华社北京2025年3月5日电, 本报讯（记者 …）2025年3月5日.

    >>> dateline("新华社北京2025年3月5日电 会议召开。"), dateline("2024年1月1日，会议召开。")
    ('2025-03-05', None)
    """
    match = _DATELINE.match(paragraph)
    return next(full(match["told"] or match["sent"]), None) if match else None


def masthead(lines: Iterable[str]) -> str | None:
    """The date in the page's own lines (2025年3月5日 星期三 第3版), if all of them give the same one."""
    found = {each for line in lines if _is_masthead(line) for each in full(line)}
    return found.pop() if len(found) == 1 else None


def _is_masthead(line: str) -> bool:
    return len(line) <= _LONGEST_MASTHEAD and not PROSE.search(line) and _MASTHEAD.search(line) is not None


def _number(word: str) -> int:
    """A number in digits, in Chinese digits one by one, or counted with 十."""
    tens, ten, ones = word.rpartition("十")
    if ten:
        return 10 * (_number(tens) if tens else 1) + (_number(ones) if ones else 0)
    return int(word.translate(_DIGITS))
