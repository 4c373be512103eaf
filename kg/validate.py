"""Whether a graph keeps its contract, `ontology/shapes.ttl`: SHACL through pySHACL."""

from dataclasses import dataclass
from pathlib import Path

from kg import store
from kg.errors import KgError
from kg.ontology import ONTOLOGY


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the graph conforms, and pySHACL's report as text."""

    conforms: bool
    report: str


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
    store.load(source)  # refuses what is no graph, with the place in the file
    data = rdflib.Graph().parse(store.path_of(source), format="turtle")
    conforms, _, report = pyshacl.validate(data, shacl_graph=rdflib.Graph().parse(ONTOLOGY / "shapes.ttl"))
    return Verdict(conforms, report)
