"""Which of the forms of an answer a client wants, by its Accept header (RFC 9110, section 12.5.1)."""

import mimeparse

# The last is given to those who take anything.
ROWS = (
    "text/xml",
    "application/xml",
    "application/json",
    "text/csv",
    "text/tab-separated-values",
    "application/sparql-results+xml",
    "application/sparql-results+json",
)
GRAPHS = ("application/rdf+xml", "application/n-triples", "text/turtle")


def chosen(accept: str, offered: tuple[str, ...]) -> str | None:
    """The media type of those offered that an Accept header likes best; None when it takes none of them.

    >>> chosen("text/csv;q=0.5, application/*", ROWS)
    'application/sparql-results+json'
    >>> chosen("image/png", ROWS)
    """
    try:
        return mimeparse.best_match(offered, accept) or None
    except mimeparse.MimeTypeParseException:
        return None
