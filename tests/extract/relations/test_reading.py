"""A document laid out for the relation stage."""

import pytest
from extract.relations.stated import reading

from kg.extract.relations.reading import SYMBOLS

O, L, P, N = SYMBOLS.values()  # noqa: E741 - the marks of marked texts


@pytest.mark.parametrize(
    ("source", "skeleton"),
    [
        ("⟦O|区文化馆⟧举办“⟦P|迎春书画展⟧”。", f"{O}举办{P}。"),
        ("⟦P|“五社 联动”机制⟧ 在⟦L|东川⟧推行", f"{P}在{L}推行"),
        ("主任 ⟦N|晏平⟧\n⟦L|平凉市⟧⟦L|庄浪县⟧", f"主任{N}\n{L}{L}"),
        ("", ""),
    ],
)
def test_the_skeleton_has_one_symbol_a_name_and_no_quotation_marks(source: str, skeleton: str) -> None:
    found = reading(source)
    assert found.skeleton == skeleton
    assert "".join(found.skeleton[at] for at in found.at) == "".join(c for c in skeleton if c in {O, L, P, N})


def test_a_private_symbol_of_the_text_is_no_mention() -> None:
    assert reading(f"{O}区⟦L|东川⟧").skeleton == f"区{L}"


def test_sentences_paragraphs_and_entities_are_numbered() -> None:
    found = reading("⟦L|东川⟧发展。⟦L|东川区|东川⟧进步。\n⟦O|区委⟧召开会议。")
    assert (found.sentence.tolist(), found.paragraph.tolist()) == ([0, 1, 2], [0, 0, 1])
    assert (found.entity.tolist(), found.names, found.count.tolist()) == ([0, 0, 1], ("东川", "区委"), [2, 1])


def test_home_is_the_place_that_most_names_begin_with() -> None:
    found = reading("⟦L|人民公园⟧、⟦L|人民公园⟧和⟦L|东川区⟧的⟦O|东川区民政局⟧、⟦O|东川区文化馆⟧")
    assert found.home is not None
    assert found.names[found.home] == "东川区"
    assert reading("⟦O|区民政局⟧").home is None
