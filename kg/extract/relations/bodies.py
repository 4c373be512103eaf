"""The body that a title leaves out: 馆长 of the library named before, 区长 of the district that the text is about."""

from collections.abc import Iterable, Iterator, Sequence

from kg.extract.relations.reading import ORGANIZATION, PLACE, Reading
from kg.ontology import lexicon

_WORDS = lexicon("posts")
_BODIES: dict[str, list[str]] = _WORDS["bodies"]
_STAND_INS: dict[str, list[str]] = _WORDS["stand_ins"]
_AREAS: dict[str, list[str]] = _WORDS["areas"]
_ORGANS: list[str] = _WORDS["organs"]["party"]
# How many sentences back a body is still in the reader's mind.
_MEMORY = 4


def body_of(reading: Reading, person: int, title: str, noun: str) -> int | None:
    """The mention of the body of a title that stands alone, or behind a noun for its body (公司总经理)."""
    if area := longest_ending(_AREAS, title):
        return _main_area(reading, person, _AREAS[area])
    endings = _STAND_INS.get(noun) or _BODIES.get(longest_ending(_BODIES, title) or "")
    return _first_named(reading, _recent(reading, person), endings) if endings else None


def area_of(reading: Reading, body: int, person: int) -> int | None:
    """The mention, the nearest before a person first, of the area whose party organ the body is."""
    return _named(reading, person, _area(reading, body)) if of_party(reading, body) else None


def organ_of(reading: Reading, body: int, person: int, organ: str) -> int | None:
    """The mention, as above, of a body of the area whose party organ the body is: 太平街道党工委, 办事处."""
    return _named(reading, person, _area(reading, body) + organ) if of_party(reading, body) else None


def of_party(reading: Reading, body: int) -> bool:
    """Whether a body is an organ of the party, by its name."""
    is_organ = reading.names[reading.entity[body]].endswith(tuple(_ORGANS))
    return is_organ and bool(reading.kind[body] == ORGANIZATION)


def fits(name: str, title: str) -> bool:
    """Whether a body of this name can have the title; a title that is bound to no kind of body fits all."""
    head = longest_ending(_BODIES, title)
    return head is None or name.endswith(tuple(_BODIES[head]))


def longest_ending(words: Iterable[str], title: str) -> str | None:
    """The longest word that ends a title."""
    return max((word for word in words if title.endswith(word)), key=len, default=None)


def _area(reading: Reading, body: int) -> str:
    """The name of a party organ without what tells that it is one."""
    name: str = reading.names[reading.entity[body]]
    return name.removesuffix(longest_ending(_ORGANS, name) or "")


def _named(reading: Reading, person: int, name: str) -> int | None:
    return _nearest_of(reading, person, reading.names.index(name)) if name in reading.names else None


def _main_area(reading: Reading, person: int, endings: Sequence[str]) -> int | None:
    """The place of that rank that the document speaks of most; its mention nearest before the person."""
    ranked = [
        (weight, -number)
        for number, weight in enumerate(reading.area_weight.tolist())
        if weight > 0 and reading.names[number].endswith(tuple(endings))
    ]
    return _nearest_of(reading, person, -max(ranked)[1]) if ranked else None


def _nearest_of(reading: Reading, person: int, entity: int) -> int:
    """The mention of an entity nearest before a person, else the first one behind."""
    mentions: list[int] = (reading.entity == entity).nonzero()[0].tolist()
    return max((other for other in mentions if other < person), default=mentions[0])


def _recent(reading: Reading, person: int) -> Iterator[int]:
    """Bodies named before a person in the same article, not too far back, the nearest first."""
    oldest = reading.sentence[person] - _MEMORY
    for other in range(person - 1, -1, -1):
        if reading.article[other] != reading.article[person] or reading.sentence[other] < oldest:
            return
        if reading.kind[other] in (ORGANIZATION, PLACE):
            yield other


def _first_named(reading: Reading, mentions: Iterable[int], endings: Sequence[str]) -> int | None:
    return next((other for other in mentions if reading.names[reading.entity[other]].endswith(tuple(endings))), None)
