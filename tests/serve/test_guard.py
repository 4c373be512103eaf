"""Other sites neither read from the server nor make it work; responses say how they may be used."""

import socket
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlencode

import pytest
from factory import small_graph
from serve.running import FORM, HOST, Site, serving

from kg.export import turtle
from kg.serve.limits import Limits

PATHS = ("/", "/editor", "/explorer.html", "/graph.html", "/editor.js", "/examples.json", "/nowhere", "/sparql")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    turtle.write(small_graph(), folder / "graph.ttl")
    (folder / "graph.html").write_text("<!DOCTYPE html><title>图</title>", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[Site]:
    with serving(folder, limits=Limits(at_a_time=1)) as running:
        yield running


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "evil.example:80", "192.168.1.7", ""])
@pytest.mark.parametrize("path", ["/", "/graph.html", "/sparql?query=ASK%20%7B%7D"])
def test_only_names_of_this_machine_lead_here(site: Site, host: str, path: str) -> None:
    response = site.send("GET", path, headers={"Host": host})
    assert response.status == 400
    assert "boolean" not in response.text


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "localhost:8000"])
def test_names_of_this_machine_do(site: Site, host: str) -> None:
    assert site.send("GET", "/", headers={"Host": host}).status == 200


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "https://127.0.0.1", "http://127.0.0.1:1", "null", "file://"]
)
def test_other_origins_are_refused(site: Site, origin: str) -> None:
    for method, body in (("GET", None), ("POST", "query=ASK%20%7B%7D"), ("OPTIONS", None)):
        response = site.send(method, "/sparql?x", body, {"Origin": origin, "Content-Type": FORM})
        assert response.status == 403
        assert not any(name.startswith("access-control") for name in response.headers)


def test_its_own_origin_is_not(site: Site) -> None:
    response = site.ask("ASK {}", Origin=site.address)
    assert response.status == 200
    assert not any(name.startswith("access-control") for name in response.headers)


@pytest.mark.parametrize("where", ["cross-site", "same-site"])
@pytest.mark.parametrize("use", ["image", "script", "iframe", "empty", "style", "object"])
def test_pages_of_other_sites_cannot_use_anything_here(site: Site, where: str, use: str) -> None:
    headers = {"Sec-Fetch-Site": where, "Sec-Fetch-Dest": use}
    for path in PATHS:
        assert site.send("GET", f"{path}?query=ASK%20%7B%7D", headers=headers).status == 403


def test_links_of_other_sites_lead_here(site: Site) -> None:
    assert site.send("GET", "/", headers={"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Dest": "document"}).status == 200
    assert (
        site.send("GET", "/editor.js", headers={"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Dest": "script"}).status
        == 200
    )


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "TRACE"])
def test_every_response_says_how_it_may_be_used(site: Site, method: str, path: str) -> None:
    headers = site.send(method, path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe-eval" not in policy
    assert "http" not in policy
    assert "*" not in policy
    assert "server" not in headers


def test_pages_of_ours_run_only_their_own_scripts(site: Site) -> None:
    for path in ("/", "/editor"):
        policy = site.send("GET", path).headers["content-security-policy"]
        assert "script-src 'self';" in policy
        assert "unsafe-inline" not in policy


def test_views_cannot_reach_the_network(site: Site) -> None:
    policy = site.send("GET", "/graph.html").headers["content-security-policy"]
    assert "connect-src" not in policy  # falls back to default-src 'none'
    assert "script-src 'unsafe-inline';" in policy  # their own policy, inside the file, names hashes


class _Trap(HTTPServer):
    """A server that notes whoever calls."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        calls = self.calls

        class Handler(BaseHTTPRequestHandler):
            def handle(self) -> None:
                calls.append(str(self.client_address))

        super().__init__((HOST, 0), Handler)


def test_no_query_reaches_another_server_or_a_file(site: Site, folder: Path) -> None:
    trap = _Trap()
    thread = Thread(target=trap.serve_forever)
    thread.start()
    there = f"http://{HOST}:{trap.server_port}/"
    refused = [
        f"SELECT * {{ SERVICE <{there}> {{ ?s ?p ?o }} }}",
        f"SELECT * {{ service silent <{there}> {{ ?s ?p ?o }} }}",
        f"SELECT * {{ SERVICE<{there}>{{ ?s ?p ?o }} }}",
        f"SELECT * {{ VALUES ?x {{ <{there}> }} SERVICE SILENT ?x {{ ?s ?p ?o }} }}",
        f"SELECT * {{ SERVICE # comment\n <{there}> {{ ?s ?p ?o }} }}",
        f"SELECT * {{ \\u0053ERVICE <{there}> {{ ?s ?p ?o }} }}",
        f"SELECT * {{ OPTIONAL {{ SERVICE <{there}> {{ ?s ?p ?o }} }} }}",
        f"LOAD <{there}>",
    ]
    graphs = (there, (folder / "graph.ttl").as_uri())
    try:
        assert [site.ask(sparql).status for sparql in refused] == [400] * len(refused)
        assert [site.ask(f"ASK FROM <{iri}> {{ ?s ?p ?o }}", "text/csv").text for iri in graphs] == ["false"] * 2
        query = urlencode({"query": "ASK { ?s ?p ?o }"})
        for parameter in ("default-graph-uri", "named-graph-uri"):
            assert "false" in site.send("GET", f"/sparql?{query}&{parameter}={there}").text
    finally:
        trap.shutdown()
        trap.server_close()
        thread.join()
    assert trap.calls == []


def test_only_this_machine_is_listened_to(site: Site) -> None:
    with socket.socket() as other, pytest.raises(OSError):
        other.settimeout(2)
        other.connect(("127.0.0.2", site.port))


def test_what_goes_wrong_is_said_without_places_in_the_program(site: Site, folder: Path) -> None:
    for response in (
        site.ask("SELECT * {"),
        site.ask("SELECT * { SERVICE <http://a/> {} }"),
        site.send("GET", "/explorer.html"),
        site.send("GET", "/nowhere"),
        site.send("POST", "/sparql", b"\xff", {"Content-Type": FORM}),
    ):
        assert response.status >= 400
        assert not any(word in response.text for word in ("Traceback", ".py", str(folder), "site-packages"))
