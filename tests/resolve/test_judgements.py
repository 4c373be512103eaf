"""The file of judgements: what is read, what is refused and where, and that nothing in it is ever changed."""

import json
from pathlib import Path

import pytest

from kg.errors import SourceError
from kg.resolve.judgements import Judgement, PairJudgement, RelationJudgement, append, read

PAIR = PairJudgement(left="org-1", right="org-2", left_name="区委", verdict="same", who="李", when="2026-01-31")
POST = RelationJudgement(relation="holdsPost", head="per-1", tail="org-1", title="局长", verdict="wrong")
LINK = RelationJudgement(relation="organizes", head="org-1", tail="prg-1", verdict="right")


@pytest.mark.parametrize("judgement", [PAIR, POST, LINK])
def test_what_is_written_is_read(judgement: Judgement, tmp_path: Path) -> None:
    append(tmp_path / "judgements.jsonl", judgement)
    assert read(tmp_path / "judgements.jsonl") == (judgement,)


def test_a_line_is_short_and_legible(tmp_path: Path) -> None:
    append(tmp_path / "j", PAIR)
    assert (tmp_path / "j").read_text(encoding="utf-8") == (
        '{"left": "org-1", "right": "org-2", "left_name": "区委",'
        ' "verdict": "same", "who": "李", "when": "2026-01-31"}\n'
    )


def test_no_file_means_no_judgements(tmp_path: Path) -> None:
    assert read(tmp_path / "judgements.jsonl") == ()


def test_what_stands_in_the_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "j"
    noted = '\ufeff{"left": "org-1", "right": "org-2", "verdict": "unsure", "note": "看原报"}\r\n\n'
    before = f'{noted}{{"left":"a-1","right":"a-2","verdict":"same"}}'.encode()
    path.write_bytes(before)
    append(path, POST)
    assert path.read_bytes().startswith(before + b"\n{")
    assert [(type(one), one.verdict, one.line) for one in read(path)] == [
        (PairJudgement, "unsure", 1),
        (PairJudgement, "same", 3),
        (RelationJudgement, "wrong", 4),
    ]


def test_text_that_utf8_cannot_write_is_escaped(tmp_path: Path) -> None:
    append(tmp_path / "j", PairJudgement(left="org-1", right="org-2", verdict="same", who="a\ud800"))
    assert read(tmp_path / "j")[0].who == "a\ud800"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("left = right", "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ("[]", "is not a JSON object"),
        ({"left": "org-1", "verdict": "same"}, "right is missing"),
        ({"left": "org-1", "right": "", "verdict": "same"}, "right is missing"),
        ({"left": "org-1", "right": "org-2"}, "verdict is missing"),
        ({"left": "org-1", "right": 2, "verdict": "same"}, "right is no text"),
        ({"left": "org-1", "right": "org-2", "verdict": "yes"}, "the verdict is yes, but must be one of same, diff"),
        ({"left": "org-1", "right": "org-2", "verdict": "wrong"}, "the verdict is wrong"),
        ({"left": "org-1", "right": "org-1", "verdict": "same"}, "org-1 is judged against itself"),
        ({"left": "org-1", "right": "per-1", "verdict": "same"}, "org-1 and per-1 are of two classes"),
        ({"relation": "holdsPost", "head": "per-1", "verdict": "wrong"}, "tail is missing"),
        (
            {"relation": "loves", "head": "per-1", "tail": "org-1", "verdict": "wrong"},
            "loves is no relation",
        ),
        ({"relation": "organizes", "head": "per-1", "tail": "org-1", "verdict": "same"}, "the verdict is same"),
    ],
)
def test_a_bad_line_is_named_with_file_number_and_remedy(
    line: str | dict[str, object], reason: str, tmp_path: Path
) -> None:
    path = tmp_path / "judgements.jsonl"
    append(path, PAIR)
    with path.open("a", encoding="utf-8") as file:
        file.write(line if isinstance(line, str) else json.dumps(line))
    with pytest.raises(SourceError) as caught:
        read(path)
    assert str(caught.value).startswith(f"{path}: line 2: {reason}")
    assert caught.value.remedy == "correct the line, or delete it"


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "j").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SourceError, match="j: cannot be read"):
        read(tmp_path / "j")
