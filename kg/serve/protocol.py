"""A request to the endpoint read as a question: SPARQL 1.1 Protocol, section 2.1, queries only."""

from email.message import Message
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

from kg.serve.engine import Question
from kg.serve.negotiation import GRAPHS, ROWS, chosen
from kg.store import READ_ONLY, Dataset

_FORM, _QUERY = "application/x-www-form-urlencoded", "application/sparql-query"
_LARGEST = 1 << 20

Fields = list[tuple[str, str]]


async def question(request: Request) -> Question:
    """What a GET or POST request asks.

    :raises HTTPException: 400, 406, 413 or 415, with the reason in words.
    """
    fields = _fields(request.scope["query_string"])
    if request.method == "POST":
        fields += await _posted(request)
    accept = ", ".join(request.headers.getlist("accept")) or "*/*"
    rows, graph = chosen(accept, ROWS), chosen(accept, GRAPHS)
    if not (rows or graph):
        raise HTTPException(406, f"answers come as {', '.join((*ROWS, *GRAPHS))}")
    return Question(_query(fields), _dataset(fields), rows, graph)


def _query(fields: Fields) -> str:
    if any(name == "update" for name, _ in fields):
        raise HTTPException(400, READ_ONLY)
    queries = [value for name, value in fields if name == "query"]
    if len(queries) != 1:
        raise HTTPException(400, f"one query is needed, as the parameter query; there are {len(queries)}")
    return queries[0]


def _dataset(fields: Fields) -> Dataset | None:
    default = tuple(value for name, value in fields if name == "default-graph-uri")
    named = tuple(value for name, value in fields if name == "named-graph-uri")
    return Dataset(default, named) if default or named else None


async def _posted(request: Request) -> Fields:
    content = Message()
    content["content-type"] = request.headers.get("content-type", "")
    media_type = content.get_content_type()
    if media_type not in (_FORM, _QUERY) or content.get_content_charset("utf-8") not in ("utf-8", "utf8"):
        raise HTTPException(415, f"send {_FORM} or {_QUERY}, in UTF-8")
    body = await _body(request)
    return _fields(body) if media_type == _FORM else [("query", _text(body))]


async def _body(request: Request) -> bytes:
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > _LARGEST:
            raise HTTPException(413, f"a query has at most {_LARGEST:,} bytes")
    return bytes(body)


def _fields(encoded: bytes) -> Fields:
    try:
        return parse_qsl(_text(encoded), keep_blank_values=True, errors="strict", max_num_fields=100)
    except ValueError as error:
        raise HTTPException(400, f"parameters that cannot be read: {error}") from error


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise HTTPException(400, "that is no UTF-8") from error
