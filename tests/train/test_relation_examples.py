"""Which pairs an annotation means, and which facts it takes for true."""

import numpy as np
import pytest
from extract.relations.stated import marked

from kg.extract.relations.facts import Facts
from kg.extract.relations.pair_model import outcomes, relations
from kg.train.annotation import AnnotatedText, GoldMention, GoldRelation
from kg.train.relation_examples import Example, example


def read(source: str, *gold: tuple[str, str, str], quote: str = "") -> Example:
    """A marked text with facts that are all stated by the quote."""
    text, spans, names = marked(source)
    mentions = (GoldMention(*span, text[span[0] : span[1]], name) for span, name in zip(spans, names, strict=True))
    stated = tuple(GoldRelation(*fact, "局长" if fact[0] == "holdsPost" else "", quote) for fact in gold)
    return example(AnnotatedText("a", text, tuple(mentions), stated))


Cells = set[tuple[int, int, str, bool]]


def cells(found: Example, chosen: np.ndarray) -> Cells:
    """Left and right mention, relation and direction."""
    told = [(relations()[each.relation], each.backward) for each in outcomes()]
    left, right = found.pairs.left.tolist(), found.pairs.right.tolist()
    return {(left[pair], right[pair], *told[way]) for pair, way in zip(*np.nonzero(chosen), strict=True)}


def right(found: Example) -> Cells:
    return cells(found, found.target)


def unjudged(found: Example) -> Cells:
    return cells(found, found.fits & (found.weight == 0))


BODY, FESTIVAL = "⟦O|文化馆⟧", "⟦P|读书节⟧"
HOST = ("organizes", "文化馆", "读书节")


@pytest.mark.parametrize(
    ("source", "backward"), [(f"{BODY}举办{FESTIVAL}。", False), (f"{FESTIVAL}由{BODY}举办。", True)]
)
def test_a_fact_is_marked_in_the_direction_in_which_it_is_read(source: str, backward: bool) -> None:
    found = read(source, HOST, quote="举办")
    assert right(found) == {(0, 1, "organizes", backward)}
    assert unjudged(found) == set()


TWICE = f"{BODY}举办{FESTIVAL}。春天到了，花都开了。\n{FESTIVAL}热闹，{BODY}的人高兴。"


def test_the_pair_at_the_quote_is_meant_and_the_same_two_elsewhere_are_not_judged() -> None:
    found = read(TWICE, HOST, quote="文化馆举办 读书节")
    assert right(found) == {(0, 1, "organizes", False)}
    assert (2, 3, "organizes", True) in unjudged(found)
    assert {each[2] for each in unjudged(found)} == {"organizes"}


def test_the_quote_decides_and_not_which_stands_first() -> None:
    found = read(TWICE, HOST, quote="读书节热闹，文化馆的人")
    assert right(found) == {(2, 3, "organizes", True)}
    assert (0, 1, "organizes", False) in unjudged(found)


@pytest.mark.parametrize("quote", ["", "不在文中"])
def test_without_a_quote_in_the_text_the_nearest_pair_is_meant(quote: str) -> None:
    assert (0, 1, "organizes", False) in right(read(TWICE, HOST, quote=quote))
    assert (0, 3, "organizes", False) not in right(read(TWICE, HOST, quote=quote))


def test_posts_are_not_learned() -> None:
    found = read("⟦O|文化馆⟧局长⟦N|李明⟧", ("holdsPost", "李明", "文化馆"), quote="局长")
    assert right(found) == set()
    assert found.gold == frozenset()


def test_a_symmetric_fact_is_true_both_ways_and_others_one_way() -> None:
    found = read("⟦O|甲局⟧与⟦O|乙局⟧签约。", ("cooperatesWith", "乙局", "甲局"), quote="签约")
    assert right(found) == {(0, 1, "cooperatesWith", False)}
    assert found.gold == {("cooperatesWith", "乙局", "甲局"), ("cooperatesWith", "甲局", "乙局")}
    assert read(f"{BODY}办{FESTIVAL}", HOST).gold == {HOST}


def test_a_fact_of_things_that_the_text_does_not_mark_means_no_pair() -> None:
    found = read(f"{BODY}举办{FESTIVAL}。", ("organizes", "图书馆", "读书节"), quote="举办")
    assert right(found) == unjudged(found) == set()


def test_a_mention_of_which_repair_leaves_nothing_is_left_out() -> None:
    mentions = (GoldMention(0, 1, "Place", "\u200b", "空"), GoldMention(1, 4, "Organization", "文化馆", "文化馆"))
    found = example(AnnotatedText("a", "\u200b文化馆开放。", mentions, ()))
    assert found.reading.names == ("文化馆",)


def test_facts_are_true_false_or_told_by_a_name_alone() -> None:
    found = read("⟦O|东川区民政局⟧在⟦L|东川区⟧与⟦O|学校⟧办⟦P|读书节⟧。", ("organizes", "学校", "读书节"), quote="办")
    bureau, district, school, festival = range(4)
    asked = [
        ("organizes", school, festival),
        ("organizes", bureau, festival),
        ("locatedIn", bureau, district),
        ("develops", district, bureau),
        ("locatedIn", school, district),
        ("participatesIn", school, festival),
    ]
    relation, head, tail = (np.array(column) for column in zip(*asked, strict=True))
    places = np.zeros(len(asked), dtype=np.int64)
    facts = Facts(
        np.array([relations().index(name) for name in relation]), head, tail, places, places > 0, np.zeros((6, 0), "f4")
    )
    assert found.truth(facts).tolist() == [1, 0, -1, -1, 0, 0]
