"""Documents to read, and a stand-in for the extractor that remembers what it was asked to read."""

from collections.abc import Iterator, Sequence

from factory import document

from kg.model import Document, Extraction, Mention

NAMES = ("李国强", "王小明", "张建华", "赵春梅", "刘志远", "陈永康")


def pages(count: int) -> list[Document]:
    """Short pages of which no two say the same."""
    return [
        document(f"{number:03d}.txt", f"城北区商务局局长{NAMES[number % 6]}到云山街道调研第{number}个项目。\n")
        for number in range(count)
    ]


class Reader:
    """An engine that finds the first character of each document."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, documents: Sequence[Document]) -> Iterator[Extraction]:
        for one in documents:
            self.read.append(one.name)
            yield Extraction(one, (), (Mention(0, 1, "Place", one.text[0], "e1"),), (), ())
