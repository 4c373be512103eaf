"""Knowledge graphs from Chinese local-government news: who does what, where, with whom, each fact with its sentence."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # spaCy takes a second to load; `import kg` must not
    from spacy.language import Language

__all__ = ["load"]


def load() -> "Language":
    """The extractor as a spaCy `Language`; see `kg.components` for what it leaves in a `Doc`.

    >>> doc = load()("安宁区商务局局长李国强表示，区商务局将深入实施提振消费专项行动。")
    >>> [(ent.text, ent.label_) for ent in doc.ents][:2]
    [('安宁区商务局', 'Organization'), ('李国强', 'Person')]
    """
    from kg.components import load as pipeline

    return pipeline()
