"""Linear-chain conditional random field: the best tag sequence (Viterbi), for a batch at once."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def decode(scores: Floats, transitions: Floats, start: Floats, end: Floats) -> NDArray[np.intp]:
    """The best tags of each sequence.

    :param scores: (sequences, length, tags), all of one length.
    :param transitions: (tags, tags), from row to column; `start` and `end`: (tags,).
    :returns: (sequences, length) tag indices.
    """
    best = np.ascontiguousarray(scores.transpose(1, 2, 0))  # (length, tags, sequences): what is added lies together
    best[0] += start[:, None]
    for step in range(1, len(best)):
        best[step] += (best[step - 1][:, None] + transitions[:, :, None]).max(axis=0)
    reached, into = np.ascontiguousarray(best.transpose(0, 2, 1)), np.ascontiguousarray(transitions.T)
    tags = np.empty(reached.shape[:2], np.intp)
    tags[-1] = (reached[-1] + end).argmax(axis=1)
    for step in range(len(tags) - 1, 0, -1):
        tags[step - 1] = (reached[step - 1] + into[tags[step]]).argmax(axis=1)
    return tags.T
