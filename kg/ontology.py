"""Kinds and words are data: the ontology folder, its classes and relations (`kg.ttl`) and its word lists."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from pyoxigraph import QuerySolutions, RdfFormat, Store, parse

from kg.errors import OntologyError

_PACKED = Path(__file__).parent / "data" / "ontology"
ONTOLOGY: Path = _PACKED if _PACKED.is_dir() else Path(__file__).parent.parent / "ontology"


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
    """Entity classes and relations by name, the rdf:type IRIs of every class by name, and the prefixes in use."""

    classes: Mapping[str, EntityClass]
    relations: Mapping[str, RelationType]
    types: Mapping[str, tuple[str, ...]]
    prefixes: Mapping[str, str]


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The word list `lexicon/{name}.toml`, parsed once; treat it as read-only.

    :raises OntologyError: when the list is missing or no valid TOML.
    """
    path = ONTOLOGY / "lexicon" / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise OntologyError(path, name, "no such word list") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise OntologyError(path, name, f"not valid TOML: {error}") from error


def any_of(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first.

    >>> any_of(["局", "商务局"])
    '商务局|局'
    """
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def load(path: Path = ONTOLOGY / "kg.ttl") -> Ontology:
    """The classes and relations of an ontology file, checked.

    :raises OntologyError: when the file is missing, no Turtle, or a term lacks something; it names the term.
    """
    source = _Source(path)
    for term, reason in source.rows((ONTOLOGY / "faults.rq").read_text(encoding="utf-8")):
        raise OntologyError(path, term, reason)
    types = source.gather("?term a owl:Class ; rdfs:subClassOf* ?value")
    return Ontology(
        classes={one.name: one for one in _classes(source, types)},
        relations={one.name: one for one in _relations(source, types)},
        types={source.name(iri): values for iri, values in types.items()},
        prefixes=source.prefixes,
    )


def _classes(source: "_Source", types: Mapping[str, tuple[str, ...]]) -> Iterator[EntityClass]:
    for iri, zh, en, parent, colour, code in source.rows(_CLASSES):
        yield EntityClass(source.name(iri), iri, zh, en, source.name(parent) or None, colour, code, types[iri])


def _relations(source: "_Source", types: Mapping[str, tuple[str, ...]]) -> Iterator[RelationType]:
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


def _forms(source: "_Source") -> Iterator[tuple[str, tuple[Form, ...]]]:
    domain, reach = source.gather("?term kg:from ?value"), source.gather("?term kg:to ?value")
    for relation, rows in groupby(source.rows(_FORMS), key=itemgetter(0)):
        yield (
            relation,
            tuple(
                Form(predicate, inverse == "true", source.names(domain[node]), source.names(reach[node]))
                for _, node, predicate, inverse in rows
            ),
        )


class _Source:
    """An ontology file, asked in SPARQL; terms come back as IRIs, blank nodes as their label, literals as text."""

    def __init__(self, path: Path) -> None:
        self._store = Store()
        try:
            parser = parse(path=str(path), format=RdfFormat.TURTLE)
            self._store.extend(parser)
        except (OSError, SyntaxError) as error:
            raise OntologyError(path, "the whole file", str(error)) from error
        self.prefixes = dict(sorted(parser.prefixes.items()))
        if missing := {"kg", "owl", "rdf", "rdfs"} - self.prefixes.keys():
            raise OntologyError(path, "@prefix", f"does not declare {', '.join(sorted(missing))}")

    def rows(self, query: str) -> Iterator[tuple[str, ...]]:
        answer = self._store.query(query, prefixes=self.prefixes)
        assert isinstance(answer, QuerySolutions)  # noqa: S101 - only SELECT is asked here; this tells mypy
        for row in answer:
            yield tuple(value.value if value else "" for value in row)

    def gather(self, pattern: str) -> Mapping[str, tuple[str, ...]]:
        """The sorted values of each term of a pattern; () for terms without."""
        found = defaultdict[str, tuple[str, ...]](tuple)
        for term, value in self.rows(f"SELECT DISTINCT ?term ?value {{ {pattern} }} ORDER BY ?term ?value"):
            found[term] += (value,)
        return found

    def name(self, iri: str) -> str:
        return iri.removeprefix(self.prefixes["kg"])

    def names(self, iris: tuple[str, ...]) -> frozenset[str]:
        return frozenset(map(self.name, iris))


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
  ?relation ?inverse ?inverse_zh, ?inverse_en
  FILTER(?inverse = IF(?symmetric, rdfs:label, kg:inverseLabel))
  FILTER(LANG(?zh) = "zh" && LANG(?en) = "en" && LANG(?inverse_zh) = "zh" && LANG(?inverse_en) = "en")
} ORDER BY ?relation"""

_FORMS = """
SELECT ?relation ?form ?predicate ?inverse WHERE {
  ?relation kg:emitAs ?form . ?form kg:predicate|kg:inversePredicate ?predicate
  BIND(EXISTS { ?form kg:inversePredicate ?predicate } AS ?inverse)
} ORDER BY ?relation ?predicate"""
