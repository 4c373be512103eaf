"""Any name goes into every format, and comes out again as it was, or on one line where the format needs that.

Lone surrogates are left out, which no decoded file holds, and names without anything that can be seen.
"""

import csv
from pathlib import Path
from xml.etree import ElementTree

import factory
import networkx as nx
import pytest
from fuzz.texts import ANY
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import store
from kg.export import EXPORTERS, FORMS
from kg.export.plain import legal, one_line
from kg.graph import KnowledgeGraph

WRITERS = EXPORTERS | FORMS["csv"]
MARKS = st.text(alphabet="区<>&\"'\\;|,\n\r\t\x00\x0b\x1b\x85\u2028\ufffe𠮷=+-@{}")
NAMES = st.lists(st.one_of(ANY, MARKS).filter(one_line), min_size=2, max_size=2, unique=True)
quick = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def graph(names: list[str]) -> KnowledgeGraph:
    """Two entities of these names, joined by a relation whose quote is both."""
    one, other = (factory.entity(f"org-{number:012x}", name) for number, name in enumerate(names))
    link = factory.relation("cooperatesWith", one.id, other.id, factory.evidence("".join(names)))
    return factory.graph((one, other), (link,))


def written(names: list[str], file: str, folder: Path) -> Path:
    WRITERS[file](graph(names), folder / file)
    return folder / file


@given(names=NAMES)
@quick
def test_turtle_gives_the_names_again(names: list[str], tmp_path: Path) -> None:
    path = written(names, "graph.ttl", tmp_path)
    rows = store.query(path, "SELECT ?name { ?it a kg:Entity ; skos:prefLabel ?name } ORDER BY ?it")
    assert [row["name"].value for row in rows] == names


@given(names=NAMES)
@quick
def test_gexf_gives_the_names_again(names: list[str], tmp_path: Path) -> None:
    root = ElementTree.parse(written(names, "graph.gexf", tmp_path)).getroot()  # noqa: S314 - our own file
    assert [node.get("label") for node in root.iter("{http://gexf.net/1.3}node")] == list(map(one_line, names))


@given(names=NAMES)
@quick
def test_graphml_gives_the_names_again(names: list[str], tmp_path: Path) -> None:
    read = nx.read_graphml(written(names, "graph.graphml", tmp_path))
    # XML takes every line break for \n.
    expected = [legal(name).replace("\r\n", "\n").replace("\r", "\n") for name in names]
    assert [name or "" for _, name in sorted(read.nodes(data="label"))] == expected


@given(names=NAMES)
@quick
def test_csv_gives_the_names_again(names: list[str], tmp_path: Path) -> None:
    with written(names, "nodes.csv", tmp_path).open(encoding="utf-8", newline="") as file:
        read = [row["name"] for row in csv.DictReader(file)]
    assert [name.replace("＼", "\\")[1:] for name in read] == [one_line(name)[1:] for name in names]


@pytest.mark.parametrize("file", sorted(WRITERS.keys() - {"graph.ttl"}))
@given(names=NAMES)
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_file_is_utf8_without_forbidden_characters(names: list[str], file: str, tmp_path: Path) -> None:
    text = written(names, file, tmp_path).read_text(encoding="utf-8")
    assert legal(text) == text
