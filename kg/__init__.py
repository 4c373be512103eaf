"""Knowledge graphs from Chinese local-government news: who does what, where, with whom, each fact with its sentence."""

import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:  # spaCy and networkx take a second to load; `import kg` must not
    from spacy.language import Language

    from kg.graph import KnowledgeGraph

__all__ = ["build", "load"]


def build(paths: Sequence[Path | str] | Path | str) -> "KnowledgeGraph":
    """The graph of files, or folders of files, in memory; `kg build` writes it with all its views.

    What cannot be read is left out, with a warning that says why.

    :raises KgError: when not one file can be read.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     page = Path(folder, "page.txt")
    ...     _ = page.write_text("安宁区商务局局长李国强表示，区商务局将深入实施提振消费专项行动。", encoding="utf-8")
    ...     graph = build(page)
    >>> [(relation.type, relation.title) for relation in graph.relations if relation.title]
    [('holdsPost', '局长')]
    """
    from kg import pipeline
    from kg.divisions import Divisions
    from kg.resolve.corpus import merge

    named = [paths] if isinstance(paths, Path | str) else paths
    sources = pipeline.read_all([Path(path) for path in named])
    for error in sources.skipped:
        warnings.warn(f"skipped {error}", stacklevel=2)
    return merge(tuple(pipeline.extract(sources.documents)), Divisions.load())


@overload
def load() -> "Language": ...
@overload
def load(built: Path | str) -> "KnowledgeGraph": ...
def load(built: Path | str | None = None) -> "Language | KnowledgeGraph":
    """The extractor, or a graph that was built.

    Without an argument, the extractor as a spaCy `Language`; see `kg.components` for what it leaves in a `Doc`. With
    the folder that `kg build` wrote, or a Turtle file, its graph; see `kg.restore` for what does not come back.

    :raises SourceError: when there is no such graph.

    >>> doc = load()("安宁区商务局局长李国强表示，区商务局将深入实施提振消费专项行动。")
    >>> [(ent.text, ent.label_) for ent in doc.ents][:2]
    [('安宁区商务局', 'Organization'), ('李国强', 'Person')]
    """
    if built is None:
        from kg.components import load as pipeline

        return pipeline()
    from kg.restore import restore

    return restore(built)
