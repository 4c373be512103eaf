"""No text stops the extraction, and all that it finds stands where it says."""

import json
from itertools import pairwise

from fuzz.texts import PAGES
from hypothesis import given, settings

from kg import pipeline
from kg.documents.articles import articles
from kg.documents.repair import repair
from kg.documents.sentences import sentences
from kg.export import jsonl
from kg.model import Document, Extraction


def extracted(text: str) -> Extraction:
    (found,) = pipeline.extract([Document("page.txt", text, "0")])
    return found


def holds(text: str) -> None:
    """Raises when the extraction of a text does, or when an offset does not lead back to it."""
    found = extracted(text)
    for mention in found.mentions:
        assert text[mention.start : mention.end] == mention.text != ""
    for evidence in (each for relation in found.relations for each in relation.evidence):
        for passage in (evidence, *evidence.context):
            assert text[passage.start : passage.end] == passage.quote != ""
    bounds = [0, *(article.start for article in found.articles[1:]), len(text)]
    covered = list(pairwise(bounds)) if repair(text).text else []
    assert [(article.start, article.end) for article in found.articles] == covered
    assert all(0 <= start < end <= len(text) for start, end in found.sentences)
    line = jsonl.line(found)
    assert "\n" not in line
    assert json.loads(line.encode("utf-8"))["document"] == "page.txt"


@given(PAGES)
@settings(max_examples=60, deadline=None)
def test_extraction_never_raises_and_offsets_lead_back(text: str) -> None:
    holds(text)


@given(PAGES)
@settings(max_examples=200, deadline=None)
def test_articles_and_sentences_cover_any_page(text: str) -> None:
    page = repair(text)
    spans = [(each.start, each.end) for each in articles(page.text)]
    assert "".join(page.text[start:end] for start, end in spans) == page.text
    inside = "".join(page.text[start:end] for start, end in sentences(page.text))
    assert "".join(inside.split()) == "".join(page.text.split())
