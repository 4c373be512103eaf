"""The pages: a start page, the views of the folder, the editor and its files, each under a fixed name."""

from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

from jinja2 import Environment, PackageLoader
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from kg import ontology
from kg.cookbook import Question, questions

# The views a folder may hold, with what the start page says of them; no other file of the folder is given out.
VIEWS = {
    "explorer.html": ("图谱浏览器与原文", "Explorer and texts"),
    "graph.html": ("图谱总览", "Overview"),
}
_STATIC = Path(__file__).parent / "static"
_EDITOR = ("yasgui.min.js", "yasgui.min.css", "editor.js", "style.css")

# Views are single files with their scripts inside, under a policy of their own; this one keeps them off the network.
_VIEW_POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
# The hash is that of the one style element that the editor adds, for the handles of columns.
_PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-zCK2EVMoPc04mRF/g5CotUvxbJPWS+8V0b+s9ptqQIk='; "
    "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

Endpoint = Callable[[Request], Awaitable[Response]]


def routes(folder: Path) -> Iterator[Route]:
    """Where each page and file is; a name that is not here leads nowhere."""
    yield Route("/", _start(folder))
    yield Route("/editor", _file(_STATIC / "editor.html", _PAGE_POLICY))
    yield Route("/favicon.ico", _nothing)
    yield Route("/examples.json", _data(list(map(_example, questions()))))
    yield Route("/prefixes.json", _data(dict(ontology.load().prefixes)))
    for name in _EDITOR:
        yield Route(f"/{name}", _file(_STATIC / name, _PAGE_POLICY))
    for name in VIEWS:
        yield Route(f"/{name}", _file(folder / name, _VIEW_POLICY))


def _start(folder: Path) -> Endpoint:
    page = Environment(loader=PackageLoader("kg.serve", "static"), autoescape=True).get_template("start.html")

    async def start(_: Request) -> Response:
        there = [(name, zh, en) for name, (zh, en) in VIEWS.items() if (folder / name).is_file()]
        return HTMLResponse(page.render(views=there), headers={"Content-Security-Policy": _PAGE_POLICY})

    return start


def _file(path: Path, policy: str) -> Endpoint:
    async def file(_: Request) -> Response:
        if not path.is_file():
            return PlainTextResponse(f"{path.name} is not in this folder; `kg build` writes it\n", 404)
        return FileResponse(path, headers={"Content-Security-Policy": policy})

    return file


def _example(question: Question) -> dict[str, str]:
    return {"question": f"{question.chinese} / {question.english}", "query": question.sparql}


def _data(content: object) -> Endpoint:
    async def data(_: Request) -> Response:
        return JSONResponse(content)

    return data


async def _nothing(_: Request) -> Response:
    return Response(status_code=204)
