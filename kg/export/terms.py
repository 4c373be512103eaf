"""RDF terms as N-Triples writes them, and the local names of nodes that have no id of their own."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from hashlib import blake2b

from pyoxigraph import Literal, NamedNode

from kg.ontology import load

# Subject, predicate and object; nodes and literals as N-Triples writes them, vocabulary terms by prefixed name.
# With the predicate `a` the object is the name of a class of `kg.ttl`, and all classes above it are meant too.
Fact = tuple[str, str, str]

_XSD = "http://www.w3.org/2001/XMLSchema#"
_FINEST = Decimal("0.0001")


def said(predicate: str, value: str) -> str:
    """What a fact says of its subject, as N-Triples writes it."""
    return f"{term(predicate)} {value}" if value[0] in '<"' else f"{term(predicate)} {term(value)}"


@cache
def types(name: str) -> frozenset[str]:
    """What is said of every member of a class of `kg.ttl`: all its classes."""
    return frozenset(said("rdf:type", f"<{iri}>") for iri in load().types[name])


def names(node: str, name: str) -> Iterator[Fact]:
    """The one name of a node, as thesauri and as generic tools look for it."""
    label = chinese(name)
    yield node, "skos:prefLabel", label
    yield node, "rdfs:label", label


@cache
def term(name: str) -> str:
    """A vocabulary term by its prefixed name, such as `org:Post`, with the prefixes of `kg.ttl`; an IRI as it is."""
    if name[0] == "<":
        return name
    prefix, _, local = name.partition(":")
    return f"<{load().prefixes[prefix]}{local}>"


def thing(local: str) -> str:
    """A node of the graph by its local name; the empty name stands for the graph itself."""
    return f"{term('id:')[:-1]}{local}>"


def digest(length: int, *parts: str) -> str:
    """Hexadecimal digits that stand for some texts, in this order."""
    return blake2b("\x1f".join(parts).encode(), digest_size=length // 2).hexdigest()


def chinese(text: str) -> str:
    """A text tagged @zh, the one tag used everywhere: another tag would be another literal."""
    return str(Literal(text, language="zh"))


def plain(text: str) -> str:
    """A string without a language, for codes, file names and exact quotes."""
    return str(Literal(text))


def integer(number: int) -> str:
    """An xsd:integer."""
    return f'"{number}"^^<{_XSD}integer>'


def day(date: str) -> str:
    """An xsd:date of an ISO date."""
    return f'"{date}"^^<{_XSD}date>'


@cache
def decimal(number: float) -> str:
    """An xsd:decimal of at most four places in canonical form; a float would be written differently by each engine."""
    canonical = Decimal(number).quantize(_FINEST).normalize()
    return str(Literal(f"{canonical:f}", datatype=NamedNode(f"{_XSD}decimal")))
