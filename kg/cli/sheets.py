"""What a person sees of a doubt: two entities side by side, or a relation, with the sentences of the pages."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from rich.table import Column, Table
from rich.text import Text

from kg.export.plain import one_line
from kg.graph import KnowledgeGraph
from kg.model import Entity, Evidence, Relation
from kg.ontology import load
from kg.resolve.doubts import Doubt, PairDoubt, RelationDoubt

_SENTENCES = 3
_FORMS = 6


class Sheets:
    """Tables about the entities and relations of a graph."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self._graph = graph
        self._relations: dict[str, list[Relation]] = defaultdict(list)
        for relation in graph.relations:
            for end in {relation.head, relation.tail}:
                self._relations[end].append(relation)

    def sheet(self, doubt: Doubt) -> Table:
        """The table of a doubt under its reason."""
        return self._pair(doubt) if isinstance(doubt, PairDoubt) else self._relation(doubt)

    def _pair(self, doubt: PairDoubt) -> Table:
        table = _table(doubt.reason, "", _clean(doubt.left.name), _clean(doubt.right.name))
        for (head, left), (_, right) in zip(self._facts(doubt.left), self._facts(doubt.right), strict=True):
            table.add_row(head, left, right)
        return table

    def _facts(self, entity: Entity) -> Iterator[tuple[str, Text]]:
        kind = load().classes[entity.subtype or entity.type]
        relations = self._relations[entity.id]
        seen = {evidence for relation in relations for evidence in relation.evidence}
        forms = (entity.name, *entity.aliases, *entity.misprints)
        # Sentences that print the name say more than those that leave their subject out.
        ranked = sorted(seen, key=lambda evidence: (not any(form in evidence.quote for form in forms), evidence))
        yield "class", Text(f"{kind.label_zh} {kind.label_en}")
        yield "also called", Text("、".join(map(_clean, forms[1:][:_FORMS])))
        yield "mentions, relations", Text(f"{self._graph.mentions[entity.id]}, {len(relations)}")
        if entity.type == "Person":
            yield "posts", Text("、".join(self._posts(relations)))
        yield "sentences", self._quoted(ranked, forms) if ranked else Text("none in the graph: it has no relations")

    def _posts(self, relations: Iterable[Relation]) -> list[str]:
        bodies = self._graph.by_id
        return sorted({_clean(f"{bodies[one.tail].name}{one.title}") for one in relations if one.title})

    def _relation(self, doubt: RelationDoubt) -> Table:
        kind, relation = load().relations[doubt.relation.type], doubt.relation
        ranked = sorted(relation.evidence, key=lambda evidence: (-evidence.confidence, evidence))
        table = _table(doubt.reason, "", " — ".join((_clean(doubt.head.name), kind.label_zh, _clean(doubt.tail.name))))
        table.add_row("relation", Text(f"{kind.label_en} {_clean(relation.title or '')}"))
        forms = [form for end in (doubt.head, doubt.tail) for form in (end.name, *end.aliases)]
        table.add_row("sentences", self._quoted(ranked, forms))
        if elsewhere := {_clean(passage.quote) for passage in ranked[0].context}:
            table.add_row("named before", Text("、".join(sorted(elsewhere))))
        return table

    def _quoted(self, evidence: Sequence[Evidence], forms: Iterable[str]) -> Text:
        """The first sentences, each once, with where they stand, a blank line between them; the forms stand out."""
        first: dict[str, Evidence] = {}
        for each in evidence:  # rules that read the same sentence stand apart
            first.setdefault(_clean(each.quote), each)
        sentences = islice(first.items(), _SENTENCES)
        text = Text("\n\n".join(f"{quote}\n— {self._place(each)}" for quote, each in sentences))
        text.highlight_words([_clean(form) for form in forms if _clean(form)], "bold cyan")
        return text

    def _place(self, evidence: Evidence) -> str:
        article = self._graph.article(evidence)
        return _clean(evidence.document) + (f" {_clean(article.title)}" if article else "")


def _table(reason: str, *heads: str) -> Table:
    columns = (Column(Text(head), overflow="fold") for head in heads)
    return Table(*columns, title=Text(_printable(reason)), title_justify="left", show_lines=True)


def _clean(text: str) -> str:
    return _printable(one_line(text))


def _printable(text: str) -> str:
    """The text without line breaks and whatever else could steer a terminal."""
    return "".join(each for each in text if each.isprintable())
