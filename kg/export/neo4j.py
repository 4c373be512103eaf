"""Two tables for Neo4j and other property graphs: `nodes.csv` and `relations.csv`.

Their headers are those that `neo4j-admin` reads, with `;` between the values of a list and between labels:

    neo4j-admin database import full --nodes=nodes.csv --relationships=relations.csv

Into a database that runs (Neo4j 5.26 or later), with both files in its folder `import`:

    LOAD CSV WITH HEADERS FROM 'file:///nodes.csv' AS row
    CREATE (node:$(split(row.`:LABEL`, ';')) {id: row.`id:ID`, name: row.name})
    SET node.aliases = split(row.`aliases:string[]`, ';'), node.mentions = toInteger(row.`mentions:int`);

    CREATE CONSTRAINT FOR (node:Entity) REQUIRE node.id IS UNIQUE;

    LOAD CSV WITH HEADERS FROM 'file:///relations.csv' AS row
    MATCH (head:Entity {id: row.`:START_ID`})
    MATCH (tail:Entity {id: row.`:END_ID`})
    CREATE (head)-[link:$(row.`:TYPE`) {title: row.title, sentence: row.sentence}]->(tail)
    SET link.confidence = toFloat(row.`confidence:double`), link.document = row.document;

Texts stand on one line. So that neither a spreadsheet nor Neo4j takes a mark of a text for one of its own, `\\` and, in
lists, `;` are written full-width, and so is `=`, `+`, `-` or `@` where a text begins with it: a formula is never run.
"""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.export.plain import no_formula, one_line
from kg.graph import KnowledgeGraph
from kg.model import Entity, Relation

_NODES = ("id:ID", "name", "aliases:string[]", "misprints:string[]", "code", "mentions:int", ":LABEL")
_RELATIONS = (
    *(":START_ID", ":END_ID", ":TYPE", "title", "confidence:double", "passages:int", "first:date", "last:date"),
    *("document", "start:int", "end:int", "sentence"),
)
_FULL_WIDTH = str.maketrans("\\", "＼")

_Cell = str | int | float | None


def write_nodes(graph: KnowledgeGraph, path: Path) -> None:
    """Write every entity with its classes as labels."""
    _write(path, _NODES, (_node(entity, graph.mentions[entity.id]) for entity in graph.entities))


def write_relations(graph: KnowledgeGraph, path: Path) -> None:
    """Write every relation with the sentence that states it best; posts by title."""
    _write(path, _RELATIONS, (_relation(one, graph) for one in graph.relations))


def _write(path: Path, header: Iterable[str], rows: Iterable[Iterable[_Cell]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(header)
        table.writerows(rows)


def _node(entity: Entity, mentions: int) -> Iterator[_Cell]:
    yield entity.id
    yield _text(entity.name)
    yield _list(entity.aliases)
    yield _list(entity.misprints)
    yield entity.code
    yield mentions
    yield ";".join(filter(None, ("Entity", entity.type, entity.subtype)))


def _relation(relation: Relation, graph: KnowledgeGraph) -> Iterator[_Cell]:
    best = relation.best
    dates = sorted(date for one in relation.evidence if (date := graph.date(one)))
    yield from (relation.head, relation.tail, relation.type, _text(relation.title or ""))
    yield from (round(relation.confidence, 4), len(relation.evidence), dates[0] if dates else None)
    yield from (dates[-1] if dates else None, _text(best.document), best.start, best.end, _text(best.quote))


def _list(texts: Iterable[str]) -> str:
    return ";".join(_text(text).replace(";", "；") for text in texts)


def _text(text: str) -> str:
    return no_formula(one_line(text).translate(_FULL_WIDTH))
