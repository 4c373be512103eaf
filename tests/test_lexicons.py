"""Word lists hold general knowledge: no name of the development pages stands in one."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.divisions import Divisions
from kg.ontology import ONTOLOGY
from kg.train.annotation import DEV, read_folder

# Words of the language and of the whole country that the pages use as names: organs, national policies, heads of
# names, the byname of a city of millions.
GENERAL = {"市委", "区委", "中国", "十五五规划", "双减", "津城", "文化中心", "万象城", "居家养老服务中心"}


def words(value: object) -> Iterator[str]:
    """Every string of a parsed word list, keys included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        yield from (word for inner in value.values() for word in words(inner))
    elif isinstance(value, list):
        yield from (word for inner in value for word in words(inner))


@pytest.mark.parametrize("path", sorted((ONTOLOGY / "lexicon").glob("*.toml")), ids=lambda path: path.stem)
def test_no_name_of_the_development_pages_stands_in_a_lexicon(path: Path) -> None:
    mentions = [mention for text in read_folder(DEV) for mention in text.mentions]
    names = {name for mention in mentions for name in (mention.name, "".join(mention.text.split()))}
    divisions = {division.name for division in Divisions.load().by_code.values()}
    listed = set(words(tomllib.loads(path.read_text(encoding="utf-8"))))
    assert names & listed - divisions <= GENERAL
