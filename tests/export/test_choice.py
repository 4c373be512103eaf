"""Which entities weigh most."""

import pytest
from factory import entity, graph, relation

from kg.export.choice import importance


def test_importance_counts_each_neighbour_once_and_mentions_besides() -> None:
    hub = graph(
        (entity("a", "甲"), entity("b", "乙"), entity("c", "丙"), entity("d", "丁")),
        (
            relation("organizes", "a", "b"),
            relation("participatesIn", "a", "b"),
            relation("organizes", "a", "c"),
            relation("cooperatesWith", "d", "d"),
        ),
        mentions={"c": 9},
    )
    weight = importance(hub)
    assert weight["d"] == 0
    assert weight["b"] < weight["c"]
    assert weight["a"] == pytest.approx(2 * weight["b"], abs=0.001)
