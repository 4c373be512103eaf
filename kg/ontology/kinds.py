"""Classes and relations, read from `kg.ttl` and checked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path

from kg.errors import OntologyError
from kg.ontology.triples import Triples, read
from kg.ontology.words import ONTOLOGY, lexicon


@dataclass(frozen=True, slots=True)
class EntityClass:
    """A kind of entity; `parent` is None for the main classes, `types` are all rdf:type IRIs of its members."""

    name: str
    iri: str
    label_zh: str
    label_en: str
    parent: str | None
    colour: str
    code: str
    types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A standard predicate that a relation is also written with, between members of the given classes only.

    An empty `domain` or `range` admits every class; with `inverse` the triple runs from tail to head.
    """

    predicate: str
    inverse: bool
    domain: frozenset[str]
    range: frozenset[str]


@dataclass(frozen=True, slots=True)
class RelationType:
    """A kind of relation. `domain` and `range` name main classes; symmetric relations read the same backwards.

    `predicates` hold between head and tail always (its own IRI first), `forms` where the classes fit; `head_types`
    and `statement_types` are rdf:type IRIs that a head and a statement get besides.
    """

    name: str
    iri: str
    label_zh: str
    label_en: str
    inverse_zh: str
    inverse_en: str
    domain: frozenset[str]
    range: frozenset[str]
    symmetric: bool
    predicates: tuple[str, ...]
    forms: tuple[Form, ...]
    head_types: tuple[str, ...]
    statement_types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ontology:
    """Entity classes and relations by name, the rdf:type IRIs of every class by name, and the prefixes in use.

    `levels` names the class of an administrative area by the number of digits of its code.
    """

    classes: Mapping[str, EntityClass]
    relations: Mapping[str, RelationType]
    types: Mapping[str, tuple[str, ...]]
    levels: Mapping[int, str]
    prefixes: Mapping[str, str]


@cache
def load(path: Path = ONTOLOGY / "kg.ttl") -> Ontology:
    """The classes and relations of an ontology file, checked.

    :raises OntologyError: when the file is missing, no Turtle, a term lacks something, or the word list of heads
        speaks of a class that the file does not have; it names the term.
    """
    source = read(path)
    for term, reason in source.rows((ONTOLOGY / "faults.rq").read_text(encoding="utf-8")):
        raise OntologyError(path, term, reason)
    types = source.gather("?term a owl:Class ; rdfs:subClassOf* ?value")
    classes = {one.name: one for one in _classes(source, types)}
    for name, reason in _misnamed(classes):
        file, remedy = ONTOLOGY / "lexicon" / "heads.toml", "mend the name here or add the class there"
        raise OntologyError(file, name, f"{reason} in {path.name}; {remedy}")
    return Ontology(
        classes=classes,
        relations={one.name: one for one in _relations(source, types)},
        types={source.name(iri): values for iri, values in types.items()},
        levels={int(digits): source.name(iri) for iri, digits in source.rows(_LEVELS)},
        prefixes=source.prefixes,
    )


def _misnamed(classes: Mapping[str, EntityClass]) -> Iterator[tuple[str, str]]:
    """What the word list of heads takes for a class and is none there, and why."""
    heads = lexicon("heads")
    parents = {name: one.parent or "" for name, one in classes.items()}
    sections = [section for section in heads if section[0].isupper()]  # the others hold no classes
    for section in sections:
        if parents.get(section) != "":
            yield section, "is no main class"
        for kind in heads[section]:
            if parents.get(kind) != section:
                yield kind, f"is no class below kg:{section}"
    for kind in chain(*heads["scope"].values()):
        if kind not in classes:
            yield kind, "stands under [scope] and is no class"


def _classes(source: Triples, types: Mapping[str, tuple[str, ...]]) -> Iterator[EntityClass]:
    for iri, zh, en, parent, colour, code in source.rows(_CLASSES):
        yield EntityClass(source.name(iri), iri, zh, en, source.name(parent) or None, colour, code, types[iri])


def _relations(source: Triples, types: Mapping[str, tuple[str, ...]]) -> Iterator[RelationType]:
    domain = source.gather("?term rdfs:domain/(owl:unionOf/rdf:rest*/rdf:first)? ?value FILTER(isIRI(?value))")
    reach = source.gather("?term rdfs:range/(owl:unionOf/rdf:rest*/rdf:first)? ?value FILTER(isIRI(?value))")
    above = source.gather("?term rdfs:subPropertyOf+ ?value")
    heads, statements = source.gather("?term kg:headClass ?value"), source.gather("?term kg:statementClass ?value")
    forms = dict(_forms(source))
    for iri, zh, en, inverse_zh, inverse_en, symmetric in source.rows(_RELATIONS):
        yield RelationType(
            name=source.name(iri),
            iri=iri,
            label_zh=zh,
            label_en=en,
            inverse_zh=inverse_zh,
            inverse_en=inverse_en,
            domain=source.names(domain[iri]),
            range=source.names(reach[iri]),
            symmetric=symmetric == "true",
            predicates=(iri, *above[iri]),
            forms=forms.get(iri, ()),
            head_types=tuple(each for kind in heads[iri] for each in types[kind]),
            statement_types=statements[iri],
        )


def _forms(source: Triples) -> Iterator[tuple[str, tuple[Form, ...]]]:
    domain, reach = source.gather("?term kg:from ?value"), source.gather("?term kg:to ?value")
    for relation, rows in groupby(source.rows(_FORMS), key=itemgetter(0)):
        yield (
            relation,
            tuple(
                Form(predicate, inverse == "true", source.names(domain[node]), source.names(reach[node]))
                for _, node, predicate, inverse in rows
            ),
        )


_CLASSES = """
SELECT ?class ?zh ?en ?parent ?colour ?code WHERE {
  ?class rdfs:subClassOf+ kg:Entity ; rdfs:label ?zh, ?en .
  ?class rdfs:subClassOf*/kg:colour ?colour ; rdfs:subClassOf*/kg:code ?code
  FILTER(LANG(?zh) = "zh" && LANG(?en) = "en")
  OPTIONAL { ?class rdfs:subClassOf ?parent . ?parent rdfs:subClassOf+ kg:Entity }
} ORDER BY ?class"""

_RELATIONS = """
SELECT ?relation ?zh ?en ?inverse_zh ?inverse_en ?symmetric WHERE {
  ?relation rdfs:subPropertyOf kg:related ; rdfs:label ?zh, ?en
  BIND(EXISTS { ?relation a owl:SymmetricProperty } AS ?symmetric)
  { ?relation a owl:SymmetricProperty BIND(?relation AS ?inverse) } UNION { ?inverse owl:inverseOf ?relation }
  ?inverse rdfs:label ?inverse_zh, ?inverse_en
  FILTER(LANG(?zh) = "zh" && LANG(?en) = "en" && LANG(?inverse_zh) = "zh" && LANG(?inverse_en) = "en")
} ORDER BY ?relation"""

_LEVELS = "SELECT ?class ?digits WHERE { ?class kg:codeDigits ?digits } ORDER BY ?digits"

_FORMS = """
SELECT ?relation ?form ?predicate ?inverse WHERE {
  ?relation kg:emitAs ?form . ?form kg:predicate|kg:inversePredicate ?predicate
  BIND(EXISTS { ?form kg:inversePredicate ?predicate } AS ?inverse)
} ORDER BY ?relation ?predicate"""
