"""Names found once are found again; ordinary words are left alone."""

from kg.extract.mentions.recurrence import complete

Span = tuple[int, int, str]


def mark(text: str, name: str, kind: str) -> Span:
    """The first occurrence of a name."""
    start = text.index(name)
    return start, start + len(name), kind


def names(text: str, *spans: Span) -> list[str]:
    return [text[start:end] for start, end, _ in complete(text, sorted(spans))]


def test_a_name_passed_over_once_is_added() -> None:
    text = "蔷薇工程启动。蔷薇工程见效。"
    assert names(text, mark(text, "蔷薇工程", "Programme")) == ["蔷薇工程", "蔷薇工程"]


def test_a_name_mostly_passed_over_was_a_mistake() -> None:
    text = "品牌建设。品牌。品牌。品牌。"
    assert names(text, mark(text, "品牌", "Programme")) == ["品牌"]


def test_an_area_is_found_by_its_short_form() -> None:
    text = "安宁区召开会议。今年的安宁更美。安宁区再出发。"
    assert names(text, mark(text, "安宁区", "Place")) == ["安宁区", "安宁", "安宁区"]


def test_a_name_inside_another_is_no_mention() -> None:
    text = "安宁区民政局与安宁区中医院合作，安宁区领导出席。"
    spans = mark(text, "安宁区民政局", "Organization"), mark(text, "安宁区中医院", "Organization")
    assert names(text, *spans, (16, 19, "Place")) == ["安宁区民政局", "安宁区中医院", "安宁区"]


def test_single_characters_are_not_carried_over() -> None:
    text = "杭与沪。杭。"
    assert names(text, mark(text, "杭", "Place")) == ["杭"]
