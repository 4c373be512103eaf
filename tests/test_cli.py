"""The command `kg`: exit codes, what goes to which stream, and clear words when something is wrong."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kg import cli
from kg.cli.console import ATTENTION, DONE, WRONG

PAGE = "城北区商务局局长李国强到云山街道调研。\n"


def test_extract_prints_one_object_a_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "b.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "a.txt").write_text(PAGE, encoding="gb18030")
    assert cli.main(["extract", str(tmp_path)]) == DONE
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["document"] for line in lines] == ["a.txt", "b.txt"]
    assert lines[0]["mentions"] == lines[1]["mentions"]


def test_a_skipped_file_is_named_and_the_exit_code_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "good.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    out = tmp_path / "out"
    assert cli.main(["build", str(tmp_path), "-o", str(out)]) == ATTENTION
    assert "empty.txt" in capsys.readouterr().err
    assert "empty.txt" in (out / "summary.md").read_text(encoding="utf-8")


def test_a_fault_in_the_metadata_is_named_and_the_exit_code_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "metadata.csv").write_text("document,date\npage.txt,March\n", encoding="utf-8")
    out = tmp_path / "out"
    assert cli.main(["build", str(tmp_path), "-o", str(out)]) == ATTENTION
    assert "metadata.csv: line 2 alone is left out: March is no date; write " in capsys.readouterr().err
    assert "line 2" in (out / "summary.md").read_text(encoding="utf-8")


def test_a_date_of_issue_is_written_as_given(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    assert cli.main(["build", str(tmp_path), "-o", str(tmp_path), "--date", "2026-03-05"]) == DONE
    assert 'dcterms:issued "2026-03-05"^^xsd:date' in (tmp_path / "graph.ttl").read_text(encoding="utf-8")


@pytest.mark.parametrize("date", ["2026-02-30", "20260305", "2026-3-5", "heute", ""])
def test_a_date_of_issue_that_is_none_is_wrong_usage(date: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        cli.main(["build", "seeds", "-o", "out", "--date", date])
    assert exit_.value.code == WRONG
    assert f"{date} is no date: write year, month and day" in capsys.readouterr().err


def test_a_missing_input_among_others_is_named_and_the_rest_built(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "good.txt").write_text(PAGE, encoding="utf-8")
    assert cli.main(["extract", str(tmp_path / "none.txt"), str(tmp_path / "good.txt")]) == ATTENTION
    output = capsys.readouterr()
    assert json.loads(output.out)["document"] == "good.txt"
    assert "none.txt" in output.err


def test_a_missing_input_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["extract", str(tmp_path / "none.txt")]) == WRONG
    assert "none.txt" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["build"], ["query", "x"], ["nonsense"]])
def test_wrong_usage_exits_with_two(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        cli.main(arguments)
    assert exit_.value.code == WRONG


@pytest.mark.parametrize("command", ["build", "extract", "query", "export", "review", "validate", "evaluate"])
def test_every_command_has_help_with_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        cli.main([command, "--help"])
    assert exit_.value.code == DONE
    assert "Example: kg " in capsys.readouterr().out


@pytest.mark.parametrize("share", ["1.01", "-0.1", "nan", "high"])
def test_a_confidence_that_is_none_is_wrong_usage(
    share: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as exit_:
        cli.main(["build", "page.txt", "-o", str(tmp_path), f"--min-confidence={share}"])
    assert exit_.value.code == WRONG
    assert f"{share} is no confidence: write a number from 0 to 1" in capsys.readouterr().err


def test_what_is_not_sure_is_left_out_on_demand(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    assert cli.main(["build", str(tmp_path / "page.txt"), "-o", str(tmp_path), "--min-confidence", "1"]) == DONE
    assert "kg:Statement" not in (tmp_path / "graph.ttl").read_text(encoding="utf-8")
    assert "less sure relations were left out" in (tmp_path / "summary.md").read_text(encoding="utf-8")


def test_an_evaluation_writes_its_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    marked = PAGE.replace("李国强", "⟦PER|李国强⟧")
    (tmp_path / "page.ann.txt").write_text(marked, encoding="utf-8")
    assert cli.main(["evaluate", str(tmp_path), "--html", str(tmp_path / "page.html")]) == DONE
    assert "mentions" in capsys.readouterr().out
    assert "李国强" in (tmp_path / "page.html").read_text(encoding="utf-8")
    assert cli.main(["evaluate", str(tmp_path), "--html", str(tmp_path / "none" / "page.html")]) == WRONG
    assert "page.html" in capsys.readouterr().err


def test_an_evaluation_names_what_is_wrong_with_the_annotation(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "page.ann.txt").write_text(PAGE.replace("李国强", "⟦PRE|李国强⟧"), encoding="utf-8")
    assert cli.main(["evaluate", str(tmp_path)]) == ATTENTION
    assert "kg: page: a mark near" in capsys.readouterr().err


def test_query_answers_from_a_build(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    cli.main(["build", str(tmp_path / "page.txt"), "-o", str(tmp_path / "out")])
    capsys.readouterr()
    ask = 'SELECT ?p WHERE { ?x skos:prefLabel ?p FILTER(STR(?p) = "李国强") }'
    assert cli.main(["query", str(tmp_path / "out"), ask, "--format", "csv"]) == DONE
    assert capsys.readouterr().out.split() == ["p", "李国强"]


def test_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number}.txt").write_text(PAGE * 50, encoding="utf-8")
    command = f"{sys.executable} -m kg extract {tmp_path} | head -c 10"
    done = subprocess.run(["/bin/bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.stderr == ""


def test_output_is_utf8_in_any_locale(tmp_path: Path) -> None:
    (tmp_path / "页.txt").write_text(PAGE, encoding="utf-8")
    command = [sys.executable, "-m", "kg", "extract", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, check=True, env={"PYTHONIOENCODING": "ascii"})
    assert json.loads(done.stdout.decode("utf-8"))["document"] == "页.txt"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a file that is always full")
def test_a_full_disk_is_told_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    command = [sys.executable, "-m", "kg", "extract", str(tmp_path)]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == WRONG
    assert done.stderr.startswith("kg: output: ")
    assert len(done.stderr.splitlines()) == 1


def test_a_long_list_without_a_comma_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "page.txt").write_text("李国强、王小明、" * 200, encoding="utf-8")
    assert cli.main(["extract", str(tmp_path)]) == DONE
    assert "page.txt" in capsys.readouterr().out


def test_same_input_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    for seed in ("1", "2"):
        arguments = ["build", str(tmp_path / "page.txt"), "-o", str(tmp_path / seed)]
        subprocess.run([sys.executable, "-m", "kg", *arguments], check=True, env={"PYTHONHASHSEED": seed})
    one, other = (
        {file.name: file.read_bytes() for file in (tmp_path / seed).glob("*.*") if file.is_file()} for seed in "12"
    )
    assert one == other
