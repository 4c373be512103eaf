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
    name = reading.names[reading.entity[body]]
    area = next((name.removesuffix(organ) for organ in _ORGANS if name.endswith(organ)), None)
    if reading.kind[body] != ORGANIZATION or area not in reading.names:
        return None
    entity = reading.names.index(area)
    return _nearest_of(reading, person, entity)


def fits(name: str, title: str) -> bool:
    """Whether a body of this name can have the title; a title that is bound to no kind of body fits all."""
    head = longest_ending(_BODIES, title)
    return head is None or name.endswith(tuple(_BODIES[head]))


def longest_ending(words: Iterable[str], title: str) -> str | None:
    """The longest word that ends a title."""
    return max((word for word in words if title.endswith(word)), key=len, default=None)


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
