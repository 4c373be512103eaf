"""The mark changes with each file and version, and with nothing else."""

from pathlib import Path

from kg.engines.fingerprint import fingerprint, marked
from kg.extract.mentions.tagger import _MODEL


def test_it_changes_with_a_byte_of_a_model(tmp_path: Path) -> None:
    model = tmp_path / "tagger.onnx"
    model.write_bytes(b"weights 1")
    before = marked(iter([model]), iter(["numpy 2"]))
    assert marked(iter([model]), iter(["numpy 2"])) == before
    assert marked(iter([model]), iter(["numpy 3"])) != before
    model.write_bytes(b"weights 2")
    assert marked(iter([model]), iter(["numpy 2"])) != before


def test_all_that_decides_is_in_it() -> None:
    from kg.engines.fingerprint import _files

    files = {path.relative_to(_MODEL.parents[2]).as_posix() for path in _files()}
    assert {"kg/pipeline.py", "kg/extract/mentions/tagger.py", "kg/models/tagger.onnx", "ontology/kg.ttl"} <= files
    assert "ontology/lexicon/heads.toml" in files
    assert len(fingerprint()) == 64
