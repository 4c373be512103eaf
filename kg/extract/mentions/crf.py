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
    best = start + scores[:, 0]
    back = np.empty(scores.shape, np.intp)
    for step in range(1, scores.shape[1]):
        through = best[:, :, None] + transitions
        back[:, step] = through.argmax(axis=1)
        best = np.take_along_axis(through, back[:, step][:, None], axis=1)[:, 0] + scores[:, step]
    tags = np.empty(scores.shape[:2], np.intp)
    tags[:, -1] = (best + end).argmax(axis=1)
    for step in range(scores.shape[1] - 1, 0, -1):
        tags[:, step - 1] = np.take_along_axis(back[:, step], tags[:, step, None], axis=1)[:, 0]
    return tags
