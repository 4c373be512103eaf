"""What a command does not load, and a library still may."""

import subprocess
import sys

import pytest

LOADED = "import kg.pipeline; kg.pipeline.extract([]); import spacy, sys; print(bool(sys.modules.get('torch')))"


@pytest.mark.parametrize(
    ("before", "torch"), [("from kg.engines.start import lightly; lightly(); ", "False"), ("import torch; ", "True")]
)
def test_a_process_of_ours_does_without_torch_and_nobody_loses_one_that_is_loaded(before: str, torch: str) -> None:
    found = subprocess.run([sys.executable, "-c", before + LOADED], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == torch
