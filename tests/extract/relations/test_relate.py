"""Relations that the trained classifiers read in plain sentences of invented districts."""

from dataclasses import replace

import pytest
from extract.relations.stated import facts, links, marked
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.documents.articles import articles
from kg.documents.repair import repair
from kg.documents.sentences import sentences
from kg.extract.relations.calibration import Calibration
from kg.extract.relations.links import Link
from kg.extract.relations.relate import relate


@pytest.mark.parametrize(
    ("source", "fact"),
    [
        ("近日，⟦O|东川区文化馆⟧举办“⟦P|迎春书画展⟧”，吸引众多市民参加。", ("organizes", "东川区文化馆", "迎春书画展")),
        ("⟦L|东川区⟧深入实施⟦P|“暖心敲门”行动⟧，服务独居老人。", ("organizes", "东川区", "“暖心敲门”行动")),
        ("⟦L|太平街道⟧⟦L|前程社区⟧开展志愿服务。", ("locatedIn", "前程社区", "太平街道")),
        ("⟦O|区民政局⟧与⟦O|晨光科技公司⟧签订战略合作协议。", ("cooperatesWith", "区民政局", "晨光科技公司")),
        ("“⟦P|迎春书画展⟧”在⟦L|人民公园⟧举行。", ("takesPlaceAt", "迎春书画展", "人民公园")),
        ("⟦L|东川区⟧建成⟦O|东川区居家养老服务中心⟧并投入使用。", ("develops", "东川区", "东川区居家养老服务中心")),
        ("⟦O|东川区教育局⟧被⟦O|教育部⟧评为先进单位。", ("recognizes", "教育部", "东川区教育局")),
    ],
)
def test_a_stated_fact_is_found(source: str, fact: tuple[str, str, str]) -> None:
    assert fact in facts(source)


@pytest.mark.parametrize(
    "source",
    [
        "区领导先后来到⟦O|东川区第一小学⟧、⟦O|晨光科技公司⟧、⟦O|东川区人民医院⟧调研。",
        "⟦L|东川区⟧天气晴朗，⟦N|李明⟧在家休息。",
        "⟦O|区民政局⟧",
        "",
    ],
)
def test_standing_side_by_side_is_no_relation(source: str) -> None:
    assert facts(source) == set()


def test_a_fact_is_told_once_with_its_sentence_and_confidence() -> None:
    source = "⟦O|区文化馆⟧举办“⟦P|迎春书画展⟧”。⟦O|区文化馆⟧主办的“⟦P|迎春书画展⟧”今天开幕。"
    text, _, names = marked(source)
    told = [link for link in links(source) if link.type == "organizes"]
    assert [(names[link.head], names[link.tail]) for link in told] == [("区文化馆", "迎春书画展")]
    assert told[0].rule == "pair-model"
    assert 0 < told[0].confidence <= 1
    assert text[told[0].start : told[0].end].endswith("。")


def test_calibration_changes_how_sure_links_are_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    source = "⟦O|区文化馆⟧馆长⟦N|李明⟧说，⟦O|区文化馆⟧举办“⟦P|迎春书画展⟧”。"

    def told(calibration: Calibration) -> list[Link]:
        monkeypatch.setattr("kg.extract.relations.relate.load_calibration", lambda: calibration)
        return links(source)

    plain, doubtful = told(Calibration(1, 0)), told(Calibration(1, -2))
    assert {link.rule for link in plain} == {"post-before-name", "pair-model"}
    for one, other in zip(plain, doubtful, strict=True):
        assert replace(one, confidence=other.confidence) == other
        assert (one.confidence > other.confidence) == (one.rule == "pair-model")
    assert {link.rule for link in told(Calibration(1, 0, least=0.999))} == {"post-before-name"}


def test_a_mention_never_relates_to_its_own_entity() -> None:
    assert facts("⟦O|区民政局|东川区民政局⟧联合⟦O|东川区民政局⟧举办活动。") == set()


@st.composite
def readings(draw: st.DrawFn) -> tuple[str, list[tuple[int, int, str]]]:
    """Any repaired text with any flat mentions in it."""
    text = repair(draw(st.text(st.sampled_from("区委书记局长在举办、，。和\n“”张三年A5 \ue001"), max_size=120))).text
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=20)))
    kinds = st.sampled_from(["Organization", "Place", "Programme", "Person"])
    pieces = zip(cuts[::2], cuts[1::2], strict=False)
    return text, [(start, end, draw(kinds)) for start, end in pieces if text[start:end].strip()]


@settings(deadline=None, max_examples=200)
@given(readings())
def test_any_text_gives_sound_links(given_: tuple[str, list[tuple[int, int, str]]]) -> None:
    text, spans = given_
    entity_of = [f"e{number % 7}" for number in range(len(spans))]
    names = {entity: f"{entity}区" for entity in entity_of}
    found: list[Link] = relate(text, sentences(text), articles(text), spans, entity_of, names)
    assert found == relate(text, sentences(text), articles(text), spans, entity_of, names)
    for link in found:
        assert 0 <= link.start < link.end <= len(text)
        assert 0 <= link.head < len(spans) and 0 <= link.tail < len(spans)
        assert 0 < link.confidence <= 1
        assert (link.title is None) == (link.type != "holdsPost")
