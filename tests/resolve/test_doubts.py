"""The doubts of a graph: what is asked, why, and in which order."""

from factory import entity, evidence, graph, relation

from kg.divisions import Divisions
from kg.resolve.decisions import Decisions
from kg.resolve.doubts import Doubt, PairDoubt, RelationDoubt, doubts

DIVISIONS = Divisions.load()
PARK, GARDEN = entity("place-a", "西沽公园", type="Place"), entity("place-b", "西沽公圆", type="Place")
WANG, OTHER = entity("per-a", "王丽华", type="Person"), entity("per-b", "王丽君", type="Person")
BODY = entity("org-a", "新港中学")


def shown(found: list[Doubt]) -> list[str]:
    return [one.reason for one in found]


def test_pairs_and_unsure_relations_with_their_reasons() -> None:
    found = doubts(
        graph((PARK, GARDEN, BODY), (relation("locatedIn", "org-a", "place-a", evidence("在", confidence=0.5)),)),
        DIVISIONS,
    )
    assert shown(found) == ["two characters look alike in print", "read by model with confidence 0.50"]
    pair, unsure = found
    assert isinstance(pair, PairDoubt)
    assert isinstance(unsure, RelationDoubt)
    assert (pair.left, pair.right) == (PARK, GARDEN)
    assert (unsure.head, unsure.tail) == (BODY, PARK)


def test_what_is_sure_is_not_asked() -> None:
    assert doubts(graph((PARK, BODY), (relation("locatedIn", "org-a", "place-a"),)), DIVISIONS) == []


def test_a_neighbour_in_common_speaks_for_one_and_a_link_between_them_for_two() -> None:
    assert doubts(graph((WANG, OTHER, BODY)), DIVISIONS) == []
    posts = tuple(relation("holdsPost", person.id, "org-a", title="校长") for person in (WANG, OTHER))
    (found,) = doubts(graph((WANG, OTHER, BODY), posts), DIVISIONS)
    assert found.reason == "they differ in one character; both linked to 新港中学"
    assert doubts(graph((PARK, GARDEN), (relation("locatedIn", "place-a", "place-b"),)), DIVISIONS) == []


def test_what_more_hangs_on_comes_first() -> None:
    twins = (entity("org-b", "海光研究院"), entity("org-c", "天津海光研究院"))
    often = {"org-b": 5, "org-c": 9, "place-a": 7}
    (first, second) = doubts(graph((PARK, GARDEN, *twins), mentions=often), DIVISIONS)
    assert isinstance(first, PairDoubt)
    assert first.left.id == "org-b"
    assert first.impact > second.impact


def test_an_answer_closes_its_doubt_and_those_that_follow() -> None:
    three = [entity(f"place-{letter}", "万象城", type="Place") for letter in "abc"]
    found = doubts(graph(tuple(three)), DIVISIONS)
    assert len(found) == 3
    answers = [
        one.judged(verdict, "li", "2026-01-31") for one, verdict in zip(found[:2], ("same", "unsure"), strict=True)
    ]
    assert [one.is_open(Decisions(answers)) for one in found] == [False, False, False]


def test_a_judged_relation_is_closed() -> None:
    unsure = relation("holdsPost", "per-a", "org-a", evidence("王丽华", confidence=0.3), title="校长")
    (found,) = doubts(graph((WANG, BODY), (unsure,)), DIVISIONS)
    assert found.is_open(Decisions())
    judgement = found.judged("wrong", "li", "2026-01-31")
    assert not found.is_open(Decisions([judgement]))
    assert (judgement.who, judgement.when, judgement.verdict) == ("li", "2026-01-31", "wrong")
    assert not list(Decisions([judgement]).replay([unsure]))


def test_names_that_begin_alike_in_one_post_may_be_one() -> None:
    short, full = (entity(f"per-{letter}", name, type="Person") for letter, name in (("a", "余功"), ("b", "余功全")))

    def asked(*titles: str) -> list[str]:
        held = zip((short, full), titles, strict=True)
        posts = tuple(relation("holdsPost", person.id, "org-a", title=title) for person, title in held)
        return shown(doubts(graph((short, full, BODY), posts), DIVISIONS))

    assert asked("校长", "校长") == ["余功 may be 余功全 cut short: they hold the same post; both linked to 新港中学"]
    assert asked("校长", "书记") == []
