"""Variants say the same of other names: every mention still stands where its offsets say."""

from kg.train.annotation import AnnotatedText, GoldMention
from kg.train.augment import variants

TEXT = "安宁区民政局和西固区民政局在安宁区开展暖心行动，安宁区民政局局长出席。"
NAMES = [("安宁区民政局", "Organization"), ("西固区民政局", "Organization"), ("暖心行动", "Programme")]


def marked(text: str, *names: tuple[str, str]) -> AnnotatedText:
    mentions = []
    for name, kind in names:
        start = text.find(name)
        while start >= 0:
            mentions.append(GoldMention(start, start + len(name), kind, name, name))
            start = text.find(name, start + 1)
    return AnnotatedText("A1", text, tuple(sorted(mentions, key=lambda one: one.start)), ())


def test_offsets_hold_in_every_variant() -> None:
    for (varied,) in variants([marked(TEXT, *NAMES)]):
        kinds = [mention.type for mention in varied.mentions]
        assert kinds == ["Organization", "Organization", "Programme", "Organization"]
        for mention in varied.mentions:
            assert varied.text[mention.start : mention.end] == mention.text


def test_one_name_gives_way_to_one_name() -> None:
    for (varied,) in variants([marked(TEXT, *NAMES)])[4:]:  # behind the four damaged ones
        assert varied.mentions[0].text == varied.mentions[3].text


def test_names_come_from_the_texts_given() -> None:
    texts = [marked(TEXT, *NAMES), marked("古浪县图书馆开馆。", ("古浪县图书馆", "Organization"))]
    surfaces = {mention.text for text in texts for mention in text.mentions}
    renamed = {mention.text for varied in variants(texts)[4:] for text in varied for mention in text.mentions}
    assert renamed <= surfaces


def test_the_same_texts_give_the_same_variants() -> None:
    texts = [marked(TEXT, *NAMES)]
    assert variants(texts) == variants(texts)
