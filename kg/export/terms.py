"""RDF terms as N-Triples writes them, and the local names of nodes that have no id of their own."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from hashlib import blake2b

from pyoxigraph import Literal, NamedNode

from kg.ontology import load

# Subject, predicate and object; nodes and literals as N-Triples writes them, vocabulary terms by prefixed name.
Fact = tuple[str, str, str]

_XSD = "http://www.w3.org/2001/XMLSchema#"
_FINEST = Decimal("0.0001")


def line(fact: Fact) -> bytes:
    """A fact as a line of N-Triples."""
    subject, predicate, value = fact
    if predicate[0] != "<":
        predicate = term(predicate)
    if value[0] not in '<"':
        value = term(value)
    return f"{subject} {predicate} {value} .\n".encode()


def types(node: str, name: str) -> Iterator[Fact]:
    """All classes of a member of a class of `kg.ttl`."""
    for iri in load().types[name]:
        yield node, "rdf:type", f"<{iri}>"


def names(node: str, name: str) -> Iterator[Fact]:
    """The one name of a node, as thesauri and as generic tools look for it."""
    for predicate in ("skos:prefLabel", "rdfs:label"):
        yield node, predicate, chinese(name)


@cache
def term(name: str) -> str:
    """A vocabulary term by its prefixed name, such as `org:Post`; the prefixes are those of `kg.ttl`."""
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
