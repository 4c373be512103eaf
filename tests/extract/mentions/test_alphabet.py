"""Characters as numbers."""

from hypothesis import given
from hypothesis import strategies as st

from kg.extract.mentions.alphabet import MASK, PADDING, UNKNOWN, Alphabet


def test_wide_and_narrow_forms_are_one_character() -> None:
    alphabet = Alphabet.load()
    assert alphabet.ids("Ａ５（，").tolist() == alphabet.ids("A5(,").tolist()
    assert UNKNOWN not in alphabet.ids("城北区“十五五”规划,A5\n")


@given(st.text())
def test_any_text_has_one_number_a_character(text: str) -> None:
    alphabet = Alphabet.load()
    numbers = alphabet.ids(text)
    assert len(numbers) == len(text)
    assert not {PADDING, MASK} & set(numbers.tolist())
    assert all(number < alphabet.size for number in numbers)
