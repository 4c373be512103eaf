"""The tagger: what our own encoder and word lists say of characters; one tag each, the best sequence of them."""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kg.extract.mentions import tags
from kg.extract.mentions.alphabet import Alphabet
from kg.extract.mentions.crf import decode
from kg.extract.mentions.lexical import lexical_features
from kg.extract.mentions.names import expected, without_address
from kg.extract.mentions.network import open_network
from kg.extract.mentions.places import split_chains
from kg.extract.mentions.quotes import balance
from kg.extract.mentions.recurrence import complete
from kg.extract.mentions.windows import windows

_HAN = re.compile("[\u4e00-\u9fff]")
_BREAK = re.compile("\n")  # where repair left one, a paragraph ends as a rule, and with it a name
_BROKEN = 16  # nats; less takes 会议 below a headline into its last name, more loses names that a bad scan broke
_PERSON = tags.TAGS.index("B-Person")
_EXPECTED = 7  # nats; on texts left out this finds rare given names at the price of one wrong name in 41 texts
_SURE = 0.8  # mean probability of the tags of a span; on texts left out the best of 0.5, 0.6 … 0.9
_BATCH = 64  # windows whose best tags are sought at a time
_MODEL = Path(__file__).parents[2] / "models" / "tagger.onnx"


class Tagger:
    """Finds organizations, places, programmes and people in repaired text.

    `model` is an ONNX network as `kg.train.tagger.export` writes it; `known` gives (characters, features), what it is
    told of each character of a text.
    """

    def __init__(self, model: Path = _MODEL, known: Callable[[str], NDArray[np.float32]] = lexical_features) -> None:
        self._session, self._known = open_network(str(model)), known
        self._alphabet = Alphabet.load()
        self._rules = tags.transitions(), tags.starts(), tags.ends()

    def spans(self, text: str, sentences: Sequence[tuple[int, int]]) -> list[tags.Span]:
        """Mentions as (start, end, class) in code points of `text`, in order, without overlaps.

        Sentences without a Chinese character are passed over: the tagger knows no other language.
        """
        sentences = [(start, end) for start, end in sentences if _HAN.search(text, start, end)]
        known = self._known(text)
        scores = np.zeros((len(text), len(tags.TAGS)), np.float32)
        borders = list(windows(sentences))
        for start, end in borders:
            scores[start:end] = self._scores(text[start:end], known[start:end])
        scores[list(expected(text)), _PERSON] += _EXPECTED
        scores[[match.start() for match in _BREAK.finditer(text)]] += np.maximum(tags.nothing(), -_BROKEN)
        read = self._best(scores, borders)
        return complete(text, list(split_chains(text, without_address(text, balance(text, read)))))

    def _scores(self, text: str, known: NDArray[np.float32]) -> NDArray[np.float32]:
        (scores,) = self._session.run(None, {"characters": self._alphabet.ids(text)[None], "known": known[None]})
        window: NDArray[np.float32] = scores[0]
        return window

    def _best(self, scores: NDArray[np.float32], borders: Sequence[tuple[int, int]]) -> Iterator[tags.Span]:
        for first in range(0, len(borders), _BATCH):
            batch = borders[first : first + _BATCH]
            best = decode(_table(scores, batch), *self._rules)
            for (start, end), row in zip(batch, best, strict=True):
                yield from _spans(scores[start:end], row[: end - start], start)


def _table(scores: NDArray[np.float32], borders: Sequence[tuple[int, int]]) -> NDArray[np.float32]:
    """(windows, longest, tags): the scores of windows side by side, behind the end of a window nothing but O."""
    table = np.tile(tags.nothing(), (len(borders), max(end - start for start, end in borders), 1))
    for row, (start, end) in zip(table, borders, strict=True):
        row[: end - start] = scores[start:end]
    return table


def _spans(window: NDArray[np.float32], best: NDArray[np.intp], start: int) -> Iterator[tags.Span]:
    named, sure = np.flatnonzero(best), np.zeros(len(best), np.float32)
    sure[named] = np.exp(window[named, best[named]] - np.logaddexp.reduce(window[named], axis=1))
    for first, last, name in tags.decode(best.tolist()):
        if sure[first:last].mean() >= _SURE:
            yield start + first, start + last, name
