"""RDF in a store, asked in SPARQL for plain texts."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from pyoxigraph import QuerySolutions, RdfFormat, Store, parse

from kg.errors import OntologyError


class Triples:
    """The triples of a store; IRIs come back as they are, blank nodes as their label, literals as text."""

    def __init__(self, store: Store, prefixes: Mapping[str, str]) -> None:
        self._store = store
        self.prefixes = dict(sorted(prefixes.items()))

    def rows(self, query: str) -> Iterator[tuple[str, ...]]:
        """The rows of a SELECT, "" for what is unbound."""
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
        """The local name of a term of our vocabulary."""
        return iri.removeprefix(self.prefixes["kg"])

    def names(self, iris: tuple[str, ...]) -> frozenset[str]:
        """The local names of several."""
        return frozenset(map(self.name, iris))


def read(path: Path) -> Triples:
    """An ontology file.

    :raises OntologyError: when it is missing, no Turtle, or does not declare the prefixes that questions use.
    """
    store = Store()
    try:
        parser = parse(path=str(path), format=RdfFormat.TURTLE)
        store.extend(parser)
    except (OSError, SyntaxError) as error:
        raise OntologyError(path, "the whole file", str(error)) from error
    if missing := {"kg", "owl", "rdf", "rdfs"} - parser.prefixes.keys():
        raise OntologyError(path, "@prefix", f"does not declare {', '.join(sorted(missing))}")
    return Triples(store, parser.prefixes)
