"""`make train`: the models of `kg/models` again, from `kg/train/corpus/train` alone."""

from pathlib import Path

from kg.train import relations, tagger
from kg.train.annotation import read_folder

_CORPUS = Path(__file__).parent / "corpus" / "train"
_MODELS = Path(__file__).parent.parent / "models"


def main() -> None:
    """Train every model and write it into its place."""
    texts = list(read_folder(_CORPUS))
    tagger.export(tagger.train(tagger.examples(texts)), _MODELS / "tagger.onnx")
    relations.train(texts, _MODELS / "relations.npz")


if __name__ == "__main__":
    main()
