"""RDF terms, read back by a parser that is not ours."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from kg.export import terms
from kg.ontology import load

XSD = "http://www.w3.org/2001/XMLSchema#"
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


def read(*facts: terms.Fact) -> list[Triple]:
    text = "".join(f"{subject} {terms.said(predicate, value)} .\n" for subject, predicate, value in facts)
    return [quad.triple for quad in parse(text, format=RdfFormat.N_TRIPLES)]


def value(term: str) -> object:
    """A term as the parser understands it."""
    (found,) = read((terms.thing("org-1"), "rdfs:label", term))
    return found.object


@settings(deadline=None)
@given(TEXTS)
def test_any_text_is_read_back_as_it_was(text: str) -> None:
    assert value(terms.chinese(text)) == Literal(text, language="zh")
    assert value(terms.plain(text)) == Literal(text)


@settings(deadline=None)
@given(TEXTS)
def test_what_is_said_stands_in_one_line(text: str) -> None:
    assert "\n" not in terms.said("rdfs:label", terms.plain(text))


@pytest.mark.parametrize(
    ("number", "written"),
    [(0.9, "0.9"), (1.0, "1.0"), (0, "0.0"), (0.00004, "0.0"), (0.12345678, "0.1235"), (100, "100"), (1e-4, "0.0001")],
)
def test_decimals_have_one_way_to_be_written(number: float, written: str) -> None:
    found = value(terms.decimal(number))
    assert isinstance(found, Literal)
    assert (Decimal(found.value), found.datatype) == (Decimal(written), NamedNode(f"{XSD}decimal"))
    assert "e" not in found.value.lower()


@settings(deadline=None)
@given(st.floats(0, 1))
def test_a_decimal_is_near_what_it_stands_for_and_never_longer_than_four_places(number: float) -> None:
    found = value(terms.decimal(number))
    assert isinstance(found, Literal)
    assert abs(float(found.value) - number) <= 0.00005000001
    assert len(found.value.partition(".")[2]) <= 4


def test_numbers_and_days_have_their_types() -> None:
    assert value(terms.integer(-3)) == Literal("-3", datatype=NamedNode(f"{XSD}integer"))
    assert value(terms.day("2026-01-31")) == Literal("2026-01-31", datatype=NamedNode(f"{XSD}date"))


def test_terms_are_written_whole_wherever_they_stand() -> None:
    prefixes = load().prefixes
    (found,) = read((terms.thing("org-1"), "rdf:type", "kg:Organization"))
    assert found.subject == NamedNode(f"{prefixes['id']}org-1")
    assert found.predicate == NamedNode(f"{prefixes['rdf']}type")
    assert found.object == NamedNode(f"{prefixes['kg']}Organization")


def test_whole_addresses_are_written_as_they_are() -> None:
    (found,) = read((terms.thing("a"), "<https://example.org/of>", "<https://example.org/b>"))
    assert found.predicate == NamedNode("https://example.org/of")
    assert found.object == NamedNode("https://example.org/b")


def test_the_graph_itself_is_the_thing_without_a_name() -> None:
    assert terms.thing("") == f"<{load().prefixes['id']}>"


def test_an_unknown_prefix_is_no_term() -> None:
    with pytest.raises(KeyError):
        terms.term("nowhere:Thing")


def test_a_member_has_its_class_and_the_classes_above() -> None:
    found = terms.types("Person")
    assert {terms.said("rdf:type", f"kg:{name}") for name in ("Person", "Entity")} <= found
    assert terms.said("rdf:type", "kg:Organization") not in found


def test_a_name_is_said_to_thesauri_and_to_generic_tools() -> None:
    found = read(*terms.names(terms.thing("per-1"), "李明"))
    assert {triple.predicate.value.rpartition("#")[2] for triple in found} == {"prefLabel", "label"}
    assert {triple.object for triple in found} == {Literal("李明", language="zh")}


def test_a_digest_tells_parts_their_order_and_their_borders_apart() -> None:
    digests = [terms.digest(12, *parts) for parts in (("ab", "c"), ("a", "bc"), ("c", "ab"), ("abc",), ("abc", ""))]
    assert len(set(digests)) == len(digests)
    assert {len(each) for each in digests} == {12}
    assert digests[0] == terms.digest(12, "ab", "c")
