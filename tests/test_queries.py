"""The SPARQL cookbook: every question has the same, right answer in both engines."""

from pathlib import Path

import pytest
import rdflib
from factory import entity, evidence, graph, relation

from kg import store
from kg.export import turtle
from kg.graph import KnowledgeGraph
from kg.ontology import ONTOLOGY

COOKBOOK = sorted((ONTOLOGY / "queries").glob("*.rq"))
KG = "https://w3id.org/district-kg/ns#"

ANSWERS: dict[str, list[tuple[str, ...]]] = {
    "01-posts": [
        ("周平", "书记", "景村社区党委"),
        ("张敏", "局长", "河西区委组织部"),
        ("李明", "主任", "马场街道"),
        ("王强", "书记", "马场街道党工委"),
    ],
    "02-officials-of-a-subdistrict": [
        ("周平", "书记", "景村社区党委"),
        ("李明", "主任", "马场街道"),
        ("王强", "书记", "马场街道党工委"),
    ],
    "03-programmes-of-a-body": [("敬老节", "人民公园"), ("银发行动", "")],
    "04-cooperation": [("河西区委组织部", "柳林街道办事处", "2"), ("河西区委组织部", "马场街道", "1")],
    "05-places-within": [("人民公园", ""), ("景村社区", ""), ("河西区", "120103"), ("马场街道", "120103004")],
    "06-evidence-of-a-link": [
        (f"{KG}cooperatesWith", "双方签约", "a.txt", "10", "14", "model", "0.9"),
        (f"{KG}cooperatesWith", "携手", "b.txt", "0", "2", "pair", "0.8"),
        (f"{KG}recognizes", "表彰", "b.txt", "5", "7", "pair", "0.7"),
    ],
    "07-most-active-organizers": [("河西区委组织部", "2"), ("柳林街道办事处", "1")],
    "08-commendations": [
        ("河西区委组织部", "柳林街道办事处", f"{KG}Organization"),
        ("马场街道", "周平", f"{KG}Person"),
    ],
    "09-common-ground": [("敬老节", f"{KG}organizes", f"{KG}organizes")],
    "10-coverage-by-document": [("a.txt", "17", "15"), ("b.txt", "2", "2")],
}


def handmade() -> KnowledgeGraph:
    def said(quote: str, start: int = 0) -> tuple:
        return (evidence(quote, document="a.txt", start=start),)

    tianjin, hexi = (
        entity("place-12", "天津市", type="Place", code="12"),
        entity("place-120103", "河西区", type="Place", code="120103"),
    )
    street = entity("place-120103004", "马场街道", type="Place", code="120103004", aliases=("马场街",))
    community, park = entity("place-c", "景村社区", type="Place"), entity("place-p", "人民公园", type="Place")
    bureau = entity("org-b", "河西区委组织部", aliases=("区委组织部",))
    company, party, cell = (
        entity("org-c", "柳林街道办事处"),
        entity("org-d", "马场街道党工委"),
        entity("org-e", "景村社区党委"),
    )
    elders, drive = (
        entity("prog-e", "敬老节", type="Programme", subtype="Event"),
        entity("prog-d", "银发行动", type="Programme"),
    )
    li, wang = entity("per-l", "李明", type="Person"), entity("per-w", "王强", type="Person")
    zhou, zhang = entity("per-z", "周平", type="Person"), entity("per-x", "张敏", type="Person")
    stated = [
        relation(kind, head.id, tail.id, *said(kind), title=title)
        for kind, head, tail, title in (
            ("locatedIn", hexi, tianjin, None),
            ("locatedIn", street, hexi, None),
            ("locatedIn", community, street, None),
            ("locatedIn", park, hexi, None),
            ("locatedIn", bureau, hexi, None),
            ("locatedIn", cell, community, None),
            ("holdsPost", li, street, "主任"),
            ("holdsPost", wang, party, "书记"),
            ("holdsPost", zhou, cell, "书记"),
            ("holdsPost", zhang, bureau, "局长"),
            ("organizes", bureau, elders, None),
            ("organizes", bureau, drive, None),
            ("organizes", company, elders, None),
            ("takesPlaceAt", elders, park, None),
            ("recognizes", street, zhou, None),
            ("cooperatesWith", street, bureau, None),
        )
    ]
    signed = evidence("双方签约", document="a.txt", start=10)
    joined = evidence("携手", document="b.txt", rule="pair", confidence=0.8)
    praised = evidence("表彰", document="b.txt", start=5, rule="pair", confidence=0.7)
    return graph(
        (tianjin, hexi, street, community, park, bureau, company, party, cell, elders, drive, li, wang, zhou, zhang),
        (
            *stated,
            relation("cooperatesWith", bureau.id, company.id, signed, joined),
            relation("recognizes", bureau.id, company.id, praised),
        ),
    )


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("handmade") / "graph.ttl"
    turtle.write(handmade(), path)
    return path


@pytest.fixture(scope="module")
def in_rdflib(path: Path) -> rdflib.Graph:
    return rdflib.Graph(bind_namespaces="none").parse(path)


def test_every_question_has_an_answer_here() -> None:
    assert [query.stem for query in COOKBOOK] == sorted(ANSWERS)


@pytest.mark.parametrize("query", COOKBOOK, ids=lambda query: query.stem)
def test_both_engines_give_the_answer(query: Path, path: Path, in_rdflib: rdflib.Graph) -> None:
    sparql = query.read_text(encoding="utf-8")
    rows = [tuple(value.value if value else "" for value in row) for row in store.query(path, sparql)]
    others = [tuple(str(value) if value is not None else "" for value in row) for row in in_rdflib.query(sparql)]
    assert rows == others == ANSWERS[query.stem]


@pytest.mark.parametrize("query", COOKBOOK, ids=lambda query: query.stem)
def test_the_question_comes_first_in_two_languages(query: Path) -> None:
    first = query.read_text(encoding="utf-8").splitlines()[0]
    chinese, _, english = first.removeprefix("# ").partition(" / ")
    assert first.startswith("# ") and chinese.endswith("？") and english.endswith("?") and english.isascii()
