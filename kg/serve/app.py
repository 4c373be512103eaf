"""All that is served, put together: the pages and the endpoint behind the guard."""

from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kg.serve import pages, protocol
from kg.serve.guard import Guard
from kg.serve.workers import Workers

HOST = "127.0.0.1"
_MOST_CONNECTIONS = 64


def application(folder: Path, workers: Workers) -> Starlette:
    """The pages of a built folder and `/sparql`, answered by the workers."""

    async def sparql(request: Request) -> Response:
        reply = await run_in_threadpool(workers.answer, await protocol.question(request))
        return Response(reply.content, reply.status, media_type=reply.media_type)

    app = Starlette(
        routes=[Route("/sparql", sparql, methods=["GET", "POST"]), *pages.routes(folder)],
        # A name that leads here but is not ours means that a site plays tricks with names (DNS rebinding).
        middleware=[
            Middleware(Guard),
            Middleware(TrustedHostMiddleware, allowed_hosts=[HOST, "localhost"], www_redirect=False),
        ],
    )
    app.router.redirect_slashes = False
    return app


def server(app: Starlette) -> uvicorn.Server:
    """What runs the application: it writes no log, says nothing of itself, and does not wait for visitors to leave."""
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        limit_concurrency=_MOST_CONNECTIONS,
        timeout_graceful_shutdown=1,
    )
    return uvicorn.Server(config)
