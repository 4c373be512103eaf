"""What people decided, kept in `judgements.jsonl`: one JSON object a line, added by `kg review` or by hand.

Two entities, by their ids in the graph, are the same thing or two:

    {"left": "org-5a0000000002", "right": "org-5a0000000003", "left_name": "区民政局", "right_name": "河西区民政局",
     "verdict": "same", "who": "li", "when": "2026-01-31"}

A relation, by its type, its ends and for posts its title, is right or wrong:

    {"relation": "holdsPost", "head": "per-5a0000000004", "tail": "org-5a0000000002", "title": "局长",
     "head_name": "李明", "tail_name": "河西区民政局", "verdict": "wrong", "who": "li", "when": "2026-01-31"}

The verdict may also be `unsure`: it changes nothing, and is not asked again. Names, `who` and `when` are for readers
and may be left out; further keys are left alone. Of two lines on the same two things the later one counts. What all
lines together amount to is worked out in `kg.resolve.decisions`. A line whose ids are in no graph has no effect: the
page is gone, or a thing that only its page knows (图书馆, 区委) stood on a page whose bytes have changed.
"""

import json
from collections.abc import Iterator
from dataclasses import MISSING, asdict, dataclass, field, fields
from os import SEEK_END
from pathlib import Path

from kg.errors import SourceError
from kg.ontology import load
from kg.resolve.ids import prefix

FILE = "judgements.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class PairJudgement:
    """Whether two entities are the same; `line` is where the file says so, 0 for what is not yet written.

    :raises ValueError: when nobody can judge so; it says why.
    """

    left: str
    right: str
    left_name: str = ""
    right_name: str = ""
    verdict: str
    who: str = ""
    when: str = ""
    line: int = field(default=0, compare=False)

    def __post_init__(self) -> None:
        _must_be(self.verdict, ("same", "different", "unsure"))
        if self.left == self.right:
            raise ValueError(f"{self.left} is judged against itself")
        if self.verdict == "same" and prefix(self.left) != prefix(self.right):
            raise ValueError(f"{self.left} and {self.right} are of two classes and cannot be the same")


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationJudgement:
    """Whether a relation holds; only posts have a `title`. `line` is where the file says so, 0 for what is not written.

    :raises ValueError: when nobody can judge so; it says why.
    """

    relation: str
    head: str
    tail: str
    title: str = ""
    head_name: str = ""
    tail_name: str = ""
    verdict: str
    who: str = ""
    when: str = ""
    line: int = field(default=0, compare=False)

    def __post_init__(self) -> None:
        _must_be(self.verdict, ("right", "wrong", "unsure"))
        if self.relation not in load().relations:
            raise ValueError(f"{self.relation} is no relation; there are {', '.join(sorted(load().relations))}")


Judgement = PairJudgement | RelationJudgement


def read(path: Path) -> tuple[Judgement, ...]:
    """The judgements of a file in its order; none where there is no such file. Empty lines are passed over.

    :raises SourceError: when the file cannot be read, or a line is no judgement; it names the line.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(path, f"cannot be read: {error}", "give it as UTF-8 with one JSON object a line") from error
    return tuple(_read(path, lines))


def append(path: Path, judgement: Judgement) -> None:
    """Add a judgement behind all others; what stands in the file stays as it is.

    :raises OSError: when the file cannot be written.
    """
    record = {name: value for name, value in asdict(judgement).items() if value and name != "line"}
    with path.open("a+b") as file:
        if file.tell():  # the last line may have been left open by an editor
            file.seek(-1, SEEK_END)
            file.write(b"" if file.read() == b"\n" else b"\n")
        file.write(
            f"{json.dumps(record, ensure_ascii=False)}\n".encode(errors="backslashreplace")
        )  # as JSON writes lone surrogates


def _read(path: Path, lines: list[str]) -> Iterator[Judgement]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield _judgement(_record(line), number)
            except ValueError as error:
                raise SourceError(path, f"line {number}: {error}", "correct the line, or delete it") from error


def _record(line: str) -> dict[str, object]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"is not JSON: {error}") from error
    if not isinstance(record, dict):
        raise ValueError("is not a JSON object")
    return record


def _judgement(record: dict[str, object], number: int) -> Judgement:
    kind: type[Judgement] = RelationJudgement if "relation" in record else PairJudgement
    known = [one for one in fields(kind) if one.name != "line"]
    texts = {one.name: value for one in known if isinstance(value := record.get(one.name) or "", str)}
    for one in known:
        if one.name not in texts:
            raise ValueError(f"{one.name} is no text")
        if one.default is MISSING and not texts[one.name]:
            raise ValueError(f"{one.name} is missing")
    return kind(**texts, line=number)


def _must_be(verdict: str, allowed: tuple[str, ...]) -> None:
    if verdict not in allowed:
        raise ValueError(f"the verdict is {verdict}, but must be one of {', '.join(allowed)}")
