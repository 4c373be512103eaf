"""`kg evaluate`: measure the extraction against annotated texts."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from kg.cli.console import show, told

PURPOSE = "measure the extraction against annotated texts"
EXAMPLE = "kg evaluate kg/train/corpus/dev --errors 20 --html evaluation.html"


def arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("gold", type=Path, metavar="GOLD_DIR", help="folder of NAME.ann.txt and NAME.rel.tsv")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="list up to N errors of each kind")
    parser.add_argument("--html", type=Path, metavar="FILE", help="write a page with all errors and the marked texts")


def run(given: Namespace) -> int:
    """Print the figures; faults of the annotation are named, since they count as faults of the program."""
    from kg.train import evaluate, evaluation_page
    from kg.train.annotation import read_folder
    from kg.train.compare import compare
    from kg.train.proofreading import faults

    gold = list(read_folder(given.gold))
    found = evaluate.extracted(gold)
    scores = evaluate.evaluate(gold, found)
    show(evaluate.table(scores, errors=given.errors))
    if given.html:
        evaluation_page.write(scores, [compare(text, found.get(text.name)) for text in gold], given.html)
    return told([], list(faults(gold)))
