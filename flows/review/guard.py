"""What a request must show before it reaches the application: it is of this machine's own page, and knows the token."""

from __future__ import annotations

import hmac

from starlette.exceptions import HTTPException
from starlette.middleware.base import BaseHTTPMiddleware, RequestResponseEndpoint
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp

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


class Guard(BaseHTTPMiddleware):
    """Middleware: host and origin are this server's, the token is right; answers are made safe.

    ``host`` is the address with its port. A foreign name for this machine (DNS rebinding) and pages of other origins
    are refused, reading as well as writing.
    """

    def __init__(self, app: ASGIApp, token: str, host: str, public: frozenset[str]) -> None:
        super().__init__(app)
        self._token, self._public = token, public
        self._hosts = {host, host.replace("127.0.0.1", "localhost")}

    async def dispatch(self, request: Request, call_next: RequestResponseEndpoint) -> Response:
        """Refuse the request, or let it through."""
        answer = self._refusal(request) or await call_next(request)
        for name, value in SAFE.items():
            answer.headers.setdefault(name, value)
        return answer

    def _refusal(self, request: Request) -> Response | None:
        if request.headers.get("host", "") not in self._hosts:
            return PlainTextResponse("not this server's name", 421)
        origin = request.headers.get("origin")
        if origin is not None and origin.removeprefix("http://") not in self._hosts:
            return PlainTextResponse("of another origin", 403)
        if request.url.path in self._public:
            return None
        # Only what changes nothing may have the token in its address: a picture, the page itself.
        asked = request.query_params.get("token", "") if request.method == "GET" else ""
        if not hmac.compare_digest(request.headers.get(HEADER, asked).encode(), self._token.encode()):
            return PlainTextResponse("needs the token of the address that was printed", 403)
        return None


async def body_of(request: Request) -> bytes:
    """What was sent. Raises HTTPException for more than any of the page's requests needs."""
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST_BODY:
            raise HTTPException(413, "too much")
    return body
