"""Text from pages as XML holds it."""

import re

from kg.export.plain import ILLEGAL

_ESCAPES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "\t": "&#9;",
    "\n": "&#10;",
    "\r": "&#13;",
}
# Of millions of texts few hold any of these: one search finds those.
_IN_CONTENT, _IN_ATTRIBUTE = (re.compile(f"[{special}{ILLEGAL}]") for special in ("&<>", "".join(_ESCAPES)))


def content(text: str) -> str:
    """Legal text between two tags.

    >>> content('A&B <"C">')
    'A&amp;B &lt;"C"&gt;'
    """
    return _IN_CONTENT.sub(_written, text)


def attribute(text: str) -> str:
    r"""Legal text as the value of an attribute in double quotes; line breaks are kept.

    >>> attribute('A&B\n"C"')
    'A&amp;B&#10;&quot;C&quot;'
    """
    return _IN_ATTRIBUTE.sub(_written, text)


def _written(found: re.Match[str]) -> str:
    return _ESCAPES.get(found[0], "")
