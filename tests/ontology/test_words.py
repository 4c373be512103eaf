"""The word lists: each is parsed once, and one that cannot be read is named."""

from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.ontology import words


def test_lexicon_is_parsed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "words_of_a_test.toml").write_text('heads = ["局"]', encoding="utf-8")
    monkeypatch.setattr(words, "ONTOLOGY", tmp_path)
    assert words.lexicon("words_of_a_test") == {"heads": ["局"]}
    assert words.lexicon("words_of_a_test") is words.lexicon("words_of_a_test")


@pytest.mark.parametrize(
    ("content", "reason"), [(None, "no such word list"), (b"heads = [", "TOML"), (b"\xff", "TOML")]
)
def test_lexicon_that_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None, reason: str
) -> None:
    (tmp_path / "lexicon").mkdir()
    if content:
        (tmp_path / "lexicon" / "broken.toml").write_bytes(content)
    monkeypatch.setattr(words, "ONTOLOGY", tmp_path)
    with pytest.raises(OntologyError, match=reason) as caught:
        words.lexicon("broken")
    assert caught.value.entry == "broken"
