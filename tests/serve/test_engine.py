"""Answers in every form, and what is too much in them or wrong with a query."""

import csv
import io
import json
from xml.etree import ElementTree

import pytest
import rdflib
from factory import small_graph
from pyoxigraph import Store
from rdflib.compare import isomorphic

from kg import store
from kg.export import turtle
from kg.serve.engine import Question, Reply, answer
from kg.serve.limits import Limits
from kg.serve.negotiation import GRAPHS, ROWS

NAMES = "SELECT ?place ?name WHERE { ?place a kg:Place ; skos:prefLabel ?name } ORDER BY ?name"
LINKS = "CONSTRUCT { ?who kg:holdsPost ?body } WHERE { ?who kg:holdsPost ?body }"
PLACES = ["人民公园", "天津市", "河西区"]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Store:
    path = tmp_path_factory.mktemp("built") / "graph.ttl"
    turtle.write(small_graph(), path)
    return store.load(path)


def reply(
    graph: Store,
    sparql: str,
    rows: str | None = "text/tab-separated-values",
    graphs: str | None = "text/turtle",
    limits: Limits | None = None,
) -> Reply:
    return answer(graph, Question(sparql, None, rows, graphs), limits or Limits())


def names(given: Reply) -> list[str]:
    text = given.content.decode()
    if given.media_type.endswith("json"):
        return [row["name"]["value"] for row in json.loads(text)["results"]["bindings"]]
    if given.media_type.endswith("xml"):
        return [literal.text or "" for literal in ElementTree.fromstring(text).iter() if "literal" in literal.tag]  # noqa: S314 - our own
    if given.media_type == "text/csv":
        return [row["name"] for row in csv.DictReader(io.StringIO(text))]
    return [line.split("\t")[1].strip('"').removesuffix('"@zh') for line in text.splitlines()[1:]]


@pytest.mark.parametrize("media_type", ROWS)
def test_rows_in_every_form(graph: Store, media_type: str) -> None:
    given = reply(graph, NAMES, media_type)
    assert (given.status, given.media_type) == (200, media_type)
    assert names(given) == PLACES


@pytest.mark.parametrize("media_type", ROWS)
def test_yes_and_no_in_every_form(graph: Store, media_type: str) -> None:
    for sparql, said in (("ASK { ?s a kg:Place }", b"true"), ("ASK { ?s a kg:None }", b"false")):
        given = reply(graph, sparql, media_type)
        assert given.status == 200
        assert said in given.content


@pytest.mark.parametrize("media_type", GRAPHS)
def test_graphs_in_every_form(graph: Store, media_type: str) -> None:
    given = reply(graph, "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", graphs=media_type)
    form = {"text/turtle": "turtle", "application/n-triples": "nt", "application/rdf+xml": "xml"}[media_type]
    read = rdflib.Graph().parse(data=given.content, format=form)
    whole = rdflib.Graph().parse(data="".join(f"{quad.triple} .\n" for quad in graph), format="nt")
    assert isomorphic(read, whole)


def test_same_question_same_bytes(graph: Store) -> None:
    everything = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
    assert reply(graph, everything) == reply(graph, everything)


@pytest.mark.parametrize("media_type", ROWS)
def test_rows_lose_nothing_on_their_way_through_tsv(graph: Store, media_type: str) -> None:
    sparql = r"""SELECT * { VALUES (?a ?b) {
        ("x\ny\t\"q\\"@zh-CN UNDEF) (1 1.50) (1e3 "z"^^<http://example.org/d>) ("" true) (UNDEF UNDEF)
        ("2024-05-01"^^xsd:date <http://example.org/河西>) ("\r\n" "=1+1") } }"""
    direct = graph.query(sparql, prefixes=dict(store.ontology.load().prefixes))
    form = store.QueryResultsFormat.from_media_type(media_type)
    assert reply(graph, sparql, media_type).content == direct.serialize(format=form)


def test_forms_that_are_not_taken(graph: Store) -> None:
    assert reply(graph, LINKS, graphs=None).status == 406
    assert reply(graph, NAMES, rows=None).status == 406
    assert reply(graph, NAMES, graphs=None).status == 200


@pytest.mark.parametrize(
    ("sparql", "limits", "reason"),
    [
        (NAMES, Limits(rows=2), "more than 2 rows"),
        (NAMES, Limits(bytes=30), "more than 30 bytes"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", Limits(rows=3), "more than 3 triples"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", Limits(bytes=30), "more than 30 bytes"),
        # Endless, were it not stopped at the first row or byte too many.
        ("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }", Limits(), "more than"),
        ("CONSTRUCT { ?a ?e ?i } { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", Limits(rows=9), "more than 9 triples"),
    ],
)
def test_too_much_is_refused_with_advice(graph: Store, sparql: str, limits: Limits, reason: str) -> None:
    given = reply(graph, sparql, limits=limits)
    assert given.status == 400
    assert reason in given.content.decode()
    assert "LIMIT" in given.content.decode()


def test_as_much_as_the_limits_allow_is_given(graph: Store) -> None:
    assert names(reply(graph, NAMES, limits=Limits(rows=3))) == PLACES
    assert reply(graph, r'SELECT ("a\nb\nc" AS ?x) {}', limits=Limits(rows=1)).status == 200


def test_wrong_queries_are_explained(graph: Store) -> None:
    given = reply(graph, "SELECT * {\n  ?s nowhere:x ?o }")
    assert given.status == 400
    assert given.content.decode().startswith("line 2, column 15: ")


@pytest.mark.parametrize("media_type", ["application/sparql-results+xml", "application/xml", "application/rdf+xml"])
def test_xml_can_be_read_whatever_stands_in_a_text(graph: Store, media_type: str) -> None:
    text = r"'a\u000B\u0001\uFFFE<b>&'"
    sparql = f"CONSTRUCT {{ id:a kg:title {text} }} {{}}" if "rdf" in media_type else f"SELECT ({text} AS ?x) {{}}"
    given = reply(graph, sparql, media_type, media_type)
    assert "a<b>&" in "".join(ElementTree.fromstring(given.content).itertext())  # noqa: S314 - our own
