"""The page of the ontology: made from `kg.ttl` as it is, complete, and without a request to the network."""

import re
import runpy
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kg import ontology

DOCS = Path(__file__).parent.parent.parent / "docs"


class Read(HTMLParser):
    """Every element of a page with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def all(self, attribute: str) -> set[str]:
        return {value for _, attributes in self.elements if (value := attributes.get(attribute))}


@pytest.fixture(scope="module")
def text() -> str:
    return (DOCS / "ontology.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def read(text: str) -> Read:
    return Read(text)


def test_it_is_made_from_the_ontology_as_it_is(text: str) -> None:
    assert runpy.run_path(str(DOCS / "ontology.py"))["page"]() == text, "run `make docs` and commit docs/ontology.html"


def test_it_asks_nothing_of_the_network(text: str, read: Read) -> None:
    tags = {tag for tag, _ in read.elements}
    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "base", "form", "video", "audio", "svg"}
    assert (
        not read.all("src")
        | read.all("srcset")
        | read.all("style") - {f"background: {one.colour}" for one in ontology.load().classes.values()}
    )
    assert not re.search(r"@import|url\(", text)
    assert "default-src 'none'; style-src 'unsafe-inline'" in read.all("content")


def test_every_class_and_relation_has_its_place(read: Read) -> None:
    sections = [attributes["id"] for tag, attributes in read.elements if tag == "section"]
    assert len(sections) == len(set(sections))
    assert {*ontology.load().classes, *ontology.load().relations, *ontology.load().types} <= {*sections}


def test_every_link_inside_the_page_leads_somewhere(read: Read) -> None:
    inside = {target[1:] for target in read.all("href") if target.startswith("#")}
    assert inside
    assert inside <= read.all("id")


def test_it_says_when_and_when_not_in_both_languages(text: str) -> None:
    assert "只是并列提到、同场出席不算。" in text
    assert "Not being listed side by side or attending the same event." in text
