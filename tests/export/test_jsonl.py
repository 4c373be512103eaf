"""Tests of the JSON Lines of `kg extract` against the contract."""

import json

from kg.export.jsonl import line
from kg.model import Article, Document, Entity, Evidence, Extraction, Mention, Relation

TEXT = "区商务局党组书记、\n局长殷红表示"
EXTRACTION = Extraction(
    Document("004_x.txt", TEXT, "00ff"),
    (Article(0, len(TEXT), "标题", ("赵琪",)),),
    (Mention(0, 4, "Organization", "区商务局", "e1"), Mention(12, 14, "Person", "殷红", "e2")),
    (
        Entity("e1", "Organization", "河西区商务局", "k1", subtype="GovernmentBody", aliases=("区商务局",)),
        Entity("e2", "Person", "殷红", "k2"),
    ),
    (
        Relation(
            "holdsPost",
            "e2",
            "e1",
            (Evidence("004_x.txt", 0, 3, "区商务", "model", 0.6), Evidence("004_x.txt", 0, 16, TEXT, "post", 0.97123)),
            title="党组书记、局长",
        ),
        Relation("locatedIn", "e1", "e2", (Evidence("004_x.txt", 0, 4, "区商务局", "name", 1.0),)),
    ),
)


def test_keys_values_and_order_are_those_of_the_contract() -> None:
    assert line(EXTRACTION) == (
        '{"document": "004_x.txt", "sha256": "00ff", '
        '"articles": [{"start": 0, "end": 16, "title": "标题", "byline": ["赵琪"], "date": null}], '
        '"mentions": [{"start": 0, "end": 4, "type": "Organization", "text": "区商务局", "entity": "e1"}, '
        '{"start": 12, "end": 14, "type": "Person", "text": "殷红", "entity": "e2"}], '
        '"entities": [{"id": "e1", "type": "Organization", "subtype": "GovernmentBody", "name": "河西区商务局", '
        '"aliases": ["区商务局"]}, {"id": "e2", "type": "Person", "subtype": null, "name": "殷红", "aliases": []}], '
        '"relations": [{"type": "holdsPost", "head": "e2", "tail": "e1", "title": "党组书记、局长", '
        '"evidence": {"start": 0, "end": 16}, "rule": "post", "confidence": 0.971}, '
        '{"type": "locatedIn", "head": "e1", "tail": "e2", '
        '"evidence": {"start": 0, "end": 4}, "rule": "name", "confidence": 1.0}]}'
    )


def test_one_document_is_one_line_whatever_its_names_hold() -> None:
    name = "断\n行\u2028与\ud800半个字符\x00"
    odd = Extraction(Document(name, "", ""), (), (), (Entity("e1", "Person", name, "k"),), ())
    written = line(odd)
    assert "\n" not in written
    assert json.loads(written.encode())["entities"][0]["name"] == name
