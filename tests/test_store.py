"""SPARQL over a built graph: answers in every form, and clear refusals."""

import json
from pathlib import Path

import pytest
from factory import entity, graph, small_graph

from kg import store
from kg.errors import QueryError, SourceError
from kg.export import turtle

BEGINS = "a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE"
NAMES = "SELECT ?name WHERE { ?place a kg:Place ; skos:prefLabel ?name } ORDER BY ?name"
LINKS = "CONSTRUCT { ?who kg:holdsPost ?body } WHERE { ?who kg:holdsPost ?body }"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    turtle.write(small_graph(), folder / "graph.ttl")
    return folder


def test_a_folder_and_its_graph_answer_alike(folder: Path) -> None:
    answers = [store.render(store.query(source, NAMES)) for source in (folder, folder / "graph.ttl")]
    assert answers == ["name\n--------\n人民公园\n天津市\n河西区\n"] * 2


def test_declared_prefixes_win(folder: Path) -> None:
    sparql = "PREFIX kg: <https://example.org/> ASK { ?any a kg:Place }"
    assert store.render(store.query(folder, sparql)) == "false\n"


def test_table_aligns_chinese(folder: Path) -> None:
    sparql = "SELECT ?name ?code WHERE { ?p skos:prefLabel ?name ; kg:adcode ?code } ORDER BY ?code"
    assert store.render(store.query(folder, sparql)).splitlines() == [
        "name    code",
        "------  ------",
        "天津市  12",
        "河西区  120103",
    ]


def test_table_shortens_iris_and_shows_nothing_for_unbound(folder: Path) -> None:
    sparql = "SELECT ?place ?none (<http://example.org/x> AS ?other) WHERE { ?place kg:adcode '12' }"
    assert store.render(store.query(folder, sparql)).splitlines()[2].split() == ["id:place-12", "http://example.org/x"]


def test_control_characters_stay_out_of_the_table(tmp_path: Path) -> None:
    turtle.write(graph((entity("org-a", "甲\x1b[2J\n乙\u202e"),)), tmp_path / "graph.ttl")
    shown = store.render(store.query(tmp_path, "SELECT ?name WHERE { ?any skos:prefLabel ?name }"))
    assert shown.splitlines()[2] == "甲 [2J 乙"


def test_no_cell_of_csv_is_a_formula(folder: Path) -> None:
    rows = 'SELECT * WHERE { VALUES (?a ?b) { ("=cmd|x" "@SUM(1)") ("甲,乙" "-5") } }'
    assert store.render(store.query(folder, rows), "csv") == 'a,b\r\n＝cmd|x,＠SUM(1)\r\n"甲,乙",-5\r\n'


def test_csv(folder: Path) -> None:
    assert store.render(store.query(folder, NAMES), "csv") == "name\r\n人民公园\r\n天津市\r\n河西区\r\n"


def test_json(folder: Path) -> None:
    results = json.loads(store.render(store.query(folder, NAMES), "json"))
    assert results["head"] == {"vars": ["name"]}
    assert results["results"]["bindings"][0]["name"] == {"type": "literal", "xml:lang": "zh", "value": "人民公园"}
    assert json.loads(store.render(store.query(folder, "ASK { ?s a kg:Person }"), "json"))["boolean"] is True


def test_constructed_graph(folder: Path) -> None:
    lines = store.render(store.query(folder, LINKS), "ttl").splitlines()
    assert lines[-1] == "id:per-5a0000000004 kg:holdsPost id:org-5a0000000002 ."
    assert "kg:holdsPost" in store.render(store.query(folder, LINKS))
    assert "天津市" in store.render(store.query(folder, "DESCRIBE id:place-12"), "ttl")


@pytest.mark.parametrize(
    ("sparql", "form", "advice"),
    [(LINKS, "csv", "table or ttl"), (LINKS, "json", "table or ttl"), (NAMES, "ttl", "table, csv or json")],
)
def test_forms_that_do_not_fit(folder: Path, sparql: str, form: store.Format, advice: str) -> None:
    with pytest.raises(QueryError, match=advice):
        store.render(store.query(folder, sparql), form)


@pytest.mark.parametrize(
    ("sparql", "place"),
    [
        (
            "SELECT * {\n  ?s foo:x ?o }",
            "line 2, column 11: this prefix is not declared\n    ?s foo:x ?o }\n",
        ),
        ("SELECT *", "line 1, column 9"),
        ("SELECT DIS", "line 1, column 11: no SPARQL from here on\n"),
        ("", f"line 1, column 1: {BEGINS}\n"),
        ("SELEC * { ?s ?p ?o }", f"line 1, column 1: {BEGINS}\n  SELEC * {{ ?s ?p ?o }}\n  ^"),
        ("{ ?s ?p ?o }", f"line 1, column 1: {BEGINS}\n"),
        ("# 谁？\nPREFIX a: <http://a/#>\n  select1", f"line 3, column 3: {BEGINS}\n    select1\n    ^"),
        ("PREFIX a <http://a/>\nSELECT * {}", "line 1, "),
        ("SELECT ?s (COUNT(?o) AS ?n) { ?s ?p ?o }", "line 1, column 41"),
        ("INSERT DATA { id:a kg:related id:b }", f"line 1, column 1: {store.READ_ONLY}\n"),
        ("PREFIX a: <http://a/#> #\nBASE <x> delete WHERE { ?s ?p ?o }", f"line 2, column 10: {store.READ_ONLY}\n"),
        ("DROP ALL", f"line 1, column 1: {store.READ_ONLY}\n"),
        ("LOAD <file:///etc/passwd>", f"line 1, column 1: {store.READ_ONLY}\n"),
    ],
)
def test_refused_queries_name_the_line(folder: Path, sparql: str, place: str) -> None:
    with pytest.raises(QueryError) as caught:
        store.query(folder, sparql)
    assert place in str(caught.value)


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * { service silent ?x { ?s ?p ?o } }",
        "SELECT * { ?s ?p 1SERVICE<http://127.0.0.1/>{ ?s ?p ?o } }",
        "SELECT * { # }\nSERVICE\n#\n<http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p 'a#' . SERVICE ?x { ?s ?p ?o } }",
        "SELECT * { ?s ?p <http://example.org/#> . SERVICE ?x { ?s ?p ?o } }",
        r"SELECT * { ?s ?p '\'' SERVICE ?x { ?s ?p '' } }",
        "SELECT * { FILTER(?a<1)SERVICE?x{ ?s ?p ?o }FILTER(?a>1) }",
        "PREFIX : <http://127.0.0.1/> SELECT * { SERVICE:a { ?s ?p ?o } }",
        r"SELECT * { \u0053ERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
    ],
)
def test_queries_never_leave_the_machine(folder: Path, sparql: str) -> None:
    with pytest.raises(QueryError, match="SERVICE is not allowed"):
        store.query(folder, sparql)


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?service { ?service a kg:Place }",
        "ASK { ?s skos:altLabel 'a SERVICE <x> { }' }",
        'ASK { ?s ?p """it said "SERVICE" """ } # no SERVICE here',
        "ASK { ?s a schema:Service ; ?p <http://example.org/service> }",
    ],
)
def test_the_word_service_is_allowed(folder: Path, sparql: str) -> None:
    store.query(folder, sparql)


def test_from_reads_nothing_from_elsewhere(folder: Path) -> None:
    file = (folder / "graph.ttl").as_uri()
    sparql = "SELECT * FROM <FILE> WHERE { ?s ?p ?o }".replace("FILE", file)
    assert store.render(store.query(folder, sparql)).splitlines()[2:] == []


def test_missing_graph(tmp_path: Path) -> None:
    for source, named in ((tmp_path, tmp_path / "graph.ttl"), (tmp_path / "x.ttl", tmp_path / "x.ttl")):
        with pytest.raises(SourceError, match="kg build") as caught:
            store.query(source, NAMES)
        assert caught.value.path == named


@pytest.mark.parametrize("content", ["id:a kg:b id:c .", "<a:a> <a:b> <a:c> .\n<a:a> <a:b>", "\0"])
def test_a_file_that_is_no_turtle(tmp_path: Path, content: str) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SourceError, match=r"graph\.ttl: is no Turtle"):
        store.query(path, NAMES)
