"""What a graph says of itself as a whole: title and licence, the program and models that made it, and counts."""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

from pyoxigraph import RdfFormat, parse

from kg.errors import OntologyError
from kg.export.terms import Fact, day, digest, integer, plain, term, thing
from kg.graph import KnowledgeGraph
from kg.ontology import ONTOLOGY

_DESCRIPTION = ONTOLOGY / "dataset.ttl"
_MODELS = Path(__file__).parents[1] / "models"
_PROGRAM = "district-kg"


def dataset(graph: KnowledgeGraph) -> Iterator[Fact]:
    """The description in `dataset.ttl`, who made the graph, and the dates that are known."""
    yield from _description()
    yield thing(""), "void:entities", integer(len(graph.entities))
    yield thing(""), "prov:wasGeneratedBy", run()
    yield from _made()
    if graph.issued:
        yield thing(""), "dcterms:issued", day(graph.issued)
    if dates := [document.source.date for document in graph.documents if document.source.date]:
        yield from _period(min(dates), max(dates))


def counts(subjects: Collection[Collection[str]]) -> Iterator[Fact]:
    """How many triples, classes and members of each class of `kg.ttl` a graph has, these counts included.

    `subjects` has for each subject all else that is said of it (see `kg.export.terms.said`), each once.
    """
    mark = f"{term('rdf:type')} "
    named = Counter(each for facts in subjects for each in facts if each.startswith(mark))
    members = {each.removeprefix(mark): count for each, count in named.items()}
    own = {iri: iri.removeprefix(term("kg:")[:-1])[:-1] for iri in members if iri.startswith(term("kg:")[:-1])}
    yield thing(""), "void:classes", integer(len(members))
    for iri, name in own.items():
        part = thing(f"class-{name.lower()}")
        yield thing(""), "void:classPartition", part
        yield part, "void:class", iri
        yield part, "void:entities", integer(members[iri])
    yield thing(""), "void:triples", integer(sum(map(len, subjects)) + 3 * len(own) + 2)


@cache
def run() -> str:
    """The node of the run that read the documents: the same for the same program and models."""
    return thing(f"run-{digest(12, _release(), *_models().values())}")


@cache
def _description() -> tuple[Fact, ...]:
    try:
        found = list(parse(path=str(_DESCRIPTION), format=RdfFormat.TURTLE))
    except (OSError, SyntaxError) as error:
        raise OntologyError(_DESCRIPTION, "the whole file", str(error)) from error
    return tuple((str(each.subject), str(each.predicate), str(each.object)) for each in found)


def _made() -> Iterator[Fact]:
    yield run(), "rdf:type", "prov:Activity"
    program = thing(f"program-{digest(12, _release())}")
    yield run(), "prov:wasAssociatedWith", program
    yield program, "rdf:type", "prov:SoftwareAgent"
    yield program, "rdf:type", "schema:SoftwareApplication"
    yield program, "rdfs:label", plain(_PROGRAM)
    yield program, "schema:softwareVersion", plain(version(_PROGRAM))
    for name, checksum in _models().items():
        node = thing(f"model-{checksum[:12]}")
        yield run(), "prov:used", node
        yield node, "rdf:type", "prov:Entity"
        yield node, "rdfs:label", plain(name)
        yield node, "dcterms:identifier", plain(f"sha256:{checksum}")


def _release() -> str:
    return f"{_PROGRAM} {version(_PROGRAM)}"


@cache
def _models() -> dict[str, str]:
    """The SHA-256 of every file in the folder of models by its name."""
    files = sorted(path for path in _MODELS.iterdir() if path.suffix != ".md")
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def _period(first: str, last: str) -> Iterator[Fact]:
    node = thing(f"period-{digest(12, first, last)}")
    yield thing(""), "dcterms:temporal", node
    yield node, "rdf:type", "dcterms:PeriodOfTime"
    yield node, "dcat:startDate", day(first)
    yield node, "dcat:endDate", day(last)
