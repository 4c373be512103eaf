"""Where facts come from: documents, their articles, and the passages that state or complete a relation."""

from collections.abc import Iterator

from kg.export.dataset import run
from kg.export.terms import Fact, chinese, day, decimal, digest, integer, plain, thing
from kg.graph import KnowledgeGraph
from kg.model import Article, Document, Evidence, Passage


def documents(graph: KnowledgeGraph) -> Iterator[Fact]:
    """Every document with what people say of it, and its articles."""
    for document in graph.documents:
        node = document_node(document)
        yield from _document(node, document)
        for article in graph.articles.get(document.name, ()):
            yield from _article(node, article)


def document_node(document: Document) -> str:
    """Copies of one file are one document."""
    return thing(f"doc-{document.sha256[:12]}")


def evidence(statement: str, found: Evidence, source: str, article: Article | None) -> Iterator[Fact]:
    """What bears a statement out; `source` is the node of its document."""
    node = thing(f"ev-{digest(16, statement, source, str(found.start), str(found.end), found.rule)}")
    yield statement, "kg:hasEvidence", node
    yield node, "a", "Evidence"
    yield from _selected(node, source, Passage(found.start, found.end, found.quote))
    yield node, "kg:confidence", decimal(found.confidence)
    yield node, "kg:rule", _rule_node(found.rule)
    yield node, "prov:wasGeneratedBy", run()
    if article:
        yield node, "oa:hasScope", _article_node(source, article)
    for passage in found.context:
        other = thing(f"pas-{digest(16, source, str(passage.start), str(passage.end))}")
        yield node, "kg:context", other
        yield other, "a", "Passage"
        yield from _selected(other, source, passage)


def rules(graph: KnowledgeGraph) -> Iterator[Fact]:
    """Every rule and model that read something."""
    for name in {found.rule for relation in graph.relations for found in relation.evidence}:
        yield _rule_node(name), "a", "ExtractionRule"
        yield _rule_node(name), "rdfs:label", plain(name)


def _document(node: str, document: Document) -> Iterator[Fact]:
    yield node, "a", "Document"
    yield node, "dcterms:source", plain(document.name)
    yield node, "kg:textSha256", plain(document.sha256)
    source = document.source
    if source.title:
        yield node, "dcterms:title", chinese(source.title)
    if source.date:
        yield node, "dcterms:date", day(source.date)
    if source.url:
        yield node, "schema:url", f"<{source.url}>"
    if source.publisher:
        publisher = thing(f"publisher-{digest(12, source.publisher)}")
        yield node, "dcterms:publisher", publisher
        yield publisher, "rdf:type", "foaf:Agent"
        yield publisher, "rdfs:label", chinese(source.publisher)


def _article(document: str, article: Article) -> Iterator[Fact]:
    node = _article_node(document, article)
    yield node, "a", "Article"
    yield node, "dcterms:isPartOf", document
    yield node, "oa:start", integer(article.start)
    yield node, "oa:end", integer(article.end)
    if article.title:
        yield node, "dcterms:title", chinese(article.title)
    if article.date:
        yield node, "dcterms:date", day(article.date)
    for name in article.byline:
        yield node, "schema:creditText", chinese(name)


def _article_node(document: str, article: Article) -> str:
    return thing(f"art-{digest(16, document, str(article.start), str(article.end))}")


def _rule_node(name: str) -> str:
    return thing(f"rule-{digest(12, name)}")


def _selected(node: str, source: str, passage: Passage) -> Iterator[Fact]:
    yield node, "oa:hasSource", source
    yield node, "oa:start", integer(passage.start)
    yield node, "oa:end", integer(passage.end)
    yield node, "oa:exact", plain(passage.quote)
