"""`make docs`: writes ontology.html, what `ontology/kg.ttl` says as a page for people, in Chinese and English."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pyoxigraph import RdfFormat, parse
from rdflib import OWL, RDF, RDFS, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from kg.ontology import ONTOLOGY, load
from kg.store import short

SOURCE = ONTOLOGY / "kg.ttl"
PAGE = Path(__file__).parent / "ontology.html"
KG = load().prefixes["kg"]

# What is said of a term, in this order; ^ reads a property backwards.
FACTS = (
    ("rdfs:subClassOf", "上位类", "is a"),
    ("^rdfs:subClassOf", "下位类", "kinds"),
    ("kg:codeDigits", "代码位数", "digits of code"),
    ("rdfs:domain", "从", "from"),
    ("rdfs:range", "到", "to"),
    ("^owl:inverseOf", "反过来读", "read backwards"),
    ("rdfs:subPropertyOf", "上位属性", "is a kind of"),
    ("kg:emitAs", "同时写作", "also written as"),
    ("kg:headClass", "主体另属", "its subject is also"),
    ("kg:statementClass", "陈述另属", "its statement is also"),
    ("owl:equivalentProperty", "等同于", "same as"),
    ("skos:closeMatch", "相近", "close to"),
    ("skos:broadMatch", "较宽的近义", "broader term"),
    ("skos:narrowMatch", "较窄的近义", "narrower terms"),
    ("skos:relatedMatch", "相关", "related to"),
)

Value = list[tuple[str, str]]  # pieces of text, each with where it leads; empty where nowhere


@dataclass(frozen=True, slots=True)
class Term:
    """A class or property as the page shows it; each fact, by its English words, has its Chinese words and values."""

    name: str
    label: dict[str, str]
    comment: dict[str, str]
    colour: str
    depth: int
    facts: dict[str, tuple[str, list[Value]]]


def page() -> str:
    """The page for `kg.ttl` as it is."""
    file = Graph().parse(SOURCE)
    classes = [each for main in _below(file, RDFS.subClassOf, "Entity") for each in _tree(file, main)]
    relations = _below(file, RDFS.subPropertyOf, "related")
    told = {*classes, *relations}
    others = [name for name in _names() if name not in told and (_iri(name), RDFS.comment, None) in file]
    environment = Environment(
        loader=FileSystemLoader(PAGE.parent), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    about = next(file.subjects(RDF.type, OWL.Ontology))
    return environment.get_template("ontology.html.jinja").render(
        namespace=KG,
        about={short(str(key)): _texts(file, about, key) for key in file.predicates(about)},
        **{
            kind: [_term(file, name) for name in names]
            for kind, names in (("classes", classes), ("relations", relations), ("others", others))
        },
    )


def _names() -> list[str]:
    """The local names of all terms in the order of the file, which rdflib does not keep."""
    subjects = (quad.subject.value for quad in parse(path=str(SOURCE), format=RdfFormat.TURTLE))
    return [iri.removeprefix(KG) for iri in dict.fromkeys(subjects) if iri.startswith(KG)]


def _iri(name: str) -> URIRef:
    return URIRef(KG + name)


def _below(file: Graph, predicate: URIRef, above: str) -> list[str]:
    return [name for name in _names() if (_iri(name), predicate, _iri(above)) in file]


def _tree(file: Graph, name: str) -> Iterator[str]:
    yield name
    for below in _below(file, RDFS.subClassOf, name):
        yield from _tree(file, below)


def _term(file: Graph, name: str) -> Term:
    node, known = _iri(name), load().classes.get(name)
    above = [each for each in file.transitive_objects(node, RDFS.subClassOf) if str(each).startswith(KG)]
    labels, comments = _texts(file, node, RDFS.label), _texts(file, node, RDFS.comment)
    return Term(name, labels, comments, known.colour if known else "", len(above) - 2, dict(_facts(file, node)))


def _texts(file: Graph, node: Node, predicate: Node) -> dict[str, str]:
    """The values of a property by language; the empty language for those without."""
    return {getattr(text, "language", None) or "": str(text) for text in file.objects(node, predicate)}


def _facts(file: Graph, node: Node) -> Iterator[tuple[str, tuple[str, list[Value]]]]:
    for path, chinese, english in FACTS:
        predicate = file.namespace_manager.expand_curie(path.removeprefix("^"))
        found = [*(file.subjects(predicate, node) if path[0] == "^" else file.objects(node, predicate))]
        if path == "^owl:inverseOf" and (node, RDF.type, OWL.SymmetricProperty) in file:
            found = [node]
        if values := sorted(value for each in found for value in _values(file, each)):
            yield english, (chinese, values)


def _values(file: Graph, node: Node) -> Iterator[Value]:
    """What stands for a node: itself, the members of a union, or a form with the classes it is for."""
    if not isinstance(node, BNode):
        yield [(str(node), "")] if isinstance(node, Literal) else [_link(file, node)]
    elif members := file.value(node, OWL.unionOf):
        yield from ([_link(file, member)] for member in Collection(file, members))
    else:
        leads = {"predicate": "", "inversePredicate": "反向 inverse ", "from": " 从 from ", "to": " 到 to "}
        yield [
            piece
            for name, lead in leads.items()
            for number, each in enumerate(sorted(map(str, file.objects(node, _iri(name)))))
            for piece in (("、" if number else lead, ""), _link(file, URIRef(each)))
        ]


def _link(file: Graph, node: Node) -> tuple[str, str]:
    """A term of ours by its label and name, another by its prefixed name, and where it leads."""
    if not str(node).startswith(KG):
        return short(str(node)), str(node)
    name, label = str(node).removeprefix(KG), _texts(file, node, RDFS.label)["zh"]
    return f"{label} {name}", "" if (node, OWL.inverseOf, None) in file else f"#{name}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
