"""Marks come off to the character, offsets count the unmarked text, relations stand beside it."""

from pathlib import Path

import pytest

from kg.errors import SourceError
from kg.train.annotation import GoldMention, GoldRelation, read_annotated, read_folder

MARKED = "⟦ORG|区商务局|东川区商务局⟧局长⟦PER|李小明⟧说,党的二\n\n⟦PRG|十届四中\n全会⟧很重要。"


def write(folder: Path, name: str, marked: str, relations: str | None = None) -> Path:
    path = folder / f"{name}.ann.txt"
    path.write_text(marked, encoding="utf-8")
    if relations is not None:
        (folder / f"{name}.rel.tsv").write_text(relations, encoding="utf-8")
    return path


def test_takes_the_marks_off(tmp_path: Path) -> None:
    read = read_annotated(write(tmp_path, "a", MARKED))
    assert read.name == "a"
    assert read.text == "区商务局局长李小明说,党的二\n\n十届四中\n全会很重要。"
    assert read.mentions[0] == GoldMention(0, 4, "Organization", "区商务局", "东川区商务局")
    assert [read.text[one.start : one.end] for one in read.mentions] == [one.text for one in read.mentions]
    assert read.relations == ()


def test_a_canonical_name_has_no_line_break(tmp_path: Path) -> None:
    assert read_annotated(write(tmp_path, "a", MARKED)).mentions[2].name == "十届四中全会"


def test_reads_relations_and_skips_comments(tmp_path: Path) -> None:
    lines = "# relation\thead\n\nholdsPost\t李小明\t东川区商务局\t局长\t局长李小明\norganizes\t东川区\t读书节\n"
    read = read_annotated(write(tmp_path, "a", MARKED, lines))
    assert read.relations == (
        GoldRelation("holdsPost", "李小明", "东川区商务局", "局长", "局长李小明"),
        GoldRelation("organizes", "东川区", "读书节", "", ""),
    )


def test_reads_what_editors_of_windows_save(tmp_path: Path) -> None:
    path = tmp_path / "a.ann.txt"
    path.write_bytes("⟦ORG|区商务局|东川区商务局⟧局长李小明说。\r\n".encode("gb18030"))
    assert read_annotated(path).text == "区商务局局长李小明说。\r\n"
    path.write_bytes(b"\xef\xbb\xbf" + MARKED.encode())
    assert read_annotated(path).text.startswith("区商务局")


def test_another_encoding_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.ann.txt").write_bytes("⟦ORG|區商務局⟧".encode() + b"\xff\xff")
    with pytest.raises(SourceError, match=r"a\.ann\.txt: .*save it as UTF-8 text"):
        list(read_folder(tmp_path))


@pytest.mark.parametrize(
    "line", ["organizes 东川区 读书节", "organizes\t东川区", "organizes\t东川区\t读书节\t\t办好\t多"]
)
def test_a_line_of_another_form_is_named(tmp_path: Path, line: str) -> None:
    with pytest.raises(SourceError, match=r"a\.rel\.tsv: line 2 has \d columns?, .* with tabs between"):
        read_annotated(write(tmp_path, "a", MARKED, f"\n{line}\n"))


def test_reads_a_folder_by_name_and_refuses_an_empty_one(tmp_path: Path) -> None:
    write(tmp_path, "b", MARKED)
    write(tmp_path, "a", "无标记。")
    assert [text.name for text in read_folder(tmp_path)] == ["a", "b"]
    (tmp_path / "empty").mkdir()
    with pytest.raises(SourceError, match="holds no"):
        read_folder(tmp_path / "empty")
