"""Pages and files have fixed names; nothing else can be had."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from factory import small_graph
from serve.running import Site, serving

from kg import ontology
from kg.export import turtle
from kg.serve import pages
from kg.serve.limits import Limits

STATIC = Path(pages.__file__).parent / "static"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("above") / "built"
    folder.mkdir()
    turtle.write(small_graph(), folder / "graph.ttl")
    (folder / "graph.html").write_text("<!DOCTYPE html><title>总览</title>", encoding="utf-8")
    (folder / "secret.html").write_text("secret", encoding="utf-8")
    (folder.parent / "secret.html").write_text("secret", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[Site]:
    with serving(folder, limits=Limits(at_a_time=1)) as running:
        yield running


def test_the_start_page_leads_to_what_is_there(site: Site, folder: Path) -> None:
    page = site.send("GET", "/")
    assert page.media_type == "text/html"
    assert 'href="graph.html"' in page.text
    assert 'href="editor"' in page.text
    assert "explorer.html" not in page.text


def test_a_view_is_the_file_of_the_folder(site: Site, folder: Path) -> None:
    page = site.send("GET", "/graph.html")
    assert (page.status, page.media_type) == (200, "text/html")
    assert page.content == (folder / "graph.html").read_bytes()


def test_a_view_says_when_it_is_not_built_and_is_there_when_it_is(site: Site, folder: Path) -> None:
    missing = site.send("GET", "/explorer.html")
    assert missing.status == 404
    assert "kg build" in missing.text
    (folder / "explorer.html").write_text("<!DOCTYPE html><title>浏览器</title>", encoding="utf-8")
    assert "浏览器" in site.send("GET", "/explorer.html").text
    assert 'href="explorer.html"' in site.send("GET", "/").text
    (folder / "explorer.html").unlink()


@pytest.mark.parametrize(
    "path",
    [
        "/secret.html",
        "/../secret.html",
        "/..%2fsecret.html",
        "/%2e%2e/secret.html",
        "/..%5csecret.html",
        "/..\\secret.html",
        "/graph.html/../secret.html",
        "/graph.html%00",
        "/graph.html%2f..%2fsecret.html",
        "//secret.html",
        "/graph.ttl",
        "/mentions.jsonl",
        "/etc/passwd",
        "//etc/passwd",
        "/%2fetc%2fpasswd",
        "/C:/secret.html",
        "/C:%5csecret.html",
        "/file:///etc/passwd",
        "/static/editor.js",
        "/start.html",
        "/LICENSES.txt/..",
        "/GRAPH.HTML",
    ],
)
def test_no_other_file_can_be_had(site: Site, path: str) -> None:
    response = site.send("GET", path)
    assert response.status == 404
    assert "secret" not in response.text
    assert "root:" not in response.text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_pages_are_only_read(site: Site, method: str, folder: Path) -> None:
    assert site.send(method, "/graph.html", b"changed").status == 405
    assert (folder / "graph.html").read_text(encoding="utf-8").startswith("<!DOCTYPE")


def test_examples_are_the_cookbook(site: Site) -> None:
    given = json.loads(site.send("GET", "/examples.json").text)
    texts = [path.read_text(encoding="utf-8") for path in sorted((ontology.ONTOLOGY / "queries").glob("*.rq"))]
    assert [each["query"] for each in given] == texts
    assert [each["question"] for each in given] == [text.partition("\n")[0].removeprefix("# ") for text in texts]


def test_prefixes_are_those_of_the_ontology(site: Site) -> None:
    assert json.loads(site.send("GET", "/prefixes.json").text) == dict(ontology.load().prefixes)


def test_files_of_others_are_as_published_and_named(site: Site) -> None:
    for line in (STATIC / "MANIFEST.sha256").read_text(encoding="utf-8").splitlines():
        digest, name = line.split()
        assert sha256((STATIC / name).read_bytes()).hexdigest() == digest
        assert site.send("GET", f"/{name}").content == (STATIC / name).read_bytes()
        assert name in (STATIC / "LICENSES.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["start.html", "editor.html", "editor.js", "style.css"])
def test_our_files_load_nothing_from_elsewhere(name: str) -> None:
    text = (STATIC / name).read_text(encoding="utf-8")
    assert not any(start in text for start in ("http:", "https:", "'//", '"//', "`//", "=//", "(//"))
    assert "innerHTML" not in text
