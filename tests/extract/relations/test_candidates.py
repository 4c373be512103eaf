"""Which mentions are looked at together."""

import pytest
from extract.relations.stated import reading

from kg.extract.relations.candidates import HOME, candidates
from kg.extract.relations.cues import cues
from kg.extract.relations.hashing import Rolling


def met(source: str) -> dict[tuple[str, str], list[int]]:
    """Names of each pair, with the ways it was met."""
    found = reading(source)
    pairs = candidates(found, cues(found, Rolling(found.codes)))
    name = [found.names[entity] for entity in found.entity]
    rows = zip(pairs.left.tolist(), pairs.right.tolist(), pairs.ways, strict=True)
    return {(name[left], name[right]): ways.nonzero()[0].tolist() for left, right, ways in rows}


def test_mentions_of_one_sentence_meet_once_in_their_order() -> None:
    assert list(met("⟦O|区文化馆⟧在⟦L|人民公园⟧举办⟦P|书画展⟧。")) == [
        ("区文化馆", "人民公园"),
        ("区文化馆", "书画展"),
        ("人民公园", "书画展"),
    ]


@pytest.mark.parametrize(
    "source",
    [
        "⟦N|李明⟧与⟦N|王平⟧交谈。",
        "⟦O|区委|东川区委⟧与⟦O|东川区委⟧",
        "⟦O|区委⟧",
    ],
)
def test_pairs_that_no_relation_fits_are_left_out(source: str) -> None:
    assert met(source) == {}


FAR = "。".join(["时间过去"] * 6)


def test_the_home_area_meets_programmes_far_away() -> None:
    found = met(f"⟦L|东川区⟧进步，⟦O|东川区委⟧部署。\n{FAR}。要办好⟦P|读书节⟧。")
    assert HOME in found["东川区", "读书节"]


def test_a_common_noun_meets_what_it_stands_for() -> None:
    named = f"⟦L|东川区⟧的⟦P|春天书展⟧和⟦P|秋天大赛⟧\n⟦O|晨光科技公司⟧成立。⟦O|区民政局⟧祝贺。{FAR}。\n"
    assert ("晨光科技公司", "助老行动") in met(f"{named}公司开展⟦P|助老行动⟧。")
    assert ("晨光科技公司", "助老行动") not in met(f"{named}大家开展⟦P|助老行动⟧。")
