"""Text from pages as XML holds it."""

from xml.sax.saxutils import escape

from kg.export.plain import legal

_ESCAPES = {'"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}


def content(text: str) -> str:
    """Legal text between two tags.

    >>> content('A&B <"C">')
    'A&amp;B &lt;"C"&gt;'
    """
    return escape(legal(text))


def attribute(text: str) -> str:
    r"""Legal text as the value of an attribute in double quotes; line breaks are kept.

    >>> attribute('A&B\n"C"')
    'A&amp;B&#10;&quot;C&quot;'
    """
    return escape(legal(text), _ESCAPES)
