"""The trained tagger on plain sentences of invented districts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.documents.repair import repair
from kg.documents.sentences import sentences
from kg.extract.mentions.tagger import Tagger

TAGGER = Tagger()


def found(text: str) -> set[tuple[str, str]]:
    return {(text[start:end], name) for start, end, name in TAGGER.spans(text, sentences(text))}


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("安宁区商务局局长李国强表示，要做好服务。", ("安宁区商务局", "Organization")),
        ("安宁区商务局局长李国强表示，要做好服务。", ("李国强", "Person")),
        ("活动在人民公园举行，吸引市民参加。", ("人民公园", "Place")),
        ("区民政局深入实施“暖心敲门”行动，服务老人。", ("“暖心敲门”行动", "Programme")),
        ("长宁县委书记王志刚到双河镇调研。", ("双河镇", "Place")),
    ],
)
def test_a_name_is_found_with_its_class(text: str, mention: tuple[str, str]) -> None:
    assert mention in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The quick brown fox visited Paris.",
        "会议强调，要坚持稳中求进，全面提升服务水平。",
        "全区上下凝心聚力、团结奋进。",
    ],
)
def test_a_text_without_names_has_no_mentions(text: str) -> None:
    assert found(text) == set()


@settings(deadline=None, max_examples=30)
@given(st.text(max_size=400))
def test_any_text_gives_flat_spans_inside_it(text: str) -> None:
    page = repair(text).text
    last = 0
    for start, end, _ in TAGGER.spans(page, sentences(page)):
        assert last <= start < end <= len(page)
        last = end


@pytest.mark.parametrize(
    "text",
    [
        "永康市召开文旅融合推进会\n会议由副市长李明主持。永康市文旅局参加。",
        "义乌市召开外贸座谈会\n会议指出，要抓好落实。市商务局",
        "诸暨市召开数字化改革推进会\n会议由市委副书记、政法委书记何敏主持。",
    ],
)
def test_no_name_runs_over_the_end_of_a_paragraph(text: str) -> None:
    assert all("\n" not in name for name, _ in found(text))
