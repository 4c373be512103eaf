"""A built graph read back: the very value, whatever its names, and clear words about what is no graph."""

from dataclasses import replace
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from factory import article, document, entity, evidence, graph, relation, small_graph
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import SourceError
from kg.export import turtle
from kg.graph import KnowledgeGraph
from kg.model import Article, Document, Entity, Evidence, Passage, Relation, Source
from kg.ontology import load
from kg.restore import restore

HOSTILE = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
DATES = st.sampled_from([None, "2024-02-29", "2026-03-05"])
KINDS = st.sampled_from(
    [
        ("Organization", None, None),
        ("Organization", "Company", None),
        ("Place", "Park", None),
        ("Place", "AdministrativeArea", None),
        ("Place", "AdministrativeArea", "12"),
        ("Place", "AdministrativeArea", "120103004"),
        ("Programme", "Event", None),
        ("Person", None, None),
    ]
)


@st.composite
def entities(draw: st.DrawFn) -> tuple[Entity, ...]:
    made = []
    for number, (kind, subtype, code) in enumerate(draw(st.lists(KINDS, max_size=5))):
        name, *others = draw(st.lists(HOSTILE, min_size=1, max_size=4, unique=True))
        aliases, misprints = tuple(sorted(others[:2])), tuple(sorted(others[2:]))
        made.append(Entity(f"x-{number}", kind, name, f"x-{number}", subtype, aliases, misprints, code))
    return tuple(made)


class Page:
    """A document whose text is nothing but what is quoted of it, one quote behind the other."""

    def __init__(self, name: str, source: Source) -> None:
        self.name, self.source, self.text = name, source, ""

    def passage(self, quote: str) -> Passage:
        start = len(self.text)
        self.text += quote
        return Passage(start, len(self.text), quote)

    def document(self) -> Document:
        return Document(self.name, self.text, sha256(self.name.encode()).hexdigest(), self.source)


@st.composite
def pages(draw: st.DrawFn) -> list[Page]:
    maybe = st.none() | HOSTILE
    url = st.sampled_from([None, "https://example.org/a?b=%E5%8C%BA&c"])
    source = st.builds(Source, title=maybe, date=DATES, publisher=maybe, url=url)
    return [Page(name, draw(source)) for name in draw(st.lists(HOSTILE, min_size=1, max_size=3, unique=True))]


@st.composite
def relations(draw: st.DrawFn, of: tuple[Entity, ...], among: list[Page]) -> tuple[Relation, ...]:
    possible = [
        (kind.name, head.id, tail.id)
        for kind in load().relations.values()
        for head in of
        for tail in of
        if head.type in kind.domain and tail.type in kind.range and head.id < tail.id
    ]
    made = []
    for kind, head, tail in draw(st.lists(st.sampled_from(possible), max_size=4, unique=True)) if possible else ():
        found = tuple(draw(passages(among)) for _ in range(draw(st.integers(1, 3))))
        title = draw(st.none() | HOSTILE) if kind == "holdsPost" else None
        made.append(Relation(kind, head, tail, tuple(sorted(found)), title))
    return tuple(sorted(made, key=lambda one: (one.type, one.head, one.tail, one.title or "")))


@st.composite
def passages(draw: st.DrawFn, among: list[Page]) -> Evidence:
    page = draw(st.sampled_from(among))
    quoted, *context = (page.passage(quote) for quote in draw(st.lists(HOSTILE, min_size=1, max_size=3)))
    confidence = draw(st.integers(0, 10_000)) / 10_000
    return Evidence(page.name, quoted.start, quoted.end, quoted.quote, draw(HOSTILE), confidence, tuple(context))


@st.composite
def graphs(draw: st.DrawFn) -> KnowledgeGraph:
    things, among = draw(entities()), draw(pages())
    stated = draw(relations(things, among))
    articles = {page.name: tuple(draw(articles_of(len(page.text)))) for page in among}
    return KnowledgeGraph(
        documents=tuple(sorted((page.document() for page in among), key=lambda one: one.name)),
        entities=things,
        relations=stated,
        mentions={one.id: draw(st.integers(0, 99)) for one in things},
        articles=articles,
        issued=draw(DATES),
    )


@st.composite
def articles_of(draw: st.DrawFn, length: int) -> list[Article]:
    borders = sorted(draw(st.sets(st.integers(0, length), max_size=3)))
    bylines = st.lists(HOSTILE, max_size=2, unique=True).map(lambda names: tuple(sorted(names)))
    return [
        Article(start, end, draw(st.just("") | HOSTILE), draw(bylines), draw(DATES)) for start, end in pairwise(borders)
    ]


@settings(max_examples=100, deadline=None)
@given(content=graphs())
def test_what_was_written_comes_back(content: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("written") / "graph.ttl"
    turtle.write(content, path)
    assert restore(path) == content


def test_the_graph_of_the_seeds_comes_back(seed_graph: KnowledgeGraph, seed_folder: Path) -> None:
    found = restore(seed_folder)
    assert found.entities == tuple(replace(one, key=one.id) for one in seed_graph.entities)
    assert found.mentions == seed_graph.mentions
    assert [plainly(one) for one in found.relations] == [plainly(one) for one in seed_graph.relations]
    assert found.articles == {
        name: tuple(replace(one, byline=tuple(sorted({*one.byline}))) for one in articles)
        for name, articles in seed_graph.articles.items()
    }
    for one, whole in zip(found.documents, seed_graph.documents, strict=True):
        assert replace(one, text="") == replace(whole, text="")
        assert len(one.text) == len(whole.text)
        assert all(char in ("□", known) for char, known in zip(one.text, whole.text, strict=True))


def plainly(one: Relation) -> tuple[object, ...]:
    """A relation with confidences to the four places that Turtle has, and context in any order."""
    found = [replace(each, confidence=round(each.confidence, 4), context=()) for each in one.evidence]
    context = {passage for each in one.evidence for passage in each.context}
    return one.type, one.head, one.tail, one.title, found, context


def test_text_stands_where_it_is_quoted_and_nowhere_else(tmp_path: Path) -> None:
    page = document("a.txt", "今日，民政局与晨光公司签约。天气晴朗。")
    signed = evidence(page.text[3:13], document="a.txt", start=3)
    ends = entity("org-a", "民政局"), entity("org-b", "晨光公司")
    stated = relation("cooperatesWith", "org-a", "org-b", signed)
    turtle.write(
        graph(ends, (stated,), documents=(page,), articles={"a.txt": (article("", 0, 20),)}), tmp_path / "g.ttl"
    )
    (found,) = restore(tmp_path / "g.ttl").documents
    assert found.text == "□□□民政局与晨光公司签约□□□□□□□"


def test_copies_of_a_file_come_back_as_two_documents_that_say_the_same(tmp_path: Path) -> None:
    copies = document("a.txt", "甲在乙"), document("b.txt", "甲在乙")
    stated = (evidence("甲在乙", document=one.name) for one in copies)
    ends = entity("place-a", "甲", type="Place"), entity("place-b", "乙", type="Place")
    whole = graph(ends, (relation("locatedIn", "place-a", "place-b", *stated),), documents=copies)
    turtle.write(whole, tmp_path / "graph.ttl")
    assert restore(tmp_path).documents == copies
    assert restore(tmp_path).relations == whole.relations


@pytest.mark.parametrize(
    ("written", "broken", "reason"),
    [
        ("kg:Person", "foaf:Agent", "is of 0 main classes, not of one"),
        ("void:Dataset", "void:Linkset", "does not describe itself"),
        ("rdf:predicate kg:organizes", "rdf:predicate kg:likes", "ns#likes"),
        ("oa:start 40", 'oa:start "here"', "here"),
    ],
)
def test_what_is_no_graph_of_ours_is_refused(written: str, broken: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    turtle.write(small_graph(), path)
    path.write_text(path.read_text(encoding="utf-8").replace(written, broken), encoding="utf-8")
    with pytest.raises(SourceError, match=f"{reason}.*kg validate") as caught:
        restore(tmp_path)
    assert caught.value.path == path


def test_a_folder_without_a_graph_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="kg build"):
        restore(tmp_path)
