"""A process held to its memory, and what it says; each in a process of its own, as there is no way back."""

import subprocess
import sys

import pytest


def ran(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)


@pytest.mark.skipif(sys.platform != "linux", reason="no other system holds a process to its memory")
def test_so_much_more_and_no_more_can_be_had() -> None:
    before = "had = bytearray(96 << 20); from kg.serve import memory; memory.cap(64 << 20); "
    assert ran(f"{before} more = bytearray(32 << 20)").returncode == 0
    assert ran(f"{before} more = bytearray(128 << 20)").stderr.endswith("MemoryError\n")


@pytest.mark.skipif(sys.platform != "linux", reason="no other system holds a process to its memory")
def test_a_lower_limit_of_the_system_stays() -> None:
    lower = "import resource; resource.setrlimit(resource.RLIMIT_DATA, (1 << 30, 1 << 30)); "
    assert ran(f"{lower} from kg.serve import memory; memory.cap(1 << 40)").stderr == ""


def test_what_the_engine_says_is_kept_back_and_what_python_says_is_not() -> None:
    said = "import os, sys; from kg.serve import memory; memory.hush(); os.write(2, b'engine'); sys.exit('python')"
    assert ran(said).stderr == "python\n"


def test_a_process_without_a_terminal_goes_on() -> None:
    assert ran("import os; os.close(2); from kg.serve import memory; memory.hush()").returncode == 0
