"""Marks in and around names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.mentions.quotes import balance


@pytest.mark.parametrize(
    ("text", "span", "name"),
    [
        ("推进“蔷薇工程”建设", "“蔷薇工程”", "蔷薇工程"),
        ("推进“蔷薇工程”建设", "蔷薇工程”", "蔷薇工程"),
        ("编制“十五五”规划", "“十五五”规划", "“十五五”规划"),
        ("编制“十五五”规划", "十五五”规划", "“十五五”规划"),
        ("举办第三届“人才节”。", "第三届“人才节", "第三届“人才节”"),
        ("强化“我的‘邻居’是党员”品牌", "党员”品牌", "“我的‘邻居’是党员”品牌"),
        ("微医（天津）公司", "微医（天津）公司", "微医（天津）公司"),
        ("印发《关于敬老的方案》。", "《关于敬老的方案》", "关于敬老的方案"),
    ],
)
def test_a_name_holds_both_marks_or_neither(text: str, span: str, name: str) -> None:
    start = text.index(span)
    ((first, last, _),) = balance(text, [(start, start + len(span), "Programme")])
    assert text[first:last] == name


def test_a_mark_lost_in_print_widens_nothing() -> None:
    text = "举办“开幕式。各街道积极参与此项活动并把服务送到居民家门口受到一致好评随后大家参观了人才节”现场"
    start = text.index("人才节")
    ((first, last, _),) = balance(text, [(start, start + 6, "Programme")])
    assert text[first:last] == "人才节”现场"


@given(st.text("“”《》甲乙 \n", max_size=40), st.lists(st.integers(0, 40), max_size=8))
def test_spans_stay_in_order_and_apart(text: str, borders: list[int]) -> None:
    cuts = sorted({min(border, len(text)) for border in borders})
    spans = [(start, end, "Place") for start, end in zip(cuts[::2], cuts[1::2], strict=False)]
    last = 0
    for start, end, _ in balance(text, spans):
        assert last <= start < end <= len(text)
        last = end
