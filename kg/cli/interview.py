"""The questions of `kg review`, one after another on the terminal; every answer is written down at once."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.prompt import Prompt

from kg.cli.sheets import Sheets
from kg.errors import JudgementError
from kg.graph import KnowledgeGraph
from kg.resolve.decisions import Decisions
from kg.resolve.doubts import Doubt, PairDoubt
from kg.resolve.judgements import append, read

_PAIR = {"s": "same", "d": "different", "u": "unsure"}
_RELATION = {"r": "right", "w": "wrong", "u": "unsure"}


class Interview:
    """Asks a person about doubts of a graph and adds the answers to a file of judgements."""

    def __init__(self, graph: KnowledgeGraph, path: Path, who: str) -> None:
        self._path, self._who = path, who
        self._sheets = Sheets(graph)
        self._console = Console(stderr=True, highlight=False)

    def ask(self, doubts: Sequence[Doubt]) -> int:
        """Ask until all is answered, the person quits or the input ends; the number of answers."""
        answers = 0
        for number, doubt in enumerate(doubts, start=1):
            if not doubt.is_open(Decisions(read(self._path))):
                continue  # an answer before said it
            self._console.print(f"\n{number} of {len(doubts)}", self._sheets.sheet(doubt), sep="\n")
            if not self._answered(doubt):
                break
            answers += 1
        return answers

    def _answered(self, doubt: Doubt) -> bool:
        while verdict := self._verdict(_PAIR if isinstance(doubt, PairDoubt) else _RELATION):
            judgement = doubt.judged(verdict, self._who, date.today().isoformat())
            try:
                Decisions([*read(self._path), judgement])
            except JudgementError as error:
                self._console.print(f"not taken: {error}", markup=False)
            else:
                append(self._path, judgement)
                return True
        return False

    def _verdict(self, verdicts: Mapping[str, str]) -> str | None:
        keys = {**verdicts, "q": "quit"}
        asked = ", ".join(f"{key} {word}" for key, word in keys.items())
        try:
            key = Prompt.ask(asked, console=self._console, choices=[*keys], show_choices=False, case_sensitive=False)
        except EOFError:
            return None
        return verdicts.get(key)
