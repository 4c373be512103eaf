"""The command `kg`: reads arguments, calls the pipeline, and is the one place that prints."""

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TypeVar

from kg.errors import KgError, SourceError

DONE, ATTENTION, WRONG = 0, 1, 2
T = TypeVar("T")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; exit codes: 0 done, 1 done but something needs attention, 2 wrong usage or unreadable input."""
    arguments = _parser().parse_args(argv)
    try:
        return _run(arguments)
    except KgError as error:
        _say(f"kg: {error}")
        return WRONG
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output left; Python would complain about it once more
        return DONE
    except OSError as error:
        _say(f"kg: {error.filename or 'output'}: {error.strerror or error}")
        return WRONG
    except KeyboardInterrupt:
        _say("kg: interrupted")
        return 130


def _run(arguments: argparse.Namespace) -> int:
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # JSON Lines and Chinese names, whatever the locale
    status = int(arguments.run(arguments))
    sys.stdout.flush()  # a full disk or a closed pipe shows here, where it can be told
    return status


def _build(arguments: argparse.Namespace) -> int:
    from kg import pipeline

    sources = pipeline.read_all(arguments.paths)
    extractions = pipeline.extract(sources.documents)
    graph = pipeline.build(_progress(extractions, len(sources.documents)), sources.skipped, arguments.out)
    status = _told(sources.skipped)
    _say(
        f"{len(graph.documents)} documents, {len(graph.entities)} entities, {len(graph.relations)} relations"
        f" in {arguments.out}; begin with {arguments.out / 'summary.md'} or {arguments.out / 'graph.html'}"
    )
    return status


def _extract(arguments: argparse.Namespace) -> int:
    from kg import pipeline
    from kg.export import jsonl

    sources = pipeline.read_all(arguments.paths)
    for extraction in pipeline.extract(sources.documents):
        _print(jsonl.line(extraction))
    return _told(sources.skipped)


def _told(skipped: Sequence[SourceError]) -> int:
    """Name what was skipped; the exit code that says whether anything was."""
    for error in skipped:
        _say(f"kg: skipped {error}")
    return ATTENTION if skipped else DONE


def _query(arguments: argparse.Namespace) -> int:
    from kg import store

    sparql = _read(arguments.file) if arguments.file else arguments.query
    _print(store.render(store.query(arguments.graph, sparql), arguments.format).rstrip("\n"))
    return DONE


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(path, f"no query can be read: {error}", "name a UTF-8 file with SPARQL text") from error


def _validate(arguments: argparse.Namespace) -> int:
    from kg.validate import validate

    verdict = validate(arguments.graph)
    _print(verdict.report.rstrip("\n"))
    return DONE if verdict.conforms else ATTENTION


def _evaluate(arguments: argparse.Namespace) -> int:
    from kg import pipeline
    from kg.model import Document
    from kg.train import evaluate
    from kg.train.annotation import read_folder

    gold = list(read_folder(arguments.gold))
    documents = [Document(text.name, text.text, "") for text in gold]
    found = {extraction.document.name: extraction for extraction in pipeline.extract(documents)}
    _print(evaluate.table(evaluate.evaluate(gold, found), errors=arguments.errors))
    return DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kg", description="Knowledge graphs from Chinese local-government news.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    build = _command(
        commands, "build", _build, "read pages and write the graph and its views", "kg build seeds -o output"
    )
    build.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a .txt file or a folder of them")
    build.add_argument("-o", "--out", required=True, type=Path, metavar="DIR", help="folder to write into")

    extract = _command(commands, "extract", _extract, "print what each page says as JSON Lines", "kg extract page.txt")
    extract.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a .txt file or a folder of them")

    example = "kg query output --file ontology/queries/01-posts.rq"
    query = _command(commands, "query", _query, "ask the built graph in SPARQL 1.1", example)
    query.add_argument("graph", type=Path, metavar="DIR_OR_TTL", help="folder of a build, or a Turtle file")
    asked = query.add_mutually_exclusive_group(required=True)
    asked.add_argument("query", nargs="?", help="the SPARQL text")
    asked.add_argument("--file", type=Path, metavar="F.rq", help="a file with the SPARQL text")
    query.add_argument("--format", choices=("table", "csv", "json", "ttl"), default="table")

    purpose = "check a graph against ontology/shapes.ttl (SHACL)"
    validate = _command(commands, "validate", _validate, purpose, "kg validate output")
    validate.add_argument("graph", type=Path, metavar="DIR_OR_TTL", help="folder of a build, or a Turtle file")

    example = "kg evaluate kg/train/corpus/dev --errors 20"
    evaluate = _command(commands, "evaluate", _evaluate, "measure the extraction against annotated texts", example)
    evaluate.add_argument("gold", type=Path, metavar="GOLD_DIR", help="folder of NAME.ann.txt and NAME.rel.tsv")
    evaluate.add_argument("--errors", type=int, default=0, metavar="N", help="list up to N errors of each kind")
    return parser


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    run: Callable[[argparse.Namespace], int],
    purpose: str,
    example: str,
) -> argparse.ArgumentParser:
    parser = commands.add_parser(
        name, help=purpose, description=f"{purpose.capitalize()}.", epilog=f"Example: {example}"
    )
    parser.set_defaults(run=run)
    return parser


def _progress(steps: Iterable[T], total: int) -> Iterable[T]:
    """The same steps, with a bar on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        return steps
    from rich.console import Console
    from rich.progress import track

    return track(steps, description="reading pages", total=total, console=Console(stderr=True))


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _say(message: str) -> None:
    sys.stderr.write(f"{message}\n")
