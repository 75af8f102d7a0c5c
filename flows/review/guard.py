"""What a request must show before it reaches the application: it is of this machine's own page, and knows the token."""

from __future__ import annotations

import hmac
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_BODY = 100_000  # bytes
SAFE = {
    # Nothing but the page's own files; no text of a document can run, frame, load or send anything.
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",  # the token stands in the address
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
HEADER = "x-token"


class BodyTooLargeError(Exception):
    """More was sent than any of the page's requests needs."""


class Guard:
    """Middleware: host and origin are this server's, the token is right, the body is small; answers are made safe.

    ``host`` is the address with its port. A foreign name for this machine (DNS rebinding) and pages of other origins
    are refused, reading as well as writing.
    """

    def __init__(self, app: ASGIApp, token: str, host: str, public: frozenset[str]) -> None:
        self._app, self._token, self._public = app, token, public
        self._hosts = {host, host.replace("127.0.0.1", "localhost")}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse the request, or let it through."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, _safe(send))
            return
        try:
            await self._app(scope, _bounded(receive), _safe(send))
        except BodyTooLargeError:
            await PlainTextResponse("too much", 413)(scope, receive, _safe(send))

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        headers = Headers(scope=scope)
        if headers.get("host", "") not in self._hosts:
            return PlainTextResponse("not this server's name", 421)
        origin = headers.get("origin")
        if origin is not None and origin.removeprefix("http://") not in self._hosts:
            return PlainTextResponse("of another origin", 403)
        if scope["path"] in self._public:
            return None
        asked = parse_qs(scope["query_string"].decode("ascii", "replace")).get("token", [""])[0]
        # Only what changes nothing may have the token in its address: a picture, the page itself.
        given = headers.get(HEADER, "" if scope["method"] != "GET" else asked)
        if not hmac.compare_digest(given.encode(), self._token.encode()):
            return PlainTextResponse("needs the token of the address that was printed", 403)
        return None


def _bounded(receive: Receive) -> Receive:
    received = 0

    async def bounded() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received > LARGEST_BODY:
            raise BodyTooLargeError
        return message

    return bounded


def _safe(send: Send) -> Send:
    async def safe(message: Message) -> None:
        if message["type"] == "http.response.start":
            known = {name.lower() for name, _ in message["headers"]}
            added = [(name.lower().encode(), value.encode()) for name, value in SAFE.items()]
            message = {**message, "headers": [*message["headers"], *(pair for pair in added if pair[0] not in known)]}
        await send(message)

    return safe
