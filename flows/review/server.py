"""Serves the page on this machine until it is stopped."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Callable

import uvicorn

from flows.review.app import Review, application

HOST = "127.0.0.1"


def serve(review: Review, port: int, tell: Callable[[str], None]) -> None:
    """Serve until Ctrl-C or a request to end; ``tell`` is given the address. Raises OSError for a port in use.

    Port 0 is any free one. The address holds the token, new with every start, without which nothing is answered.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((HOST, port))
        address = f"{HOST}:{listening.getsockname()[1]}"
        token = secrets.token_urlsafe(24)
        config = uvicorn.Config(
            application(review, token, address), log_level="critical", lifespan="off", timeout_graceful_shutdown=2,
            server_header=False, access_log=False, ws="none",
        )  # fmt: skip
        tell(f"http://{address}/?token={token}")
        uvicorn.Server(config).run(sockets=[listening])
