"""Where the time of one process goes, stage by stage."""

import time
from collections import Counter
from collections.abc import Callable
from typing import TypeVar

from renamed import SEEDS
from spacy.language import Language

from kg import components, pipeline
from kg.documents.repair import repair
from kg.export import jsonl
from kg.model import Document

_ROUNDS = 3
T = TypeVar("T")


class Clock:
    """Seconds of work by the name of the stage."""

    def __init__(self) -> None:
        self.seconds = Counter[str]()

    def __call__(self, stage: str, step: Callable[..., T], *arguments: object) -> T:
        start = time.process_time()
        done = step(*arguments)
        self.seconds[stage] += time.process_time() - start
        return done


def read(document: Document, nlp: Language, clock: Clock) -> None:
    """All stages of one page."""
    page = clock("repair", repair, document.text)
    doc = clock("spaCy Doc", nlp.make_doc, page.text)
    for name, component in nlp.pipeline:
        doc = clock(name.removeprefix("kg_"), component, doc)
    found = clock("places in the file", pipeline._extraction, document, page, doc)
    clock("JSON", jsonl.line, found)


def main() -> None:
    """Read the seed pages once to warm up, then measure and print a table."""
    documents = pipeline.read_all([SEEDS]).documents
    nlp, clock = components.load(), Clock()
    for turn in range(_ROUNDS + 1):
        if turn == 1:
            clock.seconds.clear()
        for document in documents:
            read(document, nlp, clock)
    characters = _ROUNDS * sum(len(document.text) for document in documents)
    whole = clock.seconds.total()
    print(f"{'stage (one process)':22s} {'µs a character':>15s} {'share':>6s} {'characters a second':>20s}")
    for stage, seconds in [*clock.seconds.items(), ("kg extract", whole)]:
        row = f"{stage:22s} {seconds / characters * 1e6:15.2f} {seconds / whole:6.0%} {characters / seconds:20,.0f}"
        print(row)


if __name__ == "__main__":
    main()
