"""`kg evaluate`: measure the extraction against annotated texts."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from kg.cli.console import DONE, show

PURPOSE = "measure the extraction against annotated texts"
EXAMPLE = "kg evaluate kg/train/corpus/dev --errors 20"


def arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("gold", type=Path, metavar="GOLD_DIR", help="folder of NAME.ann.txt and NAME.rel.tsv")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="list up to N errors of each kind")


def run(given: Namespace) -> int:
    """Print the figures."""
    from kg import pipeline
    from kg.model import Document
    from kg.train import evaluate
    from kg.train.annotation import read_folder

    gold = list(read_folder(given.gold))
    documents = [Document(text.name, text.text, "") for text in gold]
    found = {extraction.document.name: extraction for extraction in pipeline.extract(documents)}
    show(evaluate.table(evaluate.evaluate(gold, found), errors=given.errors))
    return DONE
