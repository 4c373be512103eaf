"""Found mentions in the place of annotated ones."""

import pytest

from kg.train import held_out
from kg.train.annotation import AnnotatedText, GoldMention

TEXT = "安宁区民政局开展\n暖心行动。"
GOLD = (GoldMention(0, 6, "Organization", "安宁区民政局", "安宁区民政局"),)


class Reader:
    """Stands for a tagger: finds what it is told to."""

    def __init__(self, *spans: tuple[int, int, str]) -> None:
        self.found = list(spans)

    def spans(self, text: str, sentences: object) -> list[tuple[int, int, str]]:
        return self.found


@pytest.mark.parametrize(
    ("span", "name", "kind"),
    [
        ((0, 6, "Organization"), "安宁区民政局", "Organization"),
        ((1, 6, "Place"), "安宁区民政局", "Place"),
        ((0, 2, "Place"), "安宁", "Place"),
        ((8, 13, "Programme"), "暖心行动", "Programme"),
    ],
)
def test_what_is_half_the_same_bears_the_annotated_name(
    span: tuple[int, int, str], name: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(held_out.teacher, "fit", lambda texts, encoder, epochs: None)
    monkeypatch.setattr(held_out.tagger, "export", lambda network, path, width: None)
    monkeypatch.setattr(held_out, "Tagger", lambda path, known: Reader(span))
    (text,) = held_out.found([AnnotatedText("A1", TEXT, GOLD, ())])
    (mention,) = text.mentions
    assert (mention.name, mention.type) == (name, kind)
    assert text.text[mention.start : mention.end] == mention.text


def test_a_region_is_never_on_both_sides(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[set[str]] = []
    monkeypatch.setattr(
        held_out.teacher, "fit", lambda texts, encoder, epochs: seen.append({text.name[0] for text in texts})
    )
    monkeypatch.setattr(held_out.tagger, "export", lambda network, path, width: None)
    monkeypatch.setattr(held_out, "Tagger", lambda path, known: Reader())
    names = [f"{letter}{number}" for letter in "ABCDE" for number in (1, 2)]
    found = held_out.found([AnnotatedText(name, TEXT, (), ()) for name in names])
    assert [text.name for text in found] == names
    assert seen == [set("BCD"), set("ACDE"), set("ABDE"), set("ABCE")]


def test_names_without_capitals_are_their_own_region() -> None:
    assert held_out.region("WA01_x") == "WA"
    assert held_out.region("page") == "page"
