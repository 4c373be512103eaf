"""Traditional pages are read as simplified ones and shown as they are printed."""

from pathlib import Path

import pytest

from kg import pipeline
from kg.divisions import Divisions
from kg.documents.repair import repair
from kg.documents.traditional import simplified
from kg.model import Document
from kg.resolve.corpus import merge

PRINTED = "城北區推進便民服務\n\n■ 通訊員 張國強\n\n近日，城北區商務局黨組書記、局長李國強表示，區商務局將推進工作。\n"
PLAIN = "城北区推进便民服务\n\n■ 通讯员 张国强\n\n近日，城北区商务局党组书记、局长李国强表示，区商务局将推进工作。\n"
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def found() -> list[pipeline.Extraction]:
    return list(pipeline.extract([Document("printed.txt", PRINTED, "0"), Document("plain.txt", PLAIN, "1")]))


def test_both_scripts_say_the_same_at_the_same_places(found: list[pipeline.Extraction]) -> None:
    printed, plain = ([(each.start, each.end, each.type) for each in one.mentions] for one in found)
    assert printed == plain


def test_what_is_shown_stands_on_the_page(found: list[pipeline.Extraction]) -> None:
    (article,) = found[0].articles
    assert (article.title, article.byline) == ("城北區推進便民服務", ("張國強",))
    assert {"城北區商務局", "李國強"} <= {entity.name for entity in found[0].entities}
    assert all(PRINTED[each.start : each.end] == each.text for each in found[0].mentions)


def test_a_thing_named_in_both_scripts_is_one(found: list[pipeline.Extraction]) -> None:
    forms = [{entity.name, *entity.aliases} for entity in merge(found, Divisions.load()).entities]
    assert sum(bool({"城北区商务局", "城北區商務局"} & each) for each in forms) == 1


def test_simplified_pages_are_left_as_they_are() -> None:
    texts = [*(ROOT / "seeds").glob("*.txt"), *(ROOT / "kg/train/corpus").glob("*/*.ann.txt")]
    names = [division.name for division in Divisions.load().by_code.values()]
    read = {letter for text in (*names, *(path.read_text(encoding="utf-8") for path in texts)) for letter in text}
    # Two stand in the names of brands, one is a misprint.
    assert {letter for letter in read if letter.translate(simplified()) != letter} == set("昇無舘")


def test_only_characters_change_and_each_into_one() -> None:
    assert all(len(new) == 1 for new in simplified().values())
    assert repair("在乾縣裡瞭望，2025年。").text == "在乾县里瞭望，2025年。"
