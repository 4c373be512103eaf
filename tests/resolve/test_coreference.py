"""Who is who within one text."""

from hypothesis import given
from hypothesis import strategies as st
from resolve.marked import extraction, marked, names

from kg.divisions import Divisions
from kg.resolve.coreference import identify

DIVISIONS = Divisions.load()
PAGE = (
    "⟦L|河西⟧出实招 ⟦O|天津市河西区民政局⟧局长⟦N|李明⟧说，⟦O|区民政局⟧将办好⟦P|第三届“河西人才节”⟧。"
    "⟦O|河西区人社局⟧（⟦O|区人力资源和社会保障局⟧）⟦N|李明⟧"
)


def test_entities_are_numbered_by_first_mention_with_names_aliases_and_kinds() -> None:
    text, spans = marked(PAGE)
    identity = identify(text, spans, DIVISIONS)
    assert identity.entity_of == ("e1", "e2", "e3", "e2", "e4", "e5", "e5", "e3")
    place, bureau, person, festival, labour = identity.entities
    assert (place.name, place.code, place.subtype, place.aliases) == (
        "河西区",
        "120103",
        "AdministrativeArea",
        ("河西",),
    )
    assert (bureau.name, bureau.aliases, bureau.subtype) == ("天津市河西区民政局", ("区民政局",), "GovernmentBody")
    assert (bureau.key, person.key) == ("120103|民政局", "李明")
    assert (festival.name, festival.subtype) == ("第三届河西人才节", "Event")
    assert labour.name == "河西区人力资源和社会保障局"


def test_the_fullest_printed_form_is_the_name() -> None:
    source = "⟦L|围场满族蒙古族自治县⟧：⟦O|县文旅局⟧，⟦O|县文化和旅游局⟧，⟦O|围场满族蒙古族自治县文旅局⟧"
    assert set(names(source)[1:]) == {"围场满族蒙古族自治县文化和旅游局"}


def test_a_name_that_ends_another_is_not_the_fullest() -> None:
    assert set(names("⟦L|河西区⟧⟦O|街道综合养老服务中心⟧，⟦O|马场街道综合养老服务中心⟧")[1:]) == {
        "马场街道综合养老服务中心"
    }


def test_same_form_of_two_classes_is_two_entities() -> None:
    assert [one.type for one in extraction("⟦O|天津文化中心⟧⟦L|天津文化中心⟧").entities] == ["Organization", "Place"]


def test_no_mentions_no_entities() -> None:
    assert identify("区委", [], DIVISIONS).entities == ()


_PIECES = st.sampled_from(
    [
        *"⟦河西区县市委村街道局“”（简称）一二 \n",
        "河西区",
        "区委",
        "天津市",
        "公司",
        "以下简称",
        "民政局",
        "社区",
        "㈠",
        "3",
        "AI",
    ]
)


@given(st.lists(st.tuples(st.lists(_PIECES, min_size=1, max_size=5), st.sampled_from("OLPN")), max_size=8))
def test_any_spans_get_entities_in_order(parts: list[tuple[list[str], str]]) -> None:
    kinds = {"O": "Organization", "L": "Place", "P": "Programme", "N": "Person"}
    text, spans = "", []
    for pieces, kind in parts:
        spans.append((len(text), len(text) + len("".join(pieces)), kinds[kind]))
        text += "".join(pieces)
    identity = identify(text, spans, DIVISIONS)
    assert [entity.id for entity in identity.entities] == [f"e{n}" for n in range(1, len(identity.entities) + 1)]
    assert list(dict.fromkeys(identity.entity_of)) == [entity.id for entity in identity.entities]
    types = {entity.id: entity.type for entity in identity.entities}
    assert [types[entity] for entity in identity.entity_of] == [kind for _, _, kind in spans]
