"""The graph of a corpus: what its views leave in and out."""

from factory import article, document, entity, evidence, graph, relation

from kg.graph import KnowledgeGraph


def doubtful() -> KnowledgeGraph:
    return graph(
        (entity("a", "甲局"), entity("b", "乙局"), entity("c", "丙节", type="Programme")),
        (
            relation("cooperatesWith", "a", "b", evidence("甲", confidence=0.3), evidence("乙", confidence=0.7)),
            relation("organizes", "a", "c", evidence("丙", confidence=0.5)),
        ),
    )


def test_relations_less_sure_are_left_out_and_entities_stay() -> None:
    sure = doubtful().at_least(0.6)
    assert [one.type for one in sure.relations] == ["cooperatesWith"]
    assert len(sure.relations[0].evidence) == 2
    assert sure.entities == doubtful().entities


def test_the_bound_itself_is_sure_enough() -> None:
    assert len(doubtful().at_least(0.5).relations) == 2
    assert doubtful().at_least(0) == doubtful()
    assert doubtful().at_least(1).relations == ()


def test_a_passage_lies_in_the_article_it_begins_in() -> None:
    first, second = article("甲", 0, 10), article("乙", 10, 20)
    content = graph((), articles={"001_page.txt": (first, second)})
    assert content.article(evidence("甲", start=9)) == first
    assert content.article(evidence("乙", start=10)) == second
    assert content.article(evidence("丙", document="002_page.txt")) is None


def test_titles_are_those_of_articles_that_have_one() -> None:
    assert graph((), articles={"a.txt": (article(""), article("乙"))}).titles == {"a.txt": ("乙",)}


def test_the_date_people_give_goes_before_the_one_the_article_states() -> None:
    pages = document("a.txt", date="2025-03-05"), document("b.txt"), document("c.txt")
    stated = {name: (article("甲", date="2025-03-04"),) for name in ("a.txt", "b.txt")}
    content = graph((), documents=pages, articles=stated)
    assert [content.date(evidence("甲", document=page.name)) for page in pages] == ["2025-03-05", "2025-03-04", None]
