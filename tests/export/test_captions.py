"""Tests of labels and tooltips of the overview."""

import pytest
from factory import entity, evidence, graph, relation, small_graph

from kg.export import captions
from kg.ontology import load


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("河西区", "河西区"),
        ("河西区人力资源和社会保障局", "河西区人力资源\n和社会保障局"),
        ("某区2025年防汛防台综合应急演练", "某区2025年防汛防\n台综合应急演练"),
        ("“大城三管”工作法", "“大城三\n管”工作法"),
    ],
)
def test_labels_break_into_even_lines_but_not_inside_numbers(name: str, label: str) -> None:
    assert captions.label(entity("a", name)) == label


def test_long_names_are_cut() -> None:
    label = captions.label(entity("a", "关于" * 40))
    assert label.endswith("…")
    assert label.count("\n") <= 3


@pytest.mark.parametrize("unseen", ["", " \n ", "\x00"])
def test_a_name_or_title_of_which_nothing_is_seen_has_an_empty_label(unseen: str) -> None:
    assert captions.label(entity("a", unseen)) == ""
    assert captions.label(entity("a", "甲局"), title=unseen) == "甲局"


def test_width_counts_chinese_characters_double() -> None:
    assert captions.width("河西区\n区") == 3
    assert captions.width("abcd") < 3


def test_an_entity_is_told_by_class_aliases_and_posts_first() -> None:
    small = small_graph()
    bureau = small.by_id["org-5a0000000002"]
    lines = captions.entity(bureau, list(small.relations_of(bureau.id)), small).split("\n")
    classes, relations = load().classes, load().relations
    assert lines[0] == "河西区民政局"
    assert lines[1].startswith(f"{classes['Organization'].label_zh} · {classes['GovernmentBody'].label_zh}")
    assert lines[2] == "又作:区民政局"
    assert lines[3] == f"· 李明 {relations['holdsPost'].label_zh} 河西区民政局(局长)"


def test_a_link_is_told_with_its_best_sentence_and_document() -> None:
    pair = graph(
        (entity("a", "甲局"), entity("b", "乙节", type="Programme")),
        (
            relation(
                "organizes",
                "a",
                "b",
                evidence("甲局\n主办乙节", confidence=0.6),
                evidence("甲局举办乙节", document="002.txt", confidence=0.8),
            ),
            relation("participatesIn", "a", "b", evidence("甲局参加", confidence=0.5)),
        ),
    )
    text = captions.link(pair.relations, pair)
    assert text.split("\n\n")[0].split("\n") == [
        f"甲局 {load().relations['organizes'].label_zh} 乙节(可信度 80%)",
        "原文:甲局举办乙节",
        "—— 002.txt",
    ]
    assert "甲局参加" in text
