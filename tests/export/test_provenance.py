"""Documents, articles and passages: what is known of them is written, what is not is left out."""

from pathlib import Path

import pytest
import rdflib
from factory import article, document, entity, evidence, graph, relation
from rdflib import DCTERMS, RDF, Literal

from kg.export import turtle
from kg.graph import KnowledgeGraph
from kg.model import Article, Document, Evidence, Passage

KG = rdflib.Namespace("https://w3id.org/district-kg/ns#")
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
ENDS = entity("place-a", "甲街", type="Place"), entity("place-b", "乙区", type="Place")


def stated(
    *found: Evidence, documents: tuple[Document, ...], articles: dict[str, tuple[Article, ...]] | None = None
) -> KnowledgeGraph:
    return graph(ENDS, (relation("locatedIn", "place-a", "place-b", *found),), documents=documents, articles=articles)


def written(content: KnowledgeGraph, folder: Path) -> rdflib.Graph:
    turtle.write(content, folder / "graph.ttl")
    return rdflib.Graph().parse(folder / "graph.ttl")


def reported(found: rdflib.Graph) -> list[str]:
    return [str(day) for name in ("firstReported", "lastReported") for day in found.objects(None, KG[name])]


def test_a_document_of_which_nothing_is_said(tmp_path: Path) -> None:
    found = written(stated(documents=(document(),)), tmp_path)
    (node,) = found.subjects(RDF.type, KG.Document)
    assert {*found.predicates(node)} == {RDF.type, DCTERMS.source, KG.textSha256}
    assert reported(found) == []


def test_documents_of_one_publisher_share_it(tmp_path: Path) -> None:
    pages = document("a.txt", publisher="东川报"), document("b.txt", publisher="东川报"), document("c.txt")
    found = written(graph((), documents=pages), tmp_path)
    (publisher,) = {*found.objects(None, DCTERMS.publisher)}
    assert len([*found.subjects(DCTERMS.publisher, publisher)]) == 2


def test_a_statement_was_reported_from_its_first_to_its_last_dated_evidence(tmp_path: Path) -> None:
    pages = document("a.txt", date="2025-03-05"), document("b.txt", date="2024-12-31"), document("c.txt")
    found = written(stated(*(evidence("甲", document=page.name) for page in pages), documents=pages), tmp_path)
    assert reported(found) == ["2024-12-31", "2025-03-05"]


@pytest.mark.parametrize(("told", "date"), [("2025-03-05", "2025-03-05"), (None, "2025-03-04")])
def test_what_people_say_goes_before_what_the_article_states(tmp_path: Path, told: str | None, date: str) -> None:
    page = document("a.txt", **({"date": told} if told else {}))
    articles = {"a.txt": (article("甲", 0, 10, date="2020-01-01"), article("乙", 10, 20, date="2025-03-04"))}
    found = written(stated(evidence("乙", document="a.txt", start=12), documents=(page,), articles=articles), tmp_path)
    assert reported(found) == [date, date]


def test_evidence_lies_in_the_article_it_begins_in(tmp_path: Path) -> None:
    articles = {"001_page.txt": (article("甲", 0, 10), article("", 10, 20), article("丙", 20, 30))}
    found = written(stated(evidence("乙", start=10), documents=(document(),), articles=articles), tmp_path)
    (scope,) = found.objects(None, OA.hasScope)
    assert (found.value(scope, OA.start), found.value(scope, DCTERMS.title)) == (Literal(10), None)
    assert len([*found.subjects(RDF.type, KG.Article)]) == 3


def test_of_copies_of_a_file_the_surest_evidence_speaks(tmp_path: Path) -> None:
    pages = document("a.txt", "甲街在乙区"), document("b.txt", "甲街在乙区")
    sure = (
        evidence("甲街在乙区", document=page.name, confidence=share)
        for page, share in zip(pages, (0.9, 0.8), strict=True)
    )
    found = written(stated(*sure, documents=pages), tmp_path)
    (node,) = found.subjects(RDF.type, KG.Evidence)
    assert [str(share) for share in found.objects(node, KG.confidence)] == ["0.9"]


def test_an_evidence_keeps_its_name_when_it_is_weighed_anew(tmp_path: Path) -> None:
    names = set()
    for share in (0.9, 0.7):
        found = written(stated(evidence("甲街在乙区", confidence=share), documents=(document(),)), tmp_path)
        names |= {*found.subjects(RDF.type, KG.Evidence)}
    assert len(names) == 1


def test_a_subject_named_elsewhere_is_one_passage_for_all_its_evidence(tmp_path: Path) -> None:
    named = (Passage(0, 2, "甲街"),)
    quotes = evidence("位于乙区", start=10, context=named), evidence("乙区内", start=20, context=named)
    found = written(stated(*quotes, documents=(document(),)), tmp_path)
    (passage,) = found.subjects(RDF.type, KG.Passage)
    assert len([*found.subjects(KG.context, passage)]) == 2
    assert found.value(passage, OA.exact) == Literal("甲街")
