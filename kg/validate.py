"""Whether a graph keeps its contract, `ontology/shapes.ttl`: SHACL through pySHACL, told in plain words."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, RdfFormat

from kg import ontology, store
from kg.errors import KgError

if TYPE_CHECKING:  # the extra `shacl` may be missing, and rdflib takes long to load
    from rdflib import Graph
    from rdflib.term import Node

_NAMES = (("skos", "prefLabel"), ("rdfs", "label"), ("oa", "exact"), ("dcterms", "source"))


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """A node that breaks a shape, the value it breaks it with if there is one, and the shape's words in zh and en.

    Nodes stand with their names: `id:place-12 天津市`.
    """

    node: str
    shape: str
    value: str
    messages: tuple[str, ...]

    def __str__(self) -> str:
        found = f" ({self.value})" if self.value else ""
        return "\n".join([f"{self.node}{found}", *(f"  {message}" for message in self.messages)])


@dataclass(frozen=True, slots=True)
class Verdict:
    """What breaks the contract, sorted by node."""

    violations: tuple[Violation, ...]

    @property
    def conforms(self) -> bool:
        """Whether nothing does."""
        return not self.violations

    @property
    def report(self) -> str:
        """All of it as text, with the number of faults at the end."""
        count = len(self.violations)
        total = f"不符合：{count} 处 · does not conform: {count} found" if count else "符合 · conforms"
        return "\n".join([*map(str, self.violations), total])


def validate(source: Path) -> Verdict:
    """Check `graph.ttl` in a folder, or a Turtle file.

    :raises SourceError: when there is no such graph, or it is no Turtle.
    :raises KgError: when the extra `shacl` is not installed.
    """
    try:
        import pyshacl
        import rdflib
    except ModuleNotFoundError as error:
        raise KgError("kg validate needs pySHACL; install it with `pip install 'district-kg[shacl]'`") from error
    triples = store.load(source).dump(format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph())
    data = rdflib.Graph().parse(data=triples or b"", format="nt")
    shapes = rdflib.Graph().parse(ontology.ONTOLOGY / "shapes.ttl")
    _, results, _ = pyshacl.validate(data, shacl_graph=shapes)
    assert isinstance(results, rdflib.Graph)  # noqa: S101 - bytes only for a graph that could not be read
    return Verdict(tuple(sorted(set(_violations(results, shapes, data)))))


def _violations(results: "Graph", shapes: "Graph", data: "Graph") -> Iterator[Violation]:
    from rdflib import SH

    for result in results.subjects(SH.focusNode):
        node, value, broken = (results.value(result, part) for part in (SH.focusNode, SH.value, SH.sourceShape))
        shape = shapes.value(predicate=SH.property, object=broken) or broken  # of a property, the shape that has it
        told = "" if value in (None, node) else _told(data, value)
        words = sorted(results.objects(result, SH.resultMessage), key=_language, reverse=True)
        yield Violation(_told(data, node), store.short(str(shape)), told, tuple(map(str, words)))


def _language(text: "Node") -> str:
    return getattr(text, "language", "")


def _told(data: "Graph", node: "Node | None") -> str:
    """A node and what it is called, or a literal."""
    return f"{store.in_line(store.short(str(node)))} {_name(data, node)}".rstrip()


def _name(data: "Graph", node: "Node | None") -> str:
    """What a node is called; a statement by what it says."""
    from rdflib import RDF

    ends = [data.value(node, part) for part in (RDF.subject, RDF.predicate, RDF.object)]
    said = " ".join(_label(data, end) or store.short(str(end)) for end in ends if end)
    return store.in_line(said or _label(data, node))


def _label(data: "Graph", node: "Node | None") -> str:
    from rdflib import URIRef

    prefixes = ontology.load().prefixes
    names = (data.value(node, URIRef(prefixes[prefix] + name)) for prefix, name in _NAMES)
    return next((str(name) for name in names if name), "")
