"""The query tests of the W3C test suite for the SPARQL 1.1 Protocol, and what else the endpoint says to a request.

The 20 tests are sent as https://www.w3.org/2009/sparql/docs/tests/data-sparql11/protocol/ describes them; its update
tests do not apply, as nothing can be changed here.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

import pytest
from serve.running import FORM, QUERY, Response, Site, serving

from kg.serve.limits import Limits

DATA = "http://kasei.us/2009/09/sparql/data/data{}.rdf"
DATA0, DATA1, DATA2, DATA3 = map(DATA.format, range(4))
ROWS = {
    "application/sparql-results+xml",
    "application/sparql-results+json",
    "text/tab-separated-values",
    "text/csv",
}
GRAPHS = {"application/rdf+xml", "text/turtle", "application/n-triples"}

BOTH_DEFAULT = f"ASK {{ <{DATA1}> a ?type . <{DATA2}> a ?type . }}"
BOTH_NAMED = f"ASK {{ GRAPH ?g1 {{ <{DATA1}> a ?type }} GRAPH ?g2 {{ <{DATA2}> a ?type }} }}"
THREE = f"""ASK {{
  <{DATA3}> a ?type
  GRAPH ?g1 {{ <{DATA1}> a ?type }}
  GRAPH ?g2 {{ <{DATA2}> a ?type }}
}}"""
FROM_ANOTHER = BOTH_NAMED.replace("ASK", f"ASK FROM <{DATA3}>")


@dataclass(frozen=True)
class Case:
    """A request of the suite; `expected` are the media types of the answer, none for a request that is wrong."""

    name: str
    method: str
    parameters: tuple[tuple[str, str], ...] = ()
    body: str | bytes | None = None
    content_type: str | None = None
    expected: frozenset[str] | set[str] = frozenset()
    true: bool = False


def default(*iris: str) -> tuple[tuple[str, str], ...]:
    return tuple(("default-graph-uri", iri) for iri in iris)


def named(*iris: str) -> tuple[tuple[str, str], ...]:
    return tuple(("named-graph-uri", iri) for iri in iris)


def query(sparql: str) -> tuple[tuple[str, str], ...]:
    return (("query", sparql),)


CASES = (
    Case("query_post_form", "POST", default(DATA0), "query=ASK%20%7B%7D", FORM, ROWS, true=True),
    Case(
        "query_dataset_default_graphs_get",
        "GET",
        query(BOTH_DEFAULT) + default(DATA1, DATA2),
        expected=ROWS,
        true=True,
    ),
    Case("query_dataset_default_graphs_post", "POST", default(DATA1, DATA2), BOTH_DEFAULT, QUERY, ROWS, true=True),
    Case("query_dataset_named_graphs_post", "POST", named(DATA1, DATA2), BOTH_NAMED, QUERY, ROWS, true=True),
    Case("query_dataset_named_graphs_get", "GET", query(BOTH_NAMED) + named(DATA1, DATA2), expected=ROWS, true=True),
    Case("query_dataset_full", "POST", default(DATA3) + named(DATA1, DATA2), THREE, QUERY, ROWS, true=True),
    Case("query_multiple_dataset", "POST", named(DATA1, DATA2), FROM_ANOTHER, QUERY, ROWS, true=True),
    Case("query_get", "GET", query("ASK {}") + default(DATA0), expected=ROWS, true=True),
    Case("query_content_type_select", "POST", default(DATA0), "SELECT (1 AS ?value) {}", QUERY, ROWS),
    Case("query_content_type_ask", "POST", default(DATA0), "ASK {}", QUERY, ROWS),
    Case("query_content_type_describe", "POST", default(DATA0), "DESCRIBE <http://example.org/>", QUERY, GRAPHS),
    Case("query_content_type_construct", "POST", default(DATA0), "CONSTRUCT { <s> <p> 1 } WHERE {}", QUERY, GRAPHS),
    Case("query_post_direct", "POST", (), "ASK {}", QUERY, ROWS, true=True),
    Case("bad_query_method", "PUT", query("ASK {}") + default(DATA0), content_type=FORM),
    Case("bad_multiple_queries", "GET", query("ASK {}") + query("SELECT * {}")),
    Case("bad_query_wrong_media_type", "POST", (), "ASK {}", "text/plain"),
    Case("bad_query_missing_form_type", "POST", (), "query=ASK%20%7B%7D"),
    Case("bad_query_missing_direct_type", "POST", (), "ASK {}"),
    Case("bad_query_non_utf8", "POST", (), "ASK {}".encode("utf-16"), f"{QUERY}; charset=UTF-16"),
    Case("bad_query_syntax", "GET", query("ASK {")),
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("dataset")
    graphs = (f"<{iri}> {{ <{iri}> a <http://xmlns.com/foaf/0.1/Document> }}\n" for iri in (DATA1, DATA2, DATA3))
    (folder / "data.trig").write_text("".join(graphs), encoding="utf-8")
    with serving(folder, graph=folder / "data.trig", limits=Limits(at_a_time=1)) as running:
        yield running


def sent(site: Site, case: Case) -> Response:
    headers = {"Content-Type": case.content_type} if case.content_type else {}
    return site.send(case.method, f"/sparql?{urlencode(case.parameters)}", case.body, headers)


def test_there_are_twenty() -> None:
    assert len(CASES) == 20


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_w3c_protocol(site: Site, case: Case) -> None:
    response = sent(site, case)
    if case.expected:
        assert response.status == 200, response.text
        assert response.media_type in case.expected
    else:
        assert 400 <= response.status < 500
    if case.true:
        assert json.loads(response.text)["boolean"] is True


def test_graphs_that_are_not_asked_for_are_left_out(site: Site) -> None:
    for parameters in (named(DATA1), default(DATA1, DATA2), named(DATA3, DATA2), default("http://example.org/none")):
        response = sent(site, Case("", "POST", parameters, BOTH_NAMED, QUERY))
        assert json.loads(response.text)["boolean"] is False


STATUSES = (
    Case("400", "GET"),
    Case("400", "GET", query("ASK {}") + default("no IRI")),
    Case("400", "GET", query("SELECT * { ?s ?p } ")),
    Case("400", "POST", query("ASK {}"), "ASK {}", QUERY),
    Case("400", "POST", (), "query=%FF", FORM),
    Case("400", "POST", (), b"ASK { <a> <b> '\xff' }", QUERY),
    Case("400", "GET", tuple(("default-graph-uri", "http://example.org/") for _ in range(200))),
    Case("405", "DELETE", query("ASK {}")),
    Case("405", "PATCH", query("ASK {}")),
    Case("413", "POST", (), "ASK {}" + " " * (1 << 20), QUERY),
    Case("413", "POST", (), "query=ASK%20%7B%7D" + "+" * (1 << 20), FORM),
    Case("415", "POST", (), "ASK {}", f"{QUERY}; charset=gb18030"),
    Case("415", "POST", (), "<x/>", "application/xml"),
    Case("415", "POST", (), "CLEAR ALL", "application/sparql-update"),
)


@pytest.mark.parametrize("case", STATUSES, ids=lambda case: f"{case.name} {case.method} {case.content_type}")
def test_what_is_wrong_has_its_status_and_is_said_in_words(site: Site, case: Case) -> None:
    response = sent(site, case)
    assert response.status == int(case.name), response.text
    assert response.media_type == "text/plain"
    assert response.text.strip()


def test_methods_that_are_refused_learn_what_is_allowed(site: Site) -> None:
    assert {"GET", "POST"} <= set(site.send("PUT", "/sparql").headers["allow"].split(", "))


def test_chinese_is_the_same_in_every_way_to_ask(site: Site) -> None:
    sparql = "SELECT ('河西区 + 100%' AS ?name) {}"
    responses = (
        site.ask(sparql, "text/csv"),
        site.send("POST", "/sparql", urlencode({"query": sparql}), {"Content-Type": FORM, "Accept": "text/csv"}),
        site.send("POST", "/sparql", sparql, {"Content-Type": f"{QUERY}; charset=UTF-8", "Accept": "text/csv"}),
    )
    assert [response.text for response in responses] == ["name\r\n河西区 + 100%\r\n"] * 3


UPDATES = (
    "INSERT DATA { <http://a/a> <http://a/a> <http://a/a> }",
    f"DELETE WHERE {{ GRAPH <{DATA1}> {{ ?s ?p ?o }} }}",
    "CLEAR ALL",
    "DROP ALL",
    "LOAD <file:///etc/passwd>",
)


@pytest.mark.parametrize("update", UPDATES)
def test_nothing_can_be_changed(site: Site, update: str) -> None:
    statuses = [
        site.send("GET", f"/sparql?{urlencode({'update': update})}").status,
        site.ask(update).status,
        site.send("POST", "/sparql", urlencode({"update": update}), {"Content-Type": FORM}).status,
        site.send("POST", "/sparql", urlencode({"update": update, "query": "ASK {}"}), {"Content-Type": FORM}).status,
        site.send("POST", "/sparql", update, {"Content-Type": QUERY}).status,
        site.send("POST", "/sparql", update, {"Content-Type": "application/sparql-update"}).status,
    ]
    assert statuses == [400, 400, 400, 400, 400, 415]
    assert json.loads(site.ask(BOTH_NAMED).text)["boolean"] is True


@pytest.mark.parametrize("path", ["/graph", "/data", "/store", "/rdf-graph-store", "/update", f"/sparql/{DATA1}"])
@pytest.mark.parametrize("method", ["GET", "PUT", "POST", "DELETE"])
def test_there_is_no_graph_store(site: Site, method: str, path: str) -> None:
    response = site.send(method, f"{path}?graph={DATA1}", b"", {"Content-Type": "text/turtle"})
    assert response.status == 404
