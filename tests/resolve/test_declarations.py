"""Short names that a text introduces go to the full name from there on, found as mentions or not."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from resolve.marked import extraction, marked, names

from kg.divisions import Divisions
from kg.resolve.coreference import identify
from kg.resolve.declarations import completed

FULL = "天津海光信息技术研究院"


@pytest.mark.parametrize(
    "declared",
    [
        "（以下简称“{}”）",
        "（以下简称{}）",
        "（以下简称：{}）",
        "（以下简称为“{}”）",
        "（简称“{}”）",
        "（简称{}）",
        "（下称“{}”）",
        "（以下称《{}》）",
        "(以下简称“{}”)",
        "（津政发〔2025〕1号，以下简称《{}》）",
        "（试行）》（以下简称《{}》）",
        "，简称“{}”，",
        "，简称{}，",
        "，以下简称为‘{}’。",
        "》(下称《{}》)",
    ],
)
def test_declarations_are_believed(declared: str) -> None:
    source = f"⟦O|{FULL}⟧{declared.format('⟦O|光研⟧')}成立。⟦O|光研⟧"
    assert names(source) == [FULL] * 3
    bare, spans = marked(f"⟦O|{FULL}⟧{declared.format('光研')}成立。光研说。")
    found = completed(bare, spans)
    assert [bare[start:end] for start, end, _ in found] == [FULL, "光研", "光研"]
    assert {kind for _, _, kind in found} == {"Organization"}


@pytest.mark.parametrize(
    "source",
    [
        "⟦O|甲光公司⟧、⟦O|乙光公司⟧（以下统称“两家”）成立。两家说",
        "⟦O|天津海光公司⟧（以下简称“公司”）成立。公司说",
        "⟦O|天津海光公司⟧（以下简称“海”）成立。海说",
        "⟦O|海光⟧（以下简称“天津海光公司”）成立。天津海光公司说",
        "⟦N|李明华⟧（简称“李明”）来了。李明说",
        "⟦O|天津海光公司⟧（成立于2020年）发展。海光说",
        "⟦O|天津海光公司⟧，称“海光”好。海光说",
        "⟦O|天津海光公司⟧负责人（以下简称“海光”）。海光说",
    ],
)
def test_what_declares_nothing(source: str) -> None:
    text, spans = marked(source)
    assert completed(text, spans) == spans


def test_a_short_name_of_another_class_or_with_wrong_borders_is_put_right() -> None:
    text, spans = marked(f"⟦O|{FULL}⟧（以下简称“光⟦L|研”）成⟧立。⟦L|光研⟧与⟦O|新光研会⟧，⟦P|光研节⟧")
    found = [(text[start:end], kind) for start, end, kind in completed(text, spans)]
    assert found == [
        (FULL, "Organization"),
        ("光研", "Organization"),
        ("光研", "Organization"),
        ("新光研会", "Organization"),
        ("光研节", "Programme"),
    ]


def test_only_from_the_declaration_on() -> None:
    text, spans = marked(f"光研所见。⟦O|{FULL}⟧（以下简称“光研”）")
    assert [text[start:end] for start, end, _ in completed(text, spans)] == [FULL, "光研"]


def test_a_mere_kind_is_a_name_only_in_marks() -> None:
    text, spans = marked("《⟦P|海光市养犬管理条例⟧》（以下简称《条例》）施行。《条例》规定，国家条例、条例")
    assert [text[start:end] for start, end, _ in completed(text, spans)] == ["海光市养犬管理条例", "条例", "条例"]


def test_the_last_declaration_counts() -> None:
    source = (
        "《⟦P|甲市条例⟧》（以下简称《⟦P|条例⟧》）。《⟦P|条例⟧》。《⟦P|乙市条例⟧》（以下简称《⟦P|条例⟧》）。《⟦P|条例⟧》"
    )
    assert names(source) == ["甲市条例"] * 3 + ["乙市条例"] * 3


def test_a_headline_may_use_it_before() -> None:
    assert names(f"⟦O|光研⟧启用\n⟦O|{FULL}⟧（下称“⟦O|光研⟧”）") == [FULL] * 3


def test_the_region_may_be_added_to_it() -> None:
    source = "⟦L|涪城区⟧印发⟦P|涪城区促进成果转化十条措施⟧（以下简称“⟦P|成果十条⟧”）。⟦P|涪城区“成果十条”⟧"
    assert len(set(names(source))) == 2


def test_short_names_are_aliases() -> None:
    (entity,) = extraction(f"⟦O|{FULL}⟧（以下简称“⟦O|光研⟧”）").entities
    assert (entity.name, entity.aliases, entity.misprints) == (FULL, ("光研",), ())


_PIECES = st.sampled_from(["（以下简称“", "”）", "，简称", "，", "海光", "公司", "条例", "《", "》", "\n", "研"])


@given(st.lists(st.tuples(_PIECES, st.sampled_from(["", "O", "P", "N"])), max_size=14))
def test_mentions_stay_flat_and_in_order_and_all_get_an_entity(parts: list[tuple[str, str]]) -> None:
    text, spans = marked("".join(f"⟦{mark}|{piece}⟧" if mark else piece for piece, mark in parts))
    found = completed(text, spans)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    assert completed(text, found) == found
    assert len(identify(text, found, Divisions.load()).entity_of) == len(found)
