"""Faults of annotated texts are named, and those that the models learn from have none."""

from pathlib import Path

import pytest

from kg.train.annotation import DEV, TRAIN, read_annotated, read_folder
from kg.train.proofreading import faults

MARKED = "⟦ORG|区商务局|东川区商务局⟧局长⟦PER|李小明⟧说,⟦LOC|东川区⟧办好⟦PRG|读书\n节⟧。"
RIGHT = "holdsPost\t李小明\t东川区商务局\t局长\t局长李小明\norganizes\t东川区\t读书节\t\t东川区办好读书节\n"


def found(folder: Path, marked: str = MARKED, relations: str = RIGHT) -> list[str]:
    path = folder / "a.ann.txt"
    path.write_text(marked, encoding="utf-8")
    (folder / "a.rel.tsv").write_text(relations, encoding="utf-8")
    return list(faults([read_annotated(path)]))


def test_what_is_right_has_no_fault(tmp_path: Path) -> None:
    assert found(tmp_path) == []


@pytest.mark.parametrize("folder", [TRAIN, DEV])
def test_the_corpus_has_no_fault(folder: Path) -> None:
    assert list(faults(list(read_folder(folder)))) == []


@pytest.mark.parametrize(
    ("marked", "fault"),
    [
        ("⟦ROG|区商务局⟧说。", "a: a mark near '⟦ROG|区商务局⟧说。' is not read"),
        ("⟦ORG|区商务局说。", "is not read; write ⟦CODE|surface|canonical name⟧"),
        ("⟦ORG|馆|文化馆⟧和⟦LOC|馆|文化馆⟧", "a: 文化馆 is marked as Organization and as Place"),
        ("⟦PRG|“红桥”品牌⟧", "a: the canonical name '“红桥”品牌' has a quotation mark"),
    ],
)
def test_faults_of_marks(tmp_path: Path, marked: str, fault: str) -> None:
    assert fault in found(tmp_path, marked, "")[0]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("organises\t东川区\t读书节\t\t办好读书节", "there is no such relation; take one of"),
        ("organizes\t西川区\t读书节\t\t办好读书节", "no mention has the canonical name '西川区'"),
        ("organizes\t读书节\t东川区\t\t办好读书节", "读书节 is Programme, not"),
        ("organizes\t东川区\t读书节\t\t办了读书节", "the quote '办了读书节' is not in the text"),
        (f"{RIGHT.splitlines()[1]}\n{RIGHT.splitlines()[1]}", "organizes 东川区 → 读书节: stands twice"),
    ],
)
def test_faults_of_relations(tmp_path: Path, line: str, fault: str) -> None:
    assert any(fault in each for each in found(tmp_path, relations=line))
