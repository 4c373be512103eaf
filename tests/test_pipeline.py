"""The whole line on small pages: what is found, where it stands, and what stays when something fails."""

import gc
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


def test_a_subject_that_its_sentence_leaves_out_is_shown_where_it_stands() -> None:
    page = "城北区商务局近日召开会议。会上学习了文件。大家踊跃发言。会议要求，深入实施提振消费专项行动。\n"
    (found,) = pipeline.extract([Document("page.txt", page, "0")])
    name = {entity.id: entity.name for entity in found.entities}
    told = {name[each.head]: each.best for each in found.relations if name[each.tail] == "提振消费专项行动"}
    evidence = told["城北区商务局"]
    assert "城北区商务局" not in evidence.quote
    (passage,) = evidence.context
    assert page[passage.start : passage.end] == passage.quote == "城北区商务局"


def test_a_sentence_that_names_both_ends_needs_no_context() -> None:
    spoken = [each for each in extraction().relations if each.type == "holdsPost"]
    assert spoken and all(each.best.context == () for each in spoken)


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


def test_metadata_comes_with_the_documents_and_its_faults_with_what_was_skipped(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "metadata.csv").write_text("document,date\npage.txt,2025-03-05\nnone.txt,\n", encoding="utf-8")
    sources = pipeline.read_all([tmp_path, tmp_path / "metadata.csv"])
    assert [document.source.date for document in sources.documents] == ["2025-03-05"]
    assert [error.reason for error in sources.skipped] == ["line 3 alone is left out: no file none.txt"]


def test_metadata_alone_is_no_input(tmp_path: Path) -> None:
    (tmp_path / "metadata.csv").write_text("document,date\n", encoding="utf-8")
    with pytest.raises(KgError, match=r"no \.txt file"):
        pipeline.read_all([tmp_path / "metadata.csv"])


def test_the_order_of_the_inputs_makes_no_difference_to_the_graph(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.txt", "b.txt")]
    for path in paths:
        path.write_text(f"{path.name}\n{PAGE}", encoding="utf-8")
    for out, inputs in (("one", paths), ("other", paths[::-1])):
        pipeline.build(pipeline.extract(pipeline.read_all(inputs).documents), (), tmp_path / out)
    assert (tmp_path / "one/graph.ttl").read_bytes() == (tmp_path / "other/graph.ttl").read_bytes()


def test_nothing_readable_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "void.txt").touch()
    with pytest.raises(KgError, match=r"empty\.txt.*\n.*void\.txt"):
        pipeline.read_all([tmp_path])


def test_relations_that_are_not_sure_are_left_out_and_counted(tmp_path: Path) -> None:
    found = extraction()
    whole = pipeline.build([found], (), tmp_path / "whole")
    surest = max(evidence.confidence for relation in whole.relations for evidence in relation.evidence)
    sure = pipeline.build([found], (), tmp_path / "sure", min_confidence=surest)
    assert sure == whole.at_least(surest)
    assert 0 < len(sure.relations) < len(whole.relations)
    summary = (tmp_path / "sure" / "summary.md").read_text(encoding="utf-8")
    assert f"另有 {len(whole.relations) - len(sure.relations)} 条关系" in summary
    lines = [(tmp_path / name / "mentions.jsonl").read_bytes() for name in ("whole", "sure")]
    assert lines[0] == lines[1]


def test_a_large_graph_gives_the_same_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [extraction()]
    for name, large in (("alone", pipeline._LARGE), ("beside", 0)):
        monkeypatch.setattr(pipeline, "_LARGE", large)
        pipeline.build(found, (), tmp_path / name)
    alone, both = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("alone", "beside")
    )
    assert alone == both


@pytest.mark.parametrize("large", [pipeline._LARGE, 0])
def test_a_failed_build_leaves_the_last_one(large: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "_LARGE", large)
    found = [extraction()]
    pipeline.build(found, (), tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setitem(pipeline.EXPORTERS, "graph.graphml", fails)
    with pytest.raises(OutputError, match="No space left"):
        pipeline.build(found, (), tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    assert gc.isenabled()


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
        "explorer.html",
        "mentions.jsonl",
        "summary.md",
    }
    line = json.loads((tmp_path / "mentions.jsonl").read_text(encoding="utf-8"))
    assert list(line) == ["document", "sha256", "articles", "mentions", "entities", "relations"]
