"""All formats: broken files and missing libraries are told, and nothing comes in that no output can hold."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.encoding import CONTROL
from kg.documents.formats import READERS
from kg.documents.read import read
from kg.errors import SourceError


@pytest.mark.parametrize(("suffix", "library"), [(".pdf", "pypdf"), (".docx", "docx"), (".htm", "lxml")])
def test_a_missing_library_is_named_with_its_install_command(
    suffix: str, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = {".htm": "html"}.get(suffix, suffix[1:])
    monkeypatch.delitem(sys.modules, f"kg.documents.formats.{module}", raising=False)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(SourceError, match=r"pip install 'district-kg\[formats\]'") as caught:
        READERS[suffix](b"x", Path(f"page{suffix}"))
    assert library in caught.value.reason


@pytest.mark.parametrize("suffix", [".docx", ".pdf"])
@pytest.mark.parametrize("content", [b"PK\x03\x04", b"%PDF-1.7\n", "城北区".encode()])
def test_a_broken_file_is_told(suffix: str, content: bytes) -> None:
    with pytest.raises(SourceError, match=r"cannot be read as .* open it, and save it again") as caught:
        READERS[suffix](content, Path(f"page{suffix}"))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("suffix", READERS)
@given(content=st.binary(max_size=200) | st.text(max_size=100).map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_give_clean_text_or_say_why_not(suffix: str, content: bytes) -> None:
    try:
        text = READERS[suffix](content, Path(f"page{suffix}"))
    except SourceError:
        return
    assert not CONTROL.search(text)
    text.encode("utf-8")


def test_the_digest_is_that_of_the_file_and_the_text_that_of_the_reader(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>城北区", encoding="gb18030")
    (tmp_path / "page.txt").write_text("<p>城北区", encoding="gb18030")
    page, plain = (read(tmp_path / name, name) for name in ("page.html", "page.txt"))
    assert (page.text, plain.text) == ("城北区", "<p>城北区")
    assert page.sha256 == plain.sha256
