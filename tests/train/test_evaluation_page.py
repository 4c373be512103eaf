"""The page of an evaluation, on small texts: what stands beside what, and that no text becomes mark-up."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from kg.model import Document, Entity, Extraction, Mention, Relation
from kg.ontology import load
from kg.train.annotation import AnnotatedText, GoldMention, GoldRelation
from kg.train.compare import Comparison, compare
from kg.train.evaluate import evaluate
from kg.train.evaluation_page import passages, write

TEXT = "东川区商务局局长李小明出席\n\n读书\n节，热闹。\n花开了。"
GOLD = AnnotatedText(
    "page",
    TEXT,
    (
        GoldMention(0, 6, "Organization", "东川区商务局", "东川区商务局"),
        GoldMention(8, 11, "Person", "李小明", "李小明"),
        GoldMention(15, 19, "Programme", "读书\n节", "读书节"),
    ),
    (GoldRelation("holdsPost", "李小明", "东川区商务局", "局长", ""),),
)
FOUND = Extraction(
    Document("page", TEXT, ""),
    (),
    (Mention(0, 3, "Place", "东川区", "e1"), Mention(8, 11, "Person", "李小明", "e2")),
    (Entity("e1", "Place", "东川区", "东川区"), Entity("e2", "Person", "李小明", "李小明")),
    (Relation("locatedIn", "e2", "e1", ()),),
)
HOSTILE = [
    "</style><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7*7 }}{text}",
    "半\ud800个\x00",
]


def page(gold: AnnotatedText, found: Extraction, folder: Path) -> str:
    scores = evaluate([gold], {gold.name: found})
    write(scores, [compare(gold, found)], folder / "page.html")
    return (folder / "page.html").read_text(encoding="utf-8")


def marks(html: str) -> list[tuple[str, str, str]]:
    """State, entity and surface of every mention in a piece of the page."""
    return re.findall(r'<mark class="(\w*)"[^>]* title="([^"]*)">(.*?)<small>', html, re.DOTALL)


def compared() -> Comparison:
    return compare(GOLD, FOUND)


def test_lines_stand_side_by_side_and_a_broken_name_keeps_its_lines_together() -> None:
    first, second, third = passages(compared())
    assert marks(first.gold) == [("missed", "东川区商务局", "东川区商务局"), ("", "李小明", "李小明")]
    assert marks(first.found) == [("wrong", "东川区", "东川区"), ("", "李小明", "李小明")]
    assert marks(second.gold) == [("missed", "读书节", "读书\n节")]
    assert not marks(second.found)
    assert not marks(third.gold)
    assert [passage.same for passage in (first, second, third)] == [False, False, True]


def test_mentions_have_the_name_and_the_colour_of_their_class() -> None:
    first, _, _ = passages(compared())
    person = load().classes["Person"]
    assert f'style="--colour: {person.colour}" title="李小明">李小明<small>{person.label_zh}</small>' in first.found


def test_figures_and_errors_are_on_the_page(tmp_path: Path) -> None:
    html = page(GOLD, FOUND, tmp_path)
    post = load().relations["holdsPost"]
    assert f"<th>{post.label_zh} <small>holdsPost</small></th>" in html
    assert "0.333" in html
    assert "<li><small>page</small> Programme &#39;读书\\n节&#39; @15</li>" in html
    assert "<li><small>page</small> holdsPost 李小明 东川区商务局</li>" in html


def test_a_text_that_was_not_read_is_all_missed(tmp_path: Path) -> None:
    write(evaluate([GOLD], {}), [compare(GOLD, None)], tmp_path / "page.html")
    assert len(marks((tmp_path / "page.html").read_text(encoding="utf-8"))) == 3


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_no_markup(text: str, tmp_path: Path) -> None:
    gold = AnnotatedText(
        text,
        text * 2,
        (GoldMention(0, len(text), "Person", text, text),),
        (GoldRelation("holdsPost", text, text, text, text),),
    )
    found = Extraction(
        Document(text, text * 2, ""),
        (),
        (Mention(len(text), 2 * len(text), "Person", text, "e1"),),
        (Entity("e1", "Person", text, text),),
        (Relation("holdsPost", "e1", text, ()),),
    )
    html = page(gold, found, tmp_path)
    assert not re.search(r"<(script|img)|49", html.partition("</style>")[2])
    assert html.count("</style>") == 1
    assert len(marks(html)) == 2


def test_the_page_loads_and_runs_nothing(tmp_path: Path) -> None:
    html = page(GOLD, FOUND, tmp_path)
    assert not re.search(r"<(script|link|img)\b|url\(|@import|(src|action)\s*=", html)
    assert set(re.findall(r'href="(.)', html)) == {"#"}
    assert "default-src 'none'" in html


def test_same_evaluation_same_bytes(tmp_path: Path) -> None:
    assert page(GOLD, FOUND, tmp_path) == page(GOLD, FOUND, tmp_path)


def test_an_overlapping_prediction_is_kept_in_its_passage() -> None:
    across = replace(FOUND, mentions=(Mention(11, 17, "Place", TEXT[11:17], "e1"),))
    assert len(list(passages(compare(GOLD, across)))) == 2
