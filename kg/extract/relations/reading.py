"""A document as the relation stage reads it: numbers about its mentions, and its text with every name as one symbol.

The skeleton is the repaired text without quotation marks and white space in which a mention is one symbol of its
class; what stands around names is then the same whatever the names are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from kg.model import Article

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

# Code points of the private use area, so that no text can hold them by meaning.
SYMBOLS = {"Organization": "\ue001", "Place": "\ue002", "Programme": "\ue003", "Person": "\ue004"}
ORGANIZATION, PLACE, PROGRAMME, PERSON = 1, 2, 3, 4
_FIRST = 0xE000
_DROPPED = np.array(
    [ord(mark) for mark in "“”‘’\"'《》〈〉「」『』 \u3000\t\r\ue001\ue002\ue003\ue004"], dtype=np.uint32
)


@dataclass(frozen=True)
class Reading:
    """Arrays with one entry a mention, in the order of the text, if nothing else is said.

    `start`, `end`: offsets in the repaired text; `kind`: class number (ORGANIZATION …); `entity`: number of the
    entity; `sentence`, `paragraph`, `article`: number of the one it stands in; `headline`: stands above the body of
    its article; `at`: offset in the skeleton. `names` and `count` (how often mentioned) have one entry an entity,
    `opens` and `closes` (offsets in the skeleton) one a sentence.
    """

    skeleton: str
    start: Ints
    end: Ints
    kind: Ints
    entity: Ints
    sentence: Ints
    paragraph: Ints
    article: Ints
    headline: Bools
    at: Ints
    names: tuple[str, ...]
    count: Ints
    opens: Ints
    closes: Ints

    def __len__(self) -> int:
        """The number of mentions."""
        return len(self.at)

    @cached_property
    def codes(self) -> Ints:
        """The code points of the skeleton, digits folded to 0, since figures tell nothing."""
        codes = _codes(self.skeleton).astype(np.int64)
        return np.where((codes >= ord("0")) & (codes <= ord("9")), ord("0"), codes)

    @cached_property
    def kind_of(self) -> Ints:
        """The class number of each entity."""
        kinds = np.zeros(len(self.names), dtype=np.int64)
        kinds[self.entity] = self.kind
        return kinds

    @cached_property
    def areas(self) -> tuple[tuple[int, ...], ...]:
        """For each entity the places (entity numbers) whose name begins its own name: 河西区 for 河西区民政局."""
        places = {name: number for number, name in enumerate(self.names) if self.kind_of[number] == PLACE}
        return tuple(
            tuple(places[name[:length]] for length in range(2, min(len(name), 10)) if name[:length] in places)
            for name in self.names
        )

    @cached_property
    def area_weight(self) -> Ints:
        """For each place how many mentions name it or begin with it; -1 for entities of other classes."""
        weight = np.where(self.kind_of == PLACE, self.count, -1)
        for number, areas in enumerate(self.areas):
            weight[list(areas)] += self.count[number]
        return weight

    @cached_property
    def home(self) -> int | None:
        """The area that the document is about: the place with the greatest weight."""
        weight = self.area_weight
        return int(weight.argmax()) if len(weight) and weight.max() > 0 else None


def read(
    text: str,
    sentences: Sequence[tuple[int, int]],
    articles: Sequence[Article],
    spans: Sequence[tuple[int, int, str]],
    entity_of: Sequence[str],
    names: Mapping[str, str],
) -> Reading:
    """Lay out repaired text, its sentences, articles and sorted mention spans with their entities."""
    codes = _codes(text)
    start, end = (np.array([span[side] for span in spans], dtype=np.int64) for side in (0, 1))
    kind = np.array([ord(SYMBOLS[span[2]]) - _FIRST for span in spans], dtype=np.int64)
    kept = _kept(codes, start, end)
    offset = np.concatenate([[0], np.cumsum(kept)])
    symbols = codes.copy()
    symbols[start] = kind + _FIRST
    breaks = np.flatnonzero(codes == ord("\n"))
    firsts = np.array([first for first, _ in sentences], dtype=np.int64)
    article = _number(np.array([article.start for article in articles], dtype=np.int64), start)
    numbers: dict[str, int] = {}
    entity = np.array([numbers.setdefault(entity, len(numbers)) for entity in entity_of], dtype=np.int64)
    return Reading(
        skeleton=symbols[kept].tobytes().decode("utf-32-le", "replace"),
        start=start,
        end=end,
        kind=kind,
        entity=entity,
        sentence=_number(firsts, start),
        paragraph=np.searchsorted(breaks, start),
        article=article,
        headline=start < _bodies(codes, breaks, articles)[article],
        at=offset[start],
        names=tuple(names[entity] for entity in numbers),
        count=np.bincount(entity, minlength=len(numbers)),
        opens=offset[firsts],
        closes=offset[[last for _, last in sentences]],
    )


def _codes(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def _kept(codes: NDArray[np.uint32], start: Ints, end: Ints) -> Bools:
    depth = np.zeros(len(codes) + 1, dtype=np.int64)
    np.add.at(depth, start, 1)
    np.add.at(depth, end, -1)
    kept: Bools = ~np.isin(codes, _DROPPED) & (depth.cumsum()[:-1] == 0)
    kept[start] = True
    return kept


def _number(firsts: Ints, offsets: Ints) -> Ints:
    """The number of the piece that each offset lies in, given where pieces begin."""
    number: Ints = np.maximum(np.searchsorted(firsts, offsets, side="right") - 1, 0)
    return number


def _bodies(codes: NDArray[np.uint32], breaks: Ints, articles: Sequence[Article]) -> Ints:
    """Where the body of each article begins: the first line that holds a full stop."""
    stops = np.append(np.flatnonzero(codes == ord("。")), len(codes))
    firsts = np.array([article.start for article in articles], dtype=np.int64)
    lines = np.concatenate([[0], breaks + 1])
    stop = stops[np.searchsorted(stops, firsts)]
    bodies: Ints = np.maximum(lines[np.searchsorted(lines, stop, side="right") - 1], firsts)
    return bodies
