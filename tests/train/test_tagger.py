"""Training the tagger on one small text: the model that comes out can be read, and comes out the same again."""

from pathlib import Path

from kg.extract.mentions.tagger import Tagger
from kg.train.annotation import AnnotatedText, GoldMention
from kg.train.tagger import examples, export, train

TEXT = "安宁区民政局开展暖心行动。会议强调，要做好服务。" * 4
GOLD = (GoldMention(0, 6, "Organization", "安宁区民政局", "安宁区民政局"),)


def test_an_example_is_a_window_with_its_tags() -> None:
    ((example,),) = examples([AnnotatedText("A1", TEXT, GOLD, ())])
    assert len(example.characters) == len(example.known) == len(example.tags) == len(TEXT)
    assert example.tags[:7].tolist() == [1, 2, 2, 2, 2, 3, 0]


def test_the_same_training_gives_the_same_model(tmp_path: Path) -> None:
    data = examples([AnnotatedText("A1", TEXT, GOLD, ())])
    for name in ("one.onnx", "two.onnx"):
        export(train(data, [data], epochs=1), tmp_path / name)
    assert (tmp_path / "one.onnx").read_bytes() == (tmp_path / "two.onnx").read_bytes()
    assert Tagger(tmp_path / "one.onnx").spans("安宁", [(0, 2)]) is not None
