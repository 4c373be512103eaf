"""A command as it weighs on a machine: time, work of all its processes, and their memory together."""

import resource
import subprocess
import sys
import time
from dataclasses import dataclass

import psutil

_EVERY = 0.05  # seconds between looks at the memory


@dataclass(frozen=True)
class Cost:
    """Seconds on the clock, seconds of work on all cores, and the most memory at a time in MB (shared pages twice)."""

    seconds: float
    work: float
    memory: float


def kg(*arguments: str) -> Cost:
    """Run one command of this program, and say what it cost."""
    start, before = time.perf_counter(), _work()
    process = psutil.Popen([sys.executable, "-m", "kg", *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    memory = 0.0
    while process.poll() is None:
        memory = max(memory, _memory(process))
        time.sleep(_EVERY)
    if process.returncode:
        raise SystemExit(process.stderr.read().decode())
    return Cost(time.perf_counter() - start, _work() - before, memory)


def _memory(process: psutil.Process) -> float:
    try:
        return sum(each.memory_info().rss for each in (process, *process.children(recursive=True))) / 1e6
    except psutil.NoSuchProcess:  # one has just ended
        return 0


def _work() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
