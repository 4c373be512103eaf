"""Persons across documents: one name is one person where a region, a body or national standing bears it out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.model import Extraction
from kg.ontology import lexicon
from kg.resolve.keys import UNKNOWN, region_of

Local = tuple[int, str]  # number of an extraction and an entity's id in it
Marks = Mapping[Local, frozenset[str]]

_COUNTY = 6  # digits of a county's code: posts in two townships of a county are posts of one person
_NATION = ""


def person_keys(extractions: Sequence[Extraction]) -> Mapping[Local, str]:
    """A key `MARK|NAME` for each person: namesakes whose marks are apart are two persons.

    Marks are the counties (or larger regions) of a person's posts; without such a post, the bodies of the posts and
    the region that the text is about. Leaders of the country are known by their title, and then everywhere.
    """
    by_name: dict[str, dict[Local, frozenset[str]]] = defaultdict(dict)
    for number, one in enumerate(extractions):
        names = {entity.id: entity.key for entity in one.entities if entity.type == "Person"}
        for local, marks in _marks(one, names).items():
            by_name[names[local]][number, local] = marks
    return {local: f"{mark}|{name}" for name, marks in by_name.items() for local, mark in _groups(marks).items()}


def _marks(one: Extraction, persons: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    keys = {entity.id: entity.key for entity in one.entities}
    posts: dict[str, set[str]] = defaultdict(set)
    for relation in one.relations:
        if relation.type == "holdsPost":
            posts[relation.head].add(keys[relation.tail])
    leaders, about = _leaders(one), _about(one)
    found = {}
    for person in persons:
        regions = {region_of(key)[:_COUNTY] for key in posts[person]} - {""}
        bodies = {key for key in posts[person] if not key.startswith(UNKNOWN)}
        local = regions or bodies | ({about} if about else set())
        found[person] = frozenset({_NATION} if person in leaders else local)
    return found


def _leaders(one: Extraction) -> frozenset[str]:
    titles = tuple(lexicon("shortforms")["leaders"]["titles"])
    behind = ((mention.entity, one.document.text[mention.end : mention.end + 12]) for mention in one.mentions)
    return frozenset(entity for entity, rest in behind if "".join(rest.split()).startswith(titles))


def _about(one: Extraction) -> str:
    """The county, else the larger region, that most entities of a text belong to."""
    votes: dict[str, int] = defaultdict(int)
    for entity in one.entities:
        region = "" if entity.type == "Person" else region_of(entity.key)[:_COUNTY]
        votes[region] += len(region)
    return min(votes, key=lambda region: (-votes[region], region), default="")


def _groups(persons: Marks) -> Mapping[Local, str]:
    """The first mark of each person's group; persons are joined by a mark they share."""
    if any(_NATION in marks for marks in persons.values()):
        return dict.fromkeys(persons, _NATION)
    known = sorted({mark for marks in persons.values() for mark in marks})
    first = {mark: mark for mark in known}
    for marks in persons.values():
        joined = {first[_leaf(mark, known)] for mark in marks} | {first[mark] for mark in marks}
        first = {mark: min(joined) if group in joined else group for mark, group in first.items()}
    only = min(first.values(), default="") if len(set(first.values())) == 1 else ""
    return {local: min((first[mark] for mark in marks), default=only) for local, marks in persons.items()}


def _leaf(mark: str, known: Iterable[str]) -> str:
    """The one narrower region that a region's mark stands for (天津市 for 河西区), itself where there are several."""
    inside = [other for other in known if mark.isdigit() and other.isdigit() and other.startswith(mark)]
    leaves = [one for one in inside if not any(other != one and other.startswith(one) for other in inside)]
    return leaves[0] if len(leaves) == 1 else mark
