"""A real server on a free port of this machine, and a client that sends exactly what it is told."""

import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

from kg.serve.app import HOST, application, server
from kg.serve.limits import Limits
from kg.serve.workers import Workers

FORM, QUERY = "application/x-www-form-urlencoded", "application/sparql-query"


@dataclass(frozen=True)
class Response:
    status: int
    headers: Mapping[str, str]
    content: bytes

    @property
    def text(self) -> str:
        return self.content.decode("utf-8")

    @property
    def media_type(self) -> str:
        return self.headers["content-type"].partition(";")[0]


@dataclass(frozen=True)
class Site:
    port: int

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.port}"

    def send(
        self, method: str, path: str, body: bytes | str | None = None, headers: Mapping[str, str] | None = None
    ) -> Response:
        connection = HTTPConnection(HOST, self.port, timeout=60)
        connection.request(method, path, body.encode() if isinstance(body, str) else body, headers or {})
        received = connection.getresponse()
        content = received.read()
        connection.close()
        return Response(received.status, {name.lower(): value for name, value in received.getheaders()}, content)

    def ask(self, sparql: str, accept: str | None = None, **headers: str) -> Response:
        """A query by GET, as most clients send it."""
        sent = headers | ({"Accept": accept} if accept else {})
        return self.send("GET", f"/sparql?{urlencode({'query': sparql})}", headers=sent)


@contextmanager
def serving(folder: Path, *, graph: Path | None = None, limits: Limits | None = None) -> Iterator[Site]:
    """The folder served; the endpoint may answer from another graph, with other limits."""
    with socket.create_server((HOST, 0)) as listener, Workers(graph or folder, limits or Limits()) as workers:
        running = server(application(folder, workers))
        thread = threading.Thread(target=running.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield Site(listener.getsockname()[1])
        finally:
            running.should_exit = True
            thread.join()
