"""The whole line on small pages: what is found, where it stands, and what stays when something fails."""

import json
from pathlib import Path

import pytest

from kg import pipeline
from kg.errors import KgError, OutputError
from kg.model import Document

PAGE = """
城北区推进便民服务

■ 通讯员 王小明

近日,城北区商务局党组书记、局长李国强表示,区商务局将深入实施提振消费专项行
动,让居民得实惠。

云山街道办事处联合和美公司举办“邻里守望”志愿服务活动。
"""


def extraction() -> pipeline.Extraction:
    return next(iter(pipeline.extract([Document("page.txt", PAGE, "0")])))


def test_mentions_stand_where_they_say() -> None:
    found = extraction()
    assert found.mentions
    for mention in found.mentions:
        assert PAGE[mention.start : mention.end] == mention.text


def test_evidence_is_a_quote_of_the_page() -> None:
    found = extraction()
    assert found.relations
    for relation in found.relations:
        (evidence,) = relation.evidence
        assert PAGE[evidence.start : evidence.end] == evidence.quote


def test_a_name_broken_by_the_layout_is_found_whole() -> None:
    assert "提振消费专项行动" in {entity.name for entity in extraction().entities}


def test_articles_cover_the_page() -> None:
    articles = extraction().articles
    assert articles[-1].end == len(PAGE)
    assert articles[0].byline == ("王小明",)


def test_unreadable_files_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)))
    sources = pipeline.read_all([tmp_path])
    assert [document.name for document in sources.documents] == ["good.txt"]
    assert [Path(error.path).name for error in sources.skipped] == ["binary.txt", "empty.txt"]


def test_nothing_readable_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "void.txt").touch()
    with pytest.raises(KgError, match=r"empty\.txt.*\n.*void\.txt"):
        pipeline.read_all([tmp_path])


def test_a_failed_build_leaves_the_last_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [extraction()]
    pipeline.build(found, (), tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setitem(pipeline.EXPORTERS, "graph.graphml", fails)
    with pytest.raises(OutputError, match="No space left"):
        pipeline.build(found, (), tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_file_that_cannot_be_replaced_is_named(tmp_path: Path) -> None:
    (tmp_path / "summary.md").mkdir()
    with pytest.raises(OutputError) as caught:
        pipeline.build([extraction()], (), tmp_path)
    assert caught.value.path == str(tmp_path / "summary.md")


def test_a_build_leaves_the_files_of_the_contract(tmp_path: Path) -> None:
    pipeline.build([extraction()], (), tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {
        "graph.ttl",
        "graph.gexf",
        "graph.graphml",
        "graph.html",
        "mentions.jsonl",
        "summary.md",
    }
    line = json.loads((tmp_path / "mentions.jsonl").read_text(encoding="utf-8"))
    assert list(line) == ["document", "sha256", "articles", "mentions", "entities", "relations"]
