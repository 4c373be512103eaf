"""Ids of the graph."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.divisions import LEVELS
from kg.resolve.ids import code_of, graph_id, place_id, prefix

CLASSES = {"Organization": "org", "Place": "place", "Programme": "prg", "Person": "per"}


@given(st.sampled_from(sorted(CLASSES)), st.text())
def test_an_id_tells_its_class_and_is_fit_for_addresses(kind: str, key: str) -> None:
    found = graph_id(kind, key)
    assert prefix(found) == CLASSES[kind]
    assert re.fullmatch(r"[a-z]+-[0-9a-f]{12}", found)


def test_ids_stay_what_they_were_in_graphs_already_published() -> None:
    assert graph_id("Organization", "120103|民政局") == "org-0b36ca1338da"


def test_another_class_or_key_is_another_id() -> None:
    keys = ("120103|李明", "120104|李明", "120103|李鸣", "")
    assert len({graph_id(kind, key) for kind in CLASSES for key in keys}) == len(CLASSES) * len(keys)


@given(st.sampled_from(sorted(LEVELS)).flatmap(lambda size: st.text("0123456789", min_size=size, max_size=size)))
def test_a_division_has_its_code_in_its_id(code: str) -> None:
    assert code_of(place_id(code)) == code
    assert prefix(place_id(code)) == CLASSES["Place"]


@given(st.sampled_from(sorted(CLASSES)), st.text())
def test_no_id_made_of_a_key_is_taken_for_a_division(kind: str, key: str) -> None:
    assert code_of(graph_id(kind, key)) == ""


@pytest.mark.parametrize("other", ["org-120103", "place-12010", "place-12010x", "place-", "place", ""])
def test_what_is_no_place_with_a_whole_code_is_no_division(other: str) -> None:
    assert code_of(other) == ""
