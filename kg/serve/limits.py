"""How much one visitor may ask of this machine."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds for a question and for its place in the queue, rows and bytes of an answer, questions at a time.

    `memory` is in bytes too: what a process may take to answer, beyond what it has when the graph is loaded.
    """

    seconds: float = 10
    waiting: float = 5
    rows: int = 100_000
    bytes: int = 32 << 20
    memory: int = 1 << 30
    at_a_time: int = 2
