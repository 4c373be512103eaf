"""Each room imports only rooms to its left; importing the package does nothing else."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

KG = Path(__file__).parent.parent / "kg"
ROOMS = [
    ["errors", "model"],
    ["ontology"],
    ["cookbook"],
    ["divisions"],
    ["graph"],
    ["documents"],
    ["extract"],
    ["resolve"],
    ["export"],
    ["store"],
    ["restore"],
    ["validate", "checks"],
    ["serve"],
    ["components"],
    ["pipeline"],
    ["engines"],
    ["train"],
    ["cli"],
    ["__main__", "__init__"],
]
RANK = {room: rank for rank, rooms in enumerate(ROOMS) for room in rooms}
# A method that gives a graph in another library's form opens the room that writes it, when it is called and not before.
DOORS = {("graph", "kg.export")}


def room(module: str) -> str:
    """The room of a dotted name below kg: `kg.extract.mentions.tagger` lies in `extract`."""
    return [*module.split("."), "__init__"][1]


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "kg":
            yield from (f"kg.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("path", sorted(KG.rglob("*.py")), ids=lambda path: str(path.relative_to(KG)))
def test_a_room_imports_only_rooms_to_its_left(path: Path) -> None:
    own = path.relative_to(KG).parts[0].removesuffix(".py")
    for name in imports(path):
        if name.split(".")[0] == "kg" and (own, name) not in DOORS:
            assert room(name) == own or RANK[room(name)] < RANK[own], f"{path} imports {name}"


def test_the_command_line_starts_without_the_heavy_libraries() -> None:
    heavy = "{'spacy', 'rdflib', 'networkx', 'pyvis', 'onnxruntime', 'numpy', 'pyoxigraph', 'rich'}"
    code = f"import sys, kg, kg.cli; sys.exit(str({heavy} & set(sys.modules)) if {heavy} & set(sys.modules) else 0)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
