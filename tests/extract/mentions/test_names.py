"""Personal names: expected behind titles, and not made of forms of address."""

import pytest

from kg.extract.mentions.names import expected, without_address


@pytest.mark.parametrize(
    ("text", "offsets"),
    [("区委书记张珉目标明确", [4]), ("院长欧阳清河说", [2]), ("书记在会上强调", []), ("主任们", []), ("张珉书记", [])],
)
def test_a_family_name_behind_a_title(text: str, offsets: list[int]) -> None:
    assert list(expected(text)) == offsets


@pytest.mark.parametrize("text", ["张奶奶", "王师傅", "艾尼大哥", "陈小姐", "李某"])
def test_a_form_of_address_is_no_name(text: str) -> None:
    assert list(without_address(text, [(0, len(text), "Person")])) == []


@pytest.mark.parametrize("text", ["张珉", "欧阳清河", "王师", "买买提·艾力"])
def test_a_full_name_stays(text: str) -> None:
    span = (0, len(text), "Person")
    assert list(without_address(text, [span])) == [span]


def test_other_classes_are_not_asked() -> None:
    span = (0, 5, "Organization")
    assert list(without_address("张奶奶饭店", [span])) == [span]
