"""An extraction comes back from bytes as it was, and bytes that are none are refused."""

import pytest
from factory import article, document, entity, evidence, relation
from hypothesis import given
from hypothesis import strategies as some

from kg.engines.packing import pack, unpack
from kg.model import Extraction, Mention, Passage

FULL = Extraction(
    document("页 1.txt", "河西区民政局局长李明\n出席。", title="要闻", date="2025-03-05"),
    (article("敬老节", 0, 14, "王小明", "李红", date="2025-03-04"), article("", 14, 20)),
    (Mention(0, 6, "Organization", "河西区民政局", "e1"),),
    (entity("e1", "河西区民政局", subtype="GovernmentBody", aliases=("民政局", "区民政局"), misprints=("区民攻局",)),),
    (relation("holdsPost", "e2", "e1", evidence("李明", context=(Passage(0, 6, "河西区民政局"),)), title="局长"),),
    ((0, 10), (11, 14)),
)


def test_nothing_is_lost() -> None:
    assert unpack(pack(FULL)) == FULL


def test_what_is_empty_stays_empty() -> None:
    bare = Extraction(document("", ""), (), (), (), ())
    assert unpack(pack(bare)) == bare


@given(some.floats(0, 1), some.text(alphabet=some.characters(exclude_categories=["Cs"])))
def test_numbers_and_texts_come_back_exactly(confidence: float, text: str) -> None:
    stated = relation("locatedIn", "e1", "e2", evidence(text, confidence=confidence))
    one = Extraction(document(text, text), (), (), (), (stated,))
    assert unpack(pack(one)) == one


MISTYPED = pack(FULL).replace(b'"start":0', b'"start":"x"')


@pytest.mark.parametrize("damaged", [b"", b"{}", b"null", pack(FULL)[:-1], MISTYPED])
def test_other_bytes_are_refused(damaged: bytes) -> None:
    with pytest.raises(ValueError, match="validation error"):
        unpack(damaged)
