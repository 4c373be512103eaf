"""Texts as no page should be, and as some are: Chinese, Latin, marks, blanks, rare characters, names cut short."""

from hypothesis import strategies as st

_PIECES = (
    *(
        "城北区",
        "商务局",
        "党组书记、局长",
        "李国强",
        "云山街道",
        "提振消费专项行动",
        "“邻里守望”",
        "志愿服务活动",
        "举办",
    ),
    *(
        "區",
        "臺灣",
        "2025年3月5日",
        "3,000",
        "AI",
        "hello ",
        "# ",
        "■ ",
        "记者",
        "（",
        "）",
        "“",
        "”",
        "《",
        "》",
        '"',
        "'",
    ),
    *("，", "。", "；", "：", ",", ".", "、", "——", "·", "\u3000", " ", "\n", "\r\n", "\n\n\n\n", "\t", "\f", "\x85"),
    *("\u200b", "\ufeff", "\u2028", "𠮷", "👍", "é", "ⅷ", "\x80", "\ufffd", "<b>", "&amp;", "|", "\\"),
)
# What a decoded file can hold: anything but lone surrogates.
ANY = st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=60)
PAGES = st.lists(st.sampled_from(_PIECES) | ANY, max_size=30).map("".join)
