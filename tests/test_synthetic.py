"""The invented graphs that speed is measured on are sound: distinct, true to their documents, the same each time."""

from synthetic import synthetic

from kg.ontology import load


def test_names_and_relations_are_all_different_and_within_their_classes() -> None:
    graph = synthetic(1_000, 300)
    assert len({entity.name for entity in graph.entities}) == len({entity.id for entity in graph.entities}) == 1_000
    assert len({(one.type, one.head, one.tail) for one in graph.relations}) == 300
    for relation in graph.relations:
        kind = load().relations[relation.type]
        assert graph.by_id[relation.head].type in kind.domain
        assert graph.by_id[relation.tail].type in kind.range


def test_every_quote_stands_in_its_document() -> None:
    graph = synthetic(100, 250)
    texts = {document.name: document.text for document in graph.documents}
    assert len(texts) == 3
    for relation in graph.relations:
        assert texts[relation.best.document][relation.best.start : relation.best.end] == relation.best.quote


def test_the_seed_decides() -> None:
    assert synthetic(50, 20, seed=1) == synthetic(50, 20, seed=1) != synthetic(50, 20, seed=2)
