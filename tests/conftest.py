"""What many tests share and takes seconds to make: the graph of the five pages in seeds/, built once a session.

The program is imported where it is needed only: most tests do without models.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph
    from kg.model import Document

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(scope="session")
def seed_documents() -> "dict[str, Document]":
    from kg import pipeline

    return {document.name: document for document in pipeline.read_all([SEEDS]).documents}


@pytest.fixture(scope="session")
def seed_graph(seed_documents: "dict[str, Document]") -> "KnowledgeGraph":
    from kg import pipeline
    from kg.divisions import Divisions
    from kg.resolve.corpus import merge

    return merge(list(pipeline.extract(seed_documents.values())), Divisions.load())


@pytest.fixture(scope="session")
def seed_folder(seed_graph: "KnowledgeGraph", tmp_path_factory: pytest.TempPathFactory) -> Path:
    from kg.export import turtle

    folder = tmp_path_factory.mktemp("seeds")
    turtle.write(seed_graph, folder / "graph.ttl")
    return folder
