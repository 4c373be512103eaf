"""What is taken for the same when an extraction is laid beside an annotation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Document, Entity, Evidence, Extraction, Mention, Relation
from kg.train.annotation import AnnotatedText, GoldMention, GoldRelation
from kg.train.compare import Comparison, Fact, Span, compare, overlap, squeeze

TEXT = "东川区商务局主办“读书节”，东川区教育局协办。"
DISTRICT, TRADE, FESTIVAL, SCHOOLS = (0, 3), (0, 6), (9, 12), (14, 20)
KINDS = {DISTRICT: "Place", TRADE: "Organization", FESTIVAL: "Programme", SCHOOLS: "Organization"}
Named = dict[tuple[int, int], str]
GOLD: Named = {TRADE: "东川区商务局", FESTIVAL: "读书节", SCHOOLS: "东川区教育局"}
FOUND: Named = {TRADE: "e1", FESTIVAL: "e2", SCHOOLS: "e3"}
NAMES = {"e1": "东川区商务局", "e2": "读书节", "e3": "东川区教育局", "e4": "东川区", "e5": "东区", "e6": "东升学校"}


def gold(*relations: tuple[str, str, str], mentions: Named = GOLD, title: str = "") -> AnnotatedText:
    marked = (GoldMention(*span, KINDS[span], TEXT[slice(*span)], name) for span, name in mentions.items())
    return AnnotatedText("a", TEXT, tuple(marked), tuple(GoldRelation(*each, title, "") for each in relations))


def found(*relations: Relation, mentions: Named = FOUND) -> Extraction:
    marked = (
        Mention(*span, KINDS.get(span, "Organization"), TEXT[slice(*span)], one) for span, one in mentions.items()
    )
    entities = (Entity(one, "Organization", name, name) for one, name in NAMES.items())
    return Extraction(Document("a.txt", TEXT, ""), (), tuple(marked), tuple(entities), relations)


def link(kind: str, head: str, tail: str, *confidences: float, title: str | None = None) -> Relation:
    proofs = tuple(Evidence("a.txt", 0, 1, "东", "model", each) for each in confidences)
    return Relation(kind, head, tail, proofs, title)


def claimed(comparison: Comparison) -> set[tuple[str, str, str]]:
    return {tuple(fact) for fact in comparison.claimed}


@pytest.mark.parametrize("quoted", [FESTIVAL, (8, 13), (8, 12), (9, 13)])
def test_quotation_marks_at_the_ends_of_a_span_do_not_count(quoted: tuple[int, int]) -> None:
    extraction = found(mentions={})
    mention = Mention(*quoted, "Programme", TEXT[slice(*quoted)], "e2")
    both = compare(gold(), Extraction(extraction.document, (), (mention,), extraction.entities, ()))
    assert both.matched == [Span(*FESTIVAL, "Programme")]


def test_a_span_of_another_class_or_end_does_not_match() -> None:
    assert compare(gold(mentions={TRADE: "东川区商务局"}), found(mentions={DISTRICT: "e4"})).matched == []
    assert compare(gold(), found(mentions={(13, 19): "e3"})).matched == []


def test_without_an_extraction_all_is_wanted_and_nothing_claimed() -> None:
    both = compare(gold(("organizes", "东川区商务局", "读书节")), None)
    assert set(both.wanted) == {Fact("organizes", "东川区商务局", "读书节")}
    assert len(both.gold) == 3
    assert not (both.found or both.claimed or both.evidence or both.counterpart)


def test_an_entity_goes_with_the_one_that_most_of_its_mentions_overlap() -> None:
    mixed = {(0, 5): "e1", TRADE: "e1", SCHOOLS: "e1", FESTIVAL: "e2"}
    assert compare(gold(), found(mentions=mixed)).counterpart == {"e1": "东川区商务局", "e2": "读书节"}


def test_what_overlaps_too_little_has_no_counterpart() -> None:
    assert compare(gold(), found(mentions={(4, 6): "e1", (6, 8): "e2"})).counterpart == {}


def test_facts_are_told_in_the_names_of_the_annotation_and_strangers_are_marked() -> None:
    both = compare(gold(), found(link("develops", "e1", "e4", 0.9), link("organizes", "e3", "e2", 0.9)))
    assert claimed(both) == {("develops", "东川区商务局", "?东川区"), ("organizes", "东川区教育局", "读书节")}


def test_a_symmetric_fact_has_no_direction_and_others_do() -> None:
    ends = ("东川区商务局", "东川区教育局")
    for kind, same in (("cooperatesWith", True), ("develops", False)):
        both = compare(gold((kind, *ends)), found(link(kind, "e3", "e1", 0.9)))
        assert (both.wanted.keys() == both.claimed.keys()) is same


MARKED = {DISTRICT: "东川区", SCHOOLS: "东川区教育局"}


@pytest.mark.parametrize(
    ("kind", "head", "tail", "counts"),
    [
        ("locatedIn", "e3", "e4", False),
        ("locatedIn", "e4", "e3", True),
        ("organizes", "e4", "e3", False),
        ("cooperatesWith", "e3", "e4", True),
        ("locatedIn", "e1", "e3", True),
        ("locatedIn", "e6", "e5", True),
    ],
)
def test_what_a_name_alone_shows_is_no_claim(kind: str, head: str, tail: str, counts: bool) -> None:
    both = compare(gold(mentions=MARKED), found(link(kind, head, tail, 0.9), mentions={DISTRICT: "e4", SCHOOLS: "e3"}))
    assert bool(both.claimed) is counts


def test_what_a_name_shows_is_a_claim_where_the_annotation_states_it() -> None:
    extraction = found(link("locatedIn", "e3", "e4", 0.9), mentions={DISTRICT: "e4", SCHOOLS: "e3"})
    both = compare(gold(("locatedIn", "东川区教育局", "东川区"), mentions=MARKED), extraction)
    assert both.claimed.keys() == both.wanted.keys()


def test_all_titles_of_a_fact_are_gathered_without_quotation_marks_and_space() -> None:
    posts = (link("holdsPost", "e1", "e2", 0.9, title=title) for title in ("局 长", "“局长”", "书记"))
    both = compare(gold(("holdsPost", "东川区商务局", "读书节"), title="局长"), found(*posts))
    fact = Fact("holdsPost", "东川区商务局", "读书节")
    assert both.claimed[fact] == {"局长", "书记"}
    assert both.wanted[fact] == {"局长"}


def test_the_surest_evidence_of_a_fact_is_kept() -> None:
    both = compare(gold(), found(link("organizes", "e1", "e2", 0.4, 0.9, 0.6), link("organizes", "e3", "e2", 0.3)))
    assert [one.confidence for _, one in sorted(both.evidence.items())] == [0.9, 0.3]


@pytest.mark.parametrize(
    ("other", "expected"), [((0, 4), True), ((2, 4), True), ((3, 4), False), ((2, 5), False), ((4, 8), False)]
)
def test_spans_overlap_if_they_share_half_of_all_they_cover(other: tuple[int, int], expected: bool) -> None:
    assert overlap(Span(0, 4, "Place"), Span(*other, "Person")) is expected


SPANS = st.tuples(st.integers(0, 20), st.integers(1, 10)).map(lambda one: Span(one[0], one[0] + one[1], "Place"))


@given(SPANS, SPANS)
def test_overlap_is_the_same_from_both_sides(one: Span, other: Span) -> None:
    assert overlap(one, one)
    assert overlap(one, other) == overlap(other, one)


@pytest.mark.parametrize(
    ("name", "expected"), [("《读书》 节", "读书节"), ("读　书\n节", "读书节"), (None, ""), ("", "")]
)
def test_a_squeezed_name_is_what_is_left_to_compare(name: str | None, expected: str) -> None:
    assert squeeze(name) == expected
