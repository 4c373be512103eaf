"""Large graphs for measuring: invented, the same for the same seed, with the proportions of graphs of real pages."""

from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import islice
from random import Random

from kg.graph import KnowledgeGraph
from kg.model import Article, Document, Entity, Evidence, Relation
from kg.ontology import load

_CLASSES = ("Organization", "Organization", "Place", "Programme", "Person")
_PREFIXES = {"Organization": "org", "Place": "place", "Programme": "prg", "Person": "per"}
_ENDS = {"Organization": "局", "Place": "街", "Programme": "行动", "Person": ""}
_SYLLABLES = "东南西北中海江河湖山石林桥塔园平安和顺兴隆光明文华建新长春"
_TITLES = ("局长", "副局长", "党组书记、局长", "主任")
_SENTENCES_A_PAGE, _FILLING = 100, "，进一步推动各项重点工作落地见效" * 5

_Fact = tuple[str, Entity, Entity, str | None]


def synthetic(entities: int, relations: int, seed: int = 0) -> KnowledgeGraph:
    """A graph of so many entities with distinct names and so many relations, all different.

    A few entities have most of the relations. Every quote is what its document has at its offsets.
    """
    members = [_entity(number) for number in range(entities)]
    facts = _facts(members, relations, Random(seed))  # noqa: S311 - nothing here is secret
    pages = [_page(f"{number:06d}.txt", stated) for number, stated in enumerate(_batched(facts))]
    stated = [relation for _, found in pages for relation in found]
    documents = tuple(document for document, _ in pages)
    return KnowledgeGraph(
        documents=documents,
        entities=tuple(sorted(members, key=lambda one: one.id)),
        relations=tuple(sorted(stated, key=lambda one: (one.type, one.head, one.tail, one.title or ""))),
        mentions=Counter([one.id for one in members] + [end for one in stated for end in (one.head, one.tail)]),
        articles={each.name: (Article(0, len(each.text), f"报道{each.name}"),) for each in documents},
    )


def _entity(number: int) -> Entity:
    kind = _CLASSES[number % len(_CLASSES)]
    name = _name(number) + _ENDS[kind]
    return Entity(f"{_PREFIXES[kind]}-{number:012x}", kind, name, f"{kind}|{name}")


def _name(number: int) -> str:
    """At least three syllables, others for every number."""
    rest, last = divmod(number, len(_SYLLABLES))
    return (_name(rest) if rest >= len(_SYLLABLES) else _SYLLABLES[0] + _SYLLABLES[rest]) + _SYLLABLES[last]


def _facts(members: Sequence[Entity], count: int, random: Random) -> Iterator[_Fact]:
    kinds = list(load().relations.values())
    of = {kind: [one for one in members if one.type == kind] for kind in _PREFIXES}
    made = set[tuple[str, str, str]]()
    while len(made) < count:
        kind = random.choice(kinds)
        head, tail = (_some(of[random.choice(sorted(ends))], random) for ends in (kind.domain, kind.range))
        if kind.symmetric and head.id > tail.id:
            head, tail = tail, head
        if head != tail and (kind.name, head.id, tail.id) not in made:
            made.add((kind.name, head.id, tail.id))
            yield kind.name, head, tail, random.choice(_TITLES) if kind.statement_types else None


def _some(members: Sequence[Entity], random: Random) -> Entity:
    """Any of them, the first ones far more often."""
    return members[int(len(members) * random.random() ** 3)]


def _batched(facts: Iterator[_Fact]) -> Iterator[list[_Fact]]:
    while batch := list(islice(facts, _SENTENCES_A_PAGE)):
        yield batch


def _page(name: str, facts: Sequence[_Fact]) -> tuple[Document, list[Relation]]:
    text, relations = "", []
    for kind, head, tail, title in facts:
        sentence = f"{head.name}{title or ''}与{tail.name}{_FILLING}。"
        found = Evidence(name, len(text), len(text) + len(sentence), sentence, "pair-model", 0.5 + len(text) % 50 / 100)
        relations.append(Relation(kind, head.id, tail.id, (found,), title))
        text += sentence
    return Document(name, text, sha256(text.encode()).hexdigest()), relations
