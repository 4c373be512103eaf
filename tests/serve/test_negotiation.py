"""Accept headers, and each form that an answer can be asked for in."""

import pytest

from kg.serve.negotiation import GRAPHS, ROWS, chosen

JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "rows", "graph"),
    [
        ("*/*", JSON, "text/turtle"),
        ("application/*", JSON, "application/n-triples"),
        ("application/json", "application/json", None),
        ("text/csv, */*;q=0.1", "text/csv", "text/turtle"),
        (f"{JSON};q=0.3, {XML};q=0.8", XML, None),
        ("application/rdf+xml, text/turtle;q=0.5", None, "application/rdf+xml"),
        (BROWSER, "application/xml", "text/turtle"),
        ("*; q=.2", JSON, "text/turtle"),
        (f"{JSON};q=0, text/csv;q=0.1", "text/csv", None),
        ("image/png", None, None),
        ("nonsense", None, None),
        ("", None, None),
    ],
)
def test_the_form_that_is_liked_best(accept: str, rows: str | None, graph: str | None) -> None:
    assert (chosen(accept, ROWS), chosen(accept, GRAPHS)) == (rows, graph)
