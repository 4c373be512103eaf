"""`make train`: the models of `kg/models` again, from `kg/train/corpus` and the distilled weights beside it."""

import sys
from pathlib import Path

from kg.errors import KgError, SourceError
from kg.train import calibrate, held_out, relations, tagger
from kg.train.annotation import TRAIN, read_folder
from kg.train.proofreading import faults

_MODELS = Path(__file__).parent.parent / "models"


def main() -> None:
    """Train every model and write it into its place; then measure what its confidence is worth.

    :raises SourceError: when an annotated text is faulty.
    """
    texts = list(read_folder(TRAIN))
    if wrong := list(faults(texts)):
        raise SourceError(TRAIN, "\n".join(wrong), "mend them")
    tagger.export(tagger.fit(texts), _MODELS / "tagger.onnx")
    relations.train(texts, held_out.found(texts), _MODELS / "relations.npz")
    calibrate.main()


if __name__ == "__main__":
    try:
        main()
    except KgError as error:
        sys.exit(f"kg.train: {error}")
