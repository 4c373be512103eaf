"""What every request must show and every response says, so that no other site reads or drives the server."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_SAID = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
# For whatever is no page of ours: a browser may show it, and nothing in it runs or loads.
_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"


class Guard:
    """Refuses what other sites ask for, but lets links from there lead here; adds the headers of all responses."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(_SAID)
                headers.setdefault("Content-Security-Policy", _POLICY)
            await send(message)

        foreign = _foreign(Headers(scope=scope))
        app = PlainTextResponse("requests of other sites are refused\n", 403) if foreign else self._app
        await app(scope, receive, guarded)


def _foreign(headers: Headers) -> bool:
    if headers.get("origin", own := f"http://{headers.get('host')}") != own:
        return True
    elsewhere = headers.get("sec-fetch-site", "none") not in ("none", "same-origin")
    return elsewhere and headers.get("sec-fetch-dest") != "document"
