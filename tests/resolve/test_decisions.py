"""What judgements amount to: who is one, who stays apart, and contradictions with the way to them."""

from collections.abc import Sequence
from random import Random

import networkx as nx
import pytest
from factory import evidence, relation
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import JudgementError
from kg.model import Relation
from kg.resolve.decisions import Decisions
from kg.resolve.judgements import Judgement, PairJudgement, RelationJudgement

IDS = [f"org-{letter}" for letter in "abcdef"]


def pair(left: str, right: str, verdict: str, line: int = 0) -> PairJudgement:
    return PairJudgement(
        left=left, right=right, left_name=left[-1].upper(), right_name=right[-1].upper(), verdict=verdict, line=line
    )


def same(*ends: tuple[str, str]) -> list[Judgement]:
    return [pair(f"org-{left}", f"org-{right}", "same") for left, right in ends]


def post(verdict: str, head: str = "per-a", title: str = "局长") -> RelationJudgement:
    return RelationJudgement(relation="holdsPost", head=head, tail="org-a", title=title, verdict=verdict)


def test_what_is_judged_the_same_goes_by_the_smallest_id() -> None:
    decisions = Decisions(same("ca", "cb"))
    assert [decisions.one(each) for each in IDS] == ["org-a", "org-a", "org-a", "org-d", "org-e", "org-f"]


def test_a_division_gives_its_id_to_what_is_the_same() -> None:
    decisions = Decisions([pair("place-0a0000000001", "place-120103", "same")])
    assert decisions.one("place-0a0000000001") == "place-120103"


def test_what_is_judged_different_is_apart_with_all_that_is_the_same() -> None:
    decisions = Decisions([*same("ab", "cd"), pair("org-b", "org-c", "different")])
    assert decisions.apart("org-a", "org-d")
    assert decisions.settled("org-a", "org-d")
    assert not decisions.settled("org-a", "org-e")


def test_unsure_changes_nothing_but_is_settled() -> None:
    decisions = Decisions([*same("ab"), pair("org-b", "org-c", "unsure")])
    assert (decisions.one("org-c"), decisions.apart("org-a", "org-c")) == ("org-c", False)
    assert decisions.settled("org-c", "org-a")


def test_the_last_judgement_on_a_pair_counts() -> None:
    changed = Decisions([pair("org-a", "org-b", "same"), pair("org-b", "org-a", "different")])
    assert changed.apart("org-a", "org-b")
    assert changed.one("org-b") == "org-b"


def test_a_rule_may_join_only_what_nobody_told_apart() -> None:
    decisions = Decisions([*same("ab"), pair("org-b", "org-c", "different")])
    assert decisions.join("org-c", "org-d")
    assert not decisions.join("org-d", "org-e", "org-a")
    assert decisions.one("org-e") == "org-e"  # nothing was done
    assert decisions.join("org-e", "org-a")
    assert decisions.one("org-e") == "org-a"  # what people judged keeps its id
    assert decisions.apart("org-e", "org-d")
    assert decisions.join()


def test_a_rule_may_not_make_two_divisions_one() -> None:
    decisions = Decisions([pair("place-a", "place-120103", "same"), pair("place-b", "place-120102", "same")])
    assert not decisions.join("place-a", "place-b")
    assert decisions.join("place-a", "place-c")
    assert decisions.one("place-c") == "place-120103"


def test_the_path_of_a_contradiction_is_told() -> None:
    with pytest.raises(JudgementError) as caught:
        Decisions(
            [
                pair("org-b", "org-a", "same", 3),
                pair("org-x", "org-y", "same", 4),
                pair("org-b", "org-c", "same", 7),
                pair("org-a", "org-c", "different", 9),
            ]
        )
    assert str(caught.value) == (
        "judgements.jsonl: A org-a = B org-b (line 3), B org-b = C org-c (line 7), but A org-a ≠ C org-c (line 9);"
        " these cannot all hold: correct or delete one of the lines"
    )
    assert caught.value.lines == (3, 7, 9)


def test_two_divisions_are_never_one() -> None:
    with pytest.raises(JudgementError, match=r"place-120102 = .*, but place-120102 and place-120103 are two divisions"):
        Decisions([pair("place-120103", "place-a", "same", 1), pair("place-a", "place-120102", "same", 2)])


def test_wrong_relations_go_and_right_ones_are_certain() -> None:
    seen = [evidence("局长李明", confidence=0.6), evidence("李明局长", start=9, confidence=0.5)]
    found = [relation("holdsPost", "per-a", "org-a", *seen, title=title) for title in ("局长", "副局长", "科长")]
    wrong, right = post("wrong"), post("right", title="副局长")
    kept = list(Decisions([wrong, right]).replay(found))
    assert [(one.title, one.confidence, one.best.rule) for one in kept] == [
        ("副局长", 1.0, "judgement"),
        ("科长", 0.6, "model"),
    ]
    assert [one.quote for one in kept[0].evidence] == ["局长李明", "李明局长"]
    assert list(Decisions([wrong, right]).unjudged(found)) == found[2:]


def test_a_relation_is_judged_whatever_its_ends_go_by() -> None:
    judged = [post("wrong", head="per-b"), pair("per-a", "per-b", "same")]
    assert not list(Decisions(judged).replay([relation("holdsPost", "per-a", "org-a", title="局长")]))


def test_a_symmetric_relation_is_judged_both_ways() -> None:
    wrong = RelationJudgement(relation="cooperatesWith", head="org-b", tail="org-a", verdict="wrong")
    assert not list(Decisions([wrong]).replay([relation("cooperatesWith", "org-a", "org-b")]))


def test_the_last_judgement_on_a_relation_counts() -> None:
    found = [relation("holdsPost", "per-a", "org-a", title="局长")]
    assert list(Decisions([post("wrong"), post("unsure")]).replay(found)) == found


def judgements() -> st.SearchStrategy[list[PairJudgement]]:
    """At most one judgement for each pair of six things, numbered."""
    ends = st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).filter(lambda ends: ends[0] != ends[1])
    verdicts = st.sampled_from(["same", "different", "unsure"])
    lines = st.lists(st.tuples(ends, verdicts), max_size=10, unique_by=lambda line: frozenset(line[0]))
    return lines.map(lambda found: [pair(*ends, verdict, at) for at, (ends, verdict) in enumerate(found, start=1)])


def consistent(given_: Sequence[PairJudgement]) -> bool:
    """The plain definition: no two things that are told apart are linked by what is the same."""
    linked = nx.Graph([(one.left, one.right) for one in given_ if one.verdict == "same"])
    linked.add_nodes_from(IDS)
    return not any(nx.has_path(linked, one.left, one.right) for one in given_ if one.verdict == "different")


def told(decisions: Decisions) -> list[object]:
    pairs = [(left, right) for left in IDS for right in IDS]
    return [[decisions.one(each) for each in IDS], [(decisions.apart(*two), decisions.settled(*two)) for two in pairs]]


@given(judgements().filter(consistent), st.randoms())
def test_the_order_of_lines_makes_no_difference(given_: list[PairJudgement], chance: Random) -> None:
    shuffled = list(given_)
    chance.shuffle(shuffled)
    assert told(Decisions(given_)) == told(Decisions(shuffled))


@given(judgements().filter(consistent))
def test_replay_is_idempotent(given_: list[PairJudgement]) -> None:
    """What a build made of things is what a build makes of it again, and repeated lines say nothing new."""
    decisions = Decisions(given_)
    assert [decisions.one(decisions.one(each)) for each in IDS] == [decisions.one(each) for each in IDS]
    assert told(Decisions([*given_, *given_])) == told(decisions)
    links = [relation("cooperatesWith", "org-y", "org-z"), relation("locatedIn", "org-y", "place-1")]
    right = RelationJudgement(relation="cooperatesWith", head="org-y", tail="org-z", verdict="right")
    wrong = RelationJudgement(relation="locatedIn", head="org-y", tail="place-1", verdict="wrong")
    once: list[Relation] = list(Decisions([right, wrong]).replay(links))
    assert list(Decisions([right, wrong]).replay(once)) == once


@given(judgements())
def test_contradictory_sets_are_refused_with_a_path_that_is_contradictory(given_: list[PairJudgement]) -> None:
    if consistent(given_):
        Decisions(given_)
        return
    with pytest.raises(JudgementError) as caught:
        Decisions(given_)
    lines = [given_[line - 1] for line in caught.value.lines]
    assert [one.verdict for one in lines] == ["same"] * (len(lines) - 1) + ["different"]
    here, there = lines[-1].left, lines[-1].right
    for one in lines[:-1]:
        (here,) = {one.left, one.right} - {here}  # each line goes on where the last one ended
    assert here == there
    assert not consistent(lines)
