"""Persons across documents: one name is one person where a post, a region or national standing bears it out."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from networkx.utils import UnionFind

from kg.model import Extraction
from kg.ontology import lexicon
from kg.resolve.decisions import Decisions
from kg.resolve.ids import graph_id
from kg.resolve.keys import UNKNOWN, region_of
from kg.resolve.names import comparable, fold

Local = tuple[int, str]  # number of an extraction and an entity's id in it
Marks = Mapping[Local, frozenset[str]]

_COUNTY = 6  # digits of a county's code
_NATION = ""
_PRESS = "press"  # those in bylines have no other post


def person_keys(extractions: Sequence[Extraction], decisions: Decisions) -> Mapping[Local, str]:
    """A key `MARK|NAME` for each person: namesakes whose marks are apart are two persons.

    Marks are the bodies of a person's posts; without a post, the county (or larger region) that the text is about.
    Leaders of the country are known by their title, and then everywhere.
    Persons whom people told apart are never joined; what is joined here is so in `decisions` too.
    """
    by_name: dict[str, dict[Local, frozenset[str]]] = defaultdict(dict)
    for number, one in enumerate(extractions):
        names = {entity.id: entity.key for entity in one.entities if entity.type == "Person"}
        for local, marks in _marks(one, names).items():
            by_name[names[local]][number, local] = marks
    return {
        local: _key(mark, name)
        for name, marks in by_name.items()
        for local, mark in _groups(name, marks, decisions).items()
    }


def _marks(one: Extraction, persons: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    keys = {entity.id: entity.key for entity in one.entities}
    posts: dict[str, set[str]] = defaultdict(set)
    for relation in one.relations:
        if relation.type == "holdsPost" and not keys[relation.tail].startswith(UNKNOWN):
            posts[relation.head].add(_body(keys[relation.tail]))
    leaders, about, bylines = _leaders(one), _about(one), {fold(name) for each in one.articles for name in each.byline}
    found = {}
    for person, name in persons.items():
        elsewhere = {f"{about}|{_PRESS}" if name in bylines else about} if about else set()
        found[person] = frozenset({_NATION} if person in leaders else posts[person] or elsewhere)
    return found


def _body(key: str) -> str:
    """The body of a post; the leaders of an area are one body, whichever of its organs they stand for."""
    region, _, core = key.partition("|")
    table = lexicon("shortforms")
    if not core or core.startswith(tuple(map(comparable, table["leaderships"]["organs"]))):
        return f"{region}|"
    organs = ((organ, area) for area, organs in table["anaphors"].items() for organ in organs if len(organ) > len(area))
    area = next((core.removesuffix(organ) + area for organ, area in organs if core.endswith(organ)), core)
    return f"{region}|{area}"


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


def _groups(name: str, persons: Marks, decisions: Decisions) -> Mapping[Local, str]:
    """The first mark of each person's group; persons are joined by a mark they share.

    A region without a post stands for the only group inside it, where there is one.
    """
    known = sorted({mark for marks in persons.values() for mark in marks})
    groups: UnionFind[str] = UnionFind(known)

    def joined(marks: Collection[str]) -> bool:
        allowed = decisions.join(*(graph_id("Person", _key(mark, name)) for mark in marks))
        groups.union(*(marks if allowed else ()))
        return allowed

    if _NATION in known and joined(known):
        return dict.fromkeys(persons, _NATION)
    for marks in persons.values():
        joined(marks)
    for region in sorted(filter(str.isdigit, known), key=len, reverse=True):
        inside = {groups[mark] for mark in known if mark != region and mark.startswith(region)}
        if len(inside) == 1:
            joined((region, *inside))
    first = {mark: min(group) for group in groups.to_sets() for mark in group}
    only = min(first.values()) if len(set(first.values())) == 1 else _NATION
    if only and not all(persons.values()) and not joined((_NATION, only)):
        only = _NATION
    return {local: min((first[mark] for mark in marks), default=only) for local, marks in persons.items()}


def _key(mark: str, name: str) -> str:
    return f"{mark}|{name}"
