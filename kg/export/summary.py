"""`summary.md`: what the graph holds, for people who open only one file."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kg.export.plain import legal
from kg.graph import KnowledgeGraph
from kg.model import Relation
from kg.ontology import Ontology, load

_TOP = 20
_POSTS = 100
_SURE, _FAIR = 0.9, 0.7
_MARKUP = re.compile(r"([\\`*_\[\]<>|~&])")
_NEXT = """\
- `explorer.html`:浏览全部实体、关系、路径与原文 (everything, with search, paths and the texts)
- `graph.html`:最重要实体的一页总览 (one-page overview)
- `graph.gexf`:用 Gephi 打开;`graph.graphml`:用 NetworkX、igraph、yEd 打开
- `graph.ttl`:全部实体、关系与出处,用 `kg query` 或任何 SPARQL 工具查询 (everything, with evidence)
- `mentions.jsonl`:每份文件中逐处标出的名称 (every mention with its offsets)
"""
_LEFT_OUT = (
    "另有 {0:,} 条关系可信度不够,未收入图谱;各文件读出的关系都在 `mentions.jsonl` 中 "
    "({0:,} less sure relations were left out).\n"
)


def write(graph: KnowledgeGraph, skipped: Sequence[str], path: Path, *, unsure: int = 0) -> None:
    """Write the summary as Markdown.

    `skipped` says of each file left out which it is and why, `unsure` how many relations were left out as not sure.
    """
    path.write_text("\n".join(_lines(graph, skipped, unsure, load())), encoding="utf-8", newline="\n")


def _lines(graph: KnowledgeGraph, skipped: Sequence[str], unsure: int, ontology: Ontology) -> Iterator[str]:
    yield "# 知识图谱摘要 · Knowledge graph summary\n"
    yield _totals(graph)
    yield "## 实体 · Entities\n"
    yield _table(("类别", "Class", "实体", "提及", "其中"), _classes(graph, ontology))
    yield "## 关系 · Relations\n"
    yield _table(("关系", "Relation", "条数", "出处", "可信度≥90%", "70–90%", "<70%"), _kinds(graph, ontology))
    if unsure:
        yield _LEFT_OUT.format(unsure)
    yield "## 联系最多的实体 · Most connected entities\n"
    yield _table(("", "实体", "类别", "关系", "提及"), _connected(graph, ontology))
    yield "## 任职 · Officials and posts\n"
    yield from _posts(graph)
    yield "## 未能读取的文件 · Skipped files\n"
    yield _list(skipped)
    yield "## 检查发现的问题 · Faults that the checks found\n"
    yield _list(graph.findings)
    yield "## 接下来看什么 · What to open next\n"
    yield _NEXT


def _list(items: Sequence[str]) -> str:
    return "\n".join(f"- {_text(item)}" for item in items) + "\n" if items else "无 (none)\n"


def _totals(graph: KnowledgeGraph) -> str:
    articles = sum(map(len, graph.titles.values()))
    evidence = sum(len(relation.evidence) for relation in graph.relations)
    return (
        f"{len(graph.documents):,} 份文件,{articles:,} 篇报道,{len(graph.entities):,} 个实体"
        f"(共提及 {sum(graph.mentions.values()):,} 次),{len(graph.relations):,} 条关系,{evidence:,} 处原文依据。\n"
    )


def _classes(graph: KnowledgeGraph, ontology: Ontology) -> Iterator[tuple[object, ...]]:
    for name, count in _by_count(Counter(entity.type for entity in graph.entities)):
        members = [entity for entity in graph.entities if entity.type == name]
        subtypes = Counter(ontology.classes[entity.subtype].label_zh for entity in members if entity.subtype)
        detail = "、".join(f"{label} {number}" for label, number in _by_count(subtypes))
        kind = ontology.classes[name]
        yield kind.label_zh, kind.label_en, count, sum(graph.mentions[entity.id] for entity in members), detail


def _kinds(graph: KnowledgeGraph, ontology: Ontology) -> Iterator[tuple[object, ...]]:
    for name, count in _by_count(Counter(relation.type for relation in graph.relations)):
        members = [relation for relation in graph.relations if relation.type == name]
        sure = sum(relation.confidence >= _SURE for relation in members)
        fair = sum(_FAIR <= relation.confidence < _SURE for relation in members)
        shares = (f"{part / count:.0%}" for part in (sure, fair, count - sure - fair))
        kind = ontology.relations[name]
        yield kind.label_zh, kind.label_en, count, sum(len(one.evidence) for one in members), *shares


def _connected(graph: KnowledgeGraph, ontology: Ontology) -> Iterator[tuple[object, ...]]:
    ends = Counter(end for relation in graph.relations for end in {relation.head, relation.tail})
    linked = [(-links, -graph.mentions[one], graph.by_id[one].name, one) for one, links in ends.items()]
    for rank, (links, mentions, name, identifier) in enumerate(sorted(linked)[:_TOP], start=1):
        entity = graph.by_id[identifier]
        yield rank, name, ontology.classes[entity.subtype or entity.type].label_zh, -links, -mentions


def _posts(graph: KnowledgeGraph) -> Iterator[str]:
    posts = sorted((one for one in graph.relations if one.title), key=lambda one: _post(graph, one))
    yield _table(("姓名", "职务", "单位", "出处"), (_post(graph, one) for one in posts[:_POSTS]))
    if len(posts) > _POSTS:
        yield f"另有 {len(posts) - _POSTS:,} 条,见 `graph.ttl`。\n"


def _post(graph: KnowledgeGraph, relation: Relation) -> tuple[str, ...]:
    person, body = graph.by_id[relation.head].name, graph.by_id[relation.tail].name
    return person, relation.title or "", body, relation.best.document


def _by_count(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [head, ["---"] * len(head), *([_text(str(cell)) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def _text(value: str) -> str:
    """Text on one line that no Markdown reader takes for mark-up."""
    return _MARKUP.sub(r"\\\1", " ".join(legal(value).split()))
