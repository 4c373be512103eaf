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
    own = {char for division in Divisions.load().by_code.values() for char in division.name}
    plain = OpenCC("t2s").convert("\n".join(_HAN)).split("\n")
    pairs = zip(_HAN, plain, strict=True)
    return {ord(old): new for old, new in pairs if _is_simplified(new) and not _is_simplified(old) and old not in own}


def _is_simplified(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
