"""Files written aside: all of them appear, or none."""

from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.export.aside import aside


def test_files_appear_at_the_end_and_nothing_else_is_left(tmp_path: Path) -> None:
    with aside(tmp_path / "new" / "out") as draft:
        (draft / "a.txt").write_text("甲", encoding="utf-8")
        assert not (tmp_path / "new" / "out" / "a.txt").exists()
    assert [path.name for path in (tmp_path / "new" / "out").iterdir()] == ["a.txt"]


def test_a_failure_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("旧", encoding="utf-8")

    def fail() -> None:
        with aside(tmp_path) as draft:
            (draft / "a.txt").write_text("新", encoding="utf-8")
            raise ValueError("half way")

    with pytest.raises(ValueError, match="half way"):
        fail()
    assert [(path.name, path.read_text("utf-8")) for path in tmp_path.iterdir()] == [("a.txt", "旧")]


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").touch()
    with pytest.raises(OutputError, match="name a folder"), aside(tmp_path / "out"):
        pass


def test_the_draft_of_a_killed_run_is_removed(tmp_path: Path) -> None:
    (tmp_path / ".building").mkdir()
    (tmp_path / ".building" / "a.txt").write_text("half", encoding="utf-8")
    with aside(tmp_path) as draft:
        (draft / "b.txt").write_text("新", encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["b.txt"]


def test_a_run_that_was_killed_when_all_was_written_is_finished(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("new, put in place before the kill", encoding="utf-8")
    (tmp_path / "b.txt").write_text("old", encoding="utf-8")
    (tmp_path / ".built").mkdir()
    (tmp_path / ".built" / "b.txt").write_text("new", encoding="utf-8")
    with pytest.raises(ValueError, match="half way"), aside(tmp_path):
        raise ValueError("half way")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt"]
    assert (tmp_path / "b.txt").read_text(encoding="utf-8") == "new"


def test_a_folder_in_the_place_of_a_file_is_told_before_any_file_is_put(tmp_path: Path) -> None:
    (tmp_path / "b.txt").mkdir()
    with pytest.raises(OutputError, match="a folder stands where") as caught, aside(tmp_path) as draft:
        for name in ("a.txt", "b.txt"):
            (draft / name).touch()
    assert caught.value.path == str(tmp_path / "b.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["b.txt"]


def test_only_one_run_at_a_time_writes_into_a_folder(tmp_path: Path) -> None:
    with aside(tmp_path), pytest.raises(OutputError, match="another run"), aside(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []
