"""What is kept is not read again, what changed is, and what is damaged does no harm."""

from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest
from engines.reading import Reader, pages

from kg.engines.cache import Cache
from kg.model import Document, Extraction, Source

PAGES = pages(4)


def read(folder: Path, documents: list[Document], mark: str = "program 1") -> tuple[list[Extraction], list[str]]:
    """What a cache gives, and the names of the documents that the engine was asked for."""
    engine = Reader()
    return list(Cache(folder, mark).extract(documents, engine)), engine.read


def names(documents: list[Document]) -> list[str]:
    return [one.name for one in documents]


def test_the_second_time_nothing_is_read(tmp_path: Path) -> None:
    first, asked = read(tmp_path / "a" / "b", PAGES)
    assert asked == names(PAGES)
    assert read(tmp_path / "a" / "b", PAGES) == (first, [])
    assert first == list(Reader()(PAGES))


def test_only_an_added_page_is_read_and_comes_in_its_place(tmp_path: Path) -> None:
    read(tmp_path, [*PAGES[:2], *PAGES[3:]])
    found, asked = read(tmp_path, PAGES)
    assert asked == [PAGES[2].name]
    assert [one.document for one in found] == PAGES


def test_a_removed_page_is_forgotten(tmp_path: Path) -> None:
    read(tmp_path, PAGES)
    assert [one.document for one in read(tmp_path, PAGES[1:])[0]] == PAGES[1:]
    assert len(list(tmp_path.iterdir())) == 3
    assert read(tmp_path, PAGES)[1] == [PAGES[0].name]


def test_a_changed_page_is_read_again(tmp_path: Path) -> None:
    read(tmp_path, PAGES)
    changed = replace(PAGES[1], text="全新。")
    found, asked = read(tmp_path, [PAGES[0], changed, *PAGES[2:]])
    assert asked == [changed.name]
    assert found[1].mentions[0].text == "全"


def test_a_renamed_page_is_read_again(tmp_path: Path) -> None:
    read(tmp_path, PAGES)
    assert read(tmp_path, [replace(PAGES[0], name="other.txt"), *PAGES[1:]])[1] == ["other.txt"]


def test_another_model_reads_everything_again(tmp_path: Path) -> None:
    read(tmp_path, PAGES)
    assert read(tmp_path, PAGES, "program 2")[1] == names(PAGES)
    assert len(list(tmp_path.iterdir())) == len(PAGES)


def test_what_people_say_of_a_page_is_taken_as_it_is_now(tmp_path: Path) -> None:
    read(tmp_path, PAGES)
    told = [replace(one, source=Source(title="要闻"), sha256="5a" * 32) for one in PAGES]
    found, asked = read(tmp_path, told)
    assert asked == []
    assert [one.document for one in found] == told


@pytest.mark.parametrize("damage", [b"", b"x\x9c", b"no zlib"])
def test_a_damaged_entry_is_read_again_and_written_anew(tmp_path: Path, damage: bytes) -> None:
    whole, _ = read(tmp_path, PAGES)
    min(tmp_path.iterdir()).write_bytes(damage)
    found, asked = read(tmp_path, PAGES)
    assert (found, len(asked)) == (whole, 1)
    assert read(tmp_path, PAGES) == (whole, [])


def test_an_entry_under_the_name_of_another_is_not_believed(tmp_path: Path) -> None:
    whole, _ = read(tmp_path, PAGES)
    one, other, *_ = tmp_path.iterdir()
    one.write_bytes(other.read_bytes())
    found, asked = read(tmp_path, PAGES)
    assert (found, len(asked)) == (whole, 1)


def test_what_was_read_before_an_interruption_is_kept(tmp_path: Path) -> None:
    list(islice(Cache(tmp_path, "program 1").extract(PAGES, Reader()), 2))
    assert read(tmp_path, PAGES)[1] == names(PAGES[2:])


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").touch()
    read(tmp_path, PAGES)
    assert (tmp_path / "mine.txt").exists()
