"""Traditional characters read as simplified ones, one for one, so that a name is one name in both scripts.

The characters of GB 2312 and of the names of divisions (乾县, 於潜镇) stand in simplified text as they are.
"""

from collections.abc import Mapping
from functools import cache

from opencc import OpenCC

from kg.divisions import Divisions

_HAN = [chr(code) for code in range(0x3400, 0xA000)]


@cache
def simplified() -> Mapping[int, str]:
    """The simplified character of each traditional one, as `str.translate` takes it.

    >>> "臺北市議會；乾县".translate(simplified())
    '台北市议会；乾县'
    """
    plain = OpenCC("t2s").convert("\n".join(_HAN)).split("\n")
    names = (division.name for division in Divisions.load().by_code.values())
    standard = frozenset("".join(_HAN).encode("gb2312", "ignore").decode("gb2312"))
    own = standard.union(*names)
    return {ord(old): new for old, new in zip(_HAN, plain, strict=True) if new in standard and old not in own}
