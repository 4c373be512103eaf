"""The sentence around a mention, exactly as it stands in the file."""

from dataclasses import replace

from resolve.marked import extraction

from kg.resolve.quotes import sightings


def test_sentences_are_quoted_exactly_even_where_the_page_breaks_them() -> None:
    source = (
        "本报讯 今年以来，为了把各项好事办实办好，⟦O|河西区\n民政局⟧着力服务全区群众，不断改进工作方法和工作作风，\n"
        "赢得了全区群众的广泛赞誉。⟦N|李明⟧说。\n"
    )
    read = extraction(source)
    (bureau, first), (person, second) = sightings(read)
    for mention, sighting in ((bureau, first), (person, second)):
        assert read.document.text[sighting.start : sighting.end] == sighting.quote
        assert mention.text in sighting.quote
    assert first.quote.endswith("赞誉。")
    assert second.quote == "李明说。"


def test_without_sentences_a_mention_is_quoted_alone() -> None:
    ((_, sighting),) = sightings(replace(extraction("⟦O|区民政局⟧着力服务。"), sentences=()))
    assert (sighting.start, sighting.end, sighting.quote) == (0, 4, "区民政局")


def test_a_mention_over_the_end_of_a_sentence_is_quoted_whole() -> None:
    ((_, sighting),) = sightings(extraction("⟦P|开放！创新论坛⟧开幕。"))
    assert sighting.quote == "开放！创新论坛"
