"""What was read from one document as one line of JSON (`mentions.jsonl`, `kg extract`)."""

import json
import re
from typing import Any

from kg.model import Article, Entity, Extraction, Mention, Relation

_SURROGATE = re.compile("[\ud800-\udfff]")


def line(extraction: Extraction) -> str:
    """A JSON object without line break; offsets count code points of the file as decoded.

    Each relation shows its best evidence only. Lone surrogates are escaped, so that the line can be written as UTF-8.
    """
    text = json.dumps(
        {
            "document": extraction.document.name,
            "sha256": extraction.document.sha256,
            "articles": [_article(article) for article in extraction.articles],
            "mentions": [_mention(mention) for mention in extraction.mentions],
            "entities": [_entity(entity) for entity in extraction.entities],
            "relations": [_relation(relation) for relation in extraction.relations],
        },
        ensure_ascii=False,
    )
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _article(article: Article) -> dict[str, Any]:
    return {
        "start": article.start,
        "end": article.end,
        "title": article.title,
        "byline": article.byline,
        "date": article.date,
    }


def _mention(mention: Mention) -> dict[str, Any]:
    return {
        "start": mention.start,
        "end": mention.end,
        "type": mention.type,
        "text": mention.text,
        "entity": mention.entity,
    }


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "type": entity.type,
        "subtype": entity.subtype,
        "name": entity.name,
        "aliases": entity.aliases,
    }


def _relation(relation: Relation) -> dict[str, Any]:
    title = {} if relation.title is None else {"title": relation.title}
    best = relation.best
    return {
        "type": relation.type,
        "head": relation.head,
        "tail": relation.tail,
        **title,
        "evidence": {"start": best.start, "end": best.end},
        "rule": best.rule,
        "confidence": round(best.confidence, 3),
    }
