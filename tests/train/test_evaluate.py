"""The figures of small predictions whose scores can be counted by hand."""

from dataclasses import replace

import pytest

from kg.model import Document, Entity, Extraction, Mention, Relation
from kg.train.annotation import AnnotatedText, GoldMention, GoldRelation
from kg.train.evaluate import ALL, Score, Scores, evaluate, table

TEXT = "东川区商务局局长李小明出席“读书节”。区商务局主办读书节。"
BUREAU, BUREAU_SHORT = (0, 6, "Organization"), (19, 23, "Organization")
PERSON, FESTIVAL, FESTIVAL_AGAIN = (8, 11, "Person"), (14, 17, "Programme"), (25, 28, "Programme")
NAMES = {"e1": "东川区商务局", "e2": "李小明", "e3": "读书节"}
MENTIONS = {BUREAU: "e1", BUREAU_SHORT: "e1", PERSON: "e2", FESTIVAL: "e3", FESTIVAL_AGAIN: "e3"}
POST, HOST = Relation("holdsPost", "e2", "e1", (), "局长"), Relation("organizes", "e1", "e3", ())
GOLD = AnnotatedText(
    "page",
    TEXT,
    tuple(GoldMention(*span, TEXT[span[0] : span[1]], NAMES[entity]) for span, entity in MENTIONS.items()),
    (
        GoldRelation("holdsPost", "李小明", "东川区商务局", "局长", ""),
        GoldRelation("organizes", "东川区商务局", "读书节", "", ""),
    ),
)


def extraction(
    mentions: dict[tuple[int, int, str], str] = MENTIONS,
    relations: tuple[Relation, ...] = (POST, HOST),
    names: dict[str, str] = NAMES,
) -> Extraction:
    return Extraction(
        Document("page.txt", TEXT, ""),
        (),
        tuple(Mention(*span, TEXT[span[0] : span[1]], entity) for span, entity in mentions.items()),
        tuple(Entity(id, "Organization", name, name) for id, name in names.items()),  # noqa: A001 - as in the model
        relations,
    )


def scored(found: Extraction) -> Scores:
    return evaluate([GOLD], {"page": found})


def test_the_gold_itself_scores_one() -> None:
    scores = scored(extraction())
    assert scores.mentions[ALL] == Score(5, 5, 5, 5)
    assert scores.relations[ALL].f1 == scores.b_cubed == scores.names == scores.titles == 1
    assert not any(scores.errors.values())


def test_a_text_without_extraction_is_missed() -> None:
    scores = evaluate([GOLD], {})
    assert scores.mentions[ALL] == Score(5, 0, 0, 0)
    assert scores.relations["holdsPost"] == Score(1, 0, 0, 0)
    assert scores.mentions[ALL].f1 == scores.b_cubed == 0


def test_quotation_marks_at_the_ends_do_not_count() -> None:
    shifted = {(13, 18, "Programme") if span == FESTIVAL else span: entity for span, entity in MENTIONS.items()}
    assert scored(extraction(shifted)).mentions["Programme"].f1 == 1


def test_half_a_span_overlaps_and_less_does_not() -> None:
    cut = {(0, 3, "Organization"): "e1", (21, 22, "Organization"): "e1"}
    scores = scored(extraction(cut))
    assert scores.mentions["Organization"] == Score(2, 2, 0, 0)
    assert scores.overlaps["Organization"] == Score(2, 2, 1, 1)


def test_a_wrong_class_is_no_hit() -> None:
    scores = scored(extraction({(8, 11, "Place"): "e2"}))
    assert scores.mentions["Person"] == Score(1, 0, 0, 0)
    assert scores.overlaps["Place"] == Score(0, 1, 0, 0)
    assert scores.errors["wrong mentions"] == (("page", "Place '李小明' @8"),)


def test_b_cubed_counts_split_and_merged_entities() -> None:
    split = MENTIONS | {BUREAU_SHORT: "e2"}
    # precision: 1, 1/2, 1/2, 1, 1 of five mentions; recall: 1/2, 1/2, 1, 1, 1
    assert scored(extraction(split)).b_cubed == pytest.approx(0.8)


def test_names_are_compared_without_quotation_marks() -> None:
    assert scored(extraction(names=NAMES | {"e3": "“读书节”"})).names == 1
    assert scored(extraction(names=NAMES | {"e1": "区商务局"})).names == pytest.approx(2 / 3)


def test_a_post_with_another_title_is_found_but_not_exact() -> None:
    scores = scored(extraction(relations=(replace(POST, title="副局长"), HOST)))
    assert scores.relations["holdsPost"].f1 == 1
    assert scores.titles == 0


def test_direction_counts_unless_the_relation_is_symmetric() -> None:
    turned = scored(extraction(relations=(Relation("organizes", "e3", "e1", ()),)))
    assert turned.relations["organizes"] == Score(1, 1, 0, 0)
    gold = replace(GOLD, relations=(GoldRelation("cooperatesWith", "李小明", "东川区商务局", "", ""),))
    both = (Relation("cooperatesWith", "e1", "e2", ()), Relation("cooperatesWith", "e2", "e1", ()))
    assert evaluate([gold], {"page": extraction(relations=both)}).relations["cooperatesWith"] == Score(1, 1, 1, 1)


def test_links_readable_off_a_name_are_left_out_unless_stated() -> None:
    found = extraction(
        MENTIONS | {(0, 3, "Place"): "e4"}, (Relation("locatedIn", "e1", "e4", ()),), NAMES | {"e4": "东川区"}
    )
    gold = replace(GOLD, mentions=(*GOLD.mentions, GoldMention(0, 3, "Place", "东川区", "东川区")), relations=())
    stated = replace(gold, relations=(GoldRelation("locatedIn", "东川区商务局", "东川区", "", ""),))
    assert evaluate([gold], {"page": found}).relations[ALL] == Score(0, 0, 0, 0)
    assert evaluate([stated], {"page": found}).relations[ALL] == Score(1, 1, 1, 1)


def test_a_relation_of_unknown_entities_is_wrong_by_name() -> None:
    found = extraction(relations=(Relation("holdsPost", "e2", "e9", ()),), names=NAMES | {"e9": "西川县"})
    assert scored(found).errors["wrong relations"] == (("page", "holdsPost 李小明 ?西川县"),)


def test_the_table_lists_errors_on_demand() -> None:
    scores = evaluate([GOLD], {})
    assert "missed" not in table(scores)
    assert "missed mentions (5)\n  page  Organization '东川区商务局' @0\n  page" in table(scores, errors=2)
    assert "0.000" in table(scores).splitlines()[1]
