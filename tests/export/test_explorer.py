"""Tests of `explorer.html` as a file; what it does in a browser is tested in `browser/`."""

import gzip
import json
import re
from base64 import b64decode, b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from factory import entity, graph, small_graph

import kg
from kg.export.explorer import write
from kg.graph import KnowledgeGraph

EXPLORER = Path(kg.__file__).parent / "explorer"
BUILT = EXPLORER / "built"


def page(of: KnowledgeGraph, folder: Path) -> str:
    write(of, folder / "explorer.html")
    return (folder / "explorer.html").read_text(encoding="utf-8")


def data(html: str) -> Any:
    found = re.search(r'<script type="application/octet-stream" id="data">([^<]*)</script>', html)
    assert found
    return json.loads(gzip.decompress(b64decode(found[1])))


def test_it_holds_the_whole_graph(tmp_path: Path) -> None:
    held = data(page(small_graph(), tmp_path))
    assert held["nodes"]["id"] == [one.id for one in small_graph().entities]
    assert len(held["links"]["head"]) == len(small_graph().relations)


def test_same_graph_same_bytes(tmp_path: Path) -> None:
    assert page(small_graph(), tmp_path) == page(small_graph(), tmp_path)


def test_the_policy_allows_the_own_script_and_style_and_nothing_else(tmp_path: Path) -> None:
    html = page(small_graph(), tmp_path)
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert {"default-src 'none'", "connect-src 'none'", "base-uri 'none'"} <= set(policy.split("; "))
    assert "unsafe" not in policy
    for element, directive in (("script", "script-src"), ("style", "style-src")):
        content = html.rpartition(f"<{element}>")[2].partition(f"</{element}>")[0]
        assert f"{directive} 'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'" in policy


@pytest.mark.parametrize("name", ["</script><img src=x onerror=alert(1)>", "<!--<script>", "半\ud800个"])
def test_names_are_no_markup(name: str, tmp_path: Path) -> None:
    html = page(graph((entity("a", name),)), tmp_path)
    assert html.count("</script") == page(graph(()), tmp_path).count("</script")
    assert "onerror" not in html
    assert data(html)["nodes"]["name"] != [""]


def test_what_was_built_is_what_the_sources_make() -> None:
    """By the hashes of what went into the last `make explorer` and of what came out of it."""
    lines = (BUILT / "MANIFEST.sha256").read_text(encoding="utf-8").splitlines()
    said = dict(reversed(line.split("  ")) for line in lines)
    there = {path for folder in ("src", "built") for path in (EXPLORER / folder).iterdir()}
    assert {path.relative_to(EXPLORER).as_posix() for path in there} - said.keys() == {"built/MANIFEST.sha256"}
    assert {name: sha256((EXPLORER / name).read_bytes()).hexdigest() for name in said} == said


def test_what_was_built_names_the_licences_of_what_is_in_it() -> None:
    licences = (BUILT / "THIRD_PARTY_LICENSES.txt").read_text(encoding="utf-8")
    for package in ("sigma", "graphology", "@sigma/node-border", "events"):
        assert re.search(rf"^{package} [\d.]+ \(MIT\)$", licences, re.MULTILINE)


def test_what_was_built_loads_nothing() -> None:
    script = (BUILT / "explorer.js").read_text(encoding="utf-8")
    style = (BUILT / "explorer.css").read_text(encoding="utf-8")
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|importScripts|XMLHttpRequest", script
    )
    assert "url(" not in style
    assert "@import" not in style
    # Names of XML vocabularies, and nothing to go to.
    assert set(re.findall(r"https?://([\w.]+)", script)) <= {"www.w3.org", "gexf.net"}
