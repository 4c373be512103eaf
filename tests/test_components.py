"""The spaCy pipeline: what its components leave in a Doc."""

import pytest
from spacy.language import Language

import kg
from kg.components import PIPELINE

TEXT = "云山街道举办读书节\n■ 通讯员 王小明\n近日，云山街道举办读书节。安宁区商务局局长李国强出席。"


@pytest.fixture(scope="module")
def nlp() -> Language:
    return kg.load()


def test_the_components_stand_in_order(nlp: Language) -> None:
    assert tuple(nlp.pipe_names) == PIPELINE


@pytest.mark.parametrize("text", ["区委 办公室\n　 在 2024年OK 。", " ", "𠮷林"])
def test_each_character_is_a_token(nlp: Language, text: str) -> None:
    doc = nlp.make_doc(text)
    assert [token.text for token in doc] == list(text)
    assert doc.text == text


def test_entities_are_spans_with_class_and_identity(nlp: Language) -> None:
    doc = nlp(TEXT)
    names = {entity.id: entity.name for entity in doc._.entities}
    assert ("安宁区商务局", "Organization", "安宁区商务局") in {(e.text, e.label_, names[e.kb_id_]) for e in doc.ents}


def test_the_same_thing_is_one_entity(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert len({ent.kb_id_ for ent in doc.ents if ent.text == "云山街道"}) == 1


def test_a_declared_short_name_is_the_same_thing_wherever_it_stands(nlp: Language) -> None:
    doc = nlp("安宁澜矽微电子有限公司（以下简称“澜矽”）昨日投产。澜矽将招工。安宁区商务局表示，澜矽前景好。")
    found = [ent for ent in doc.ents if ent.text == "澜矽"]
    company = next(ent for ent in doc.ents if ent.text.endswith("有限公司"))
    assert [(ent.label_, ent.kb_id_) for ent in found] == [("Organization", company.kb_id_)] * 3


def test_sentences_do_not_cross_lines(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert all("\n" not in span.text for span in doc.spans["sentences"])


def test_articles_and_links_are_kept(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert doc._.articles[0].byline == ("王小明",)
    assert "holdsPost" in {link.type for link in doc._.links}


@pytest.mark.parametrize("text", ["", " ", "\n\n", "。", "区"])
def test_texts_with_nothing_in_them_give_nothing(nlp: Language, text: str) -> None:
    assert nlp(text).ents == ()
