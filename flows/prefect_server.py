"""A Prefect server of our own on this machine, for schedules where none is given; it ends with who started it."""

from __future__ import annotations

import fcntl
import os
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.rules import package_root

START_LIMIT = 120.0  # seconds a server may take to come up
DATABASE = "prefect.db"
LOCK = "server.lock"
APP = "prefect.server.api.server:create_app"


class ServedAlreadyError(RuntimeError):
    """Another process has a server at this home."""


@contextmanager
def local_server(home: Path, tell: Callable[[str], None]) -> Iterator[str]:
    """A server on a free port that keeps its state in ``home``, ended with the block; gives the address of its API.

    A state that cannot be read is set aside, which ``tell`` is told. Raises ServedAlreadyError where another process
    has a server at this home, TimeoutError when the server does not come up.
    """
    home.mkdir(parents=True, exist_ok=True)
    with (home / LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ServedAlreadyError(f"another process serves from {home}") from None
        _set_aside_if_damaged(home, tell)
        process, url = _start(home)
        try:
            yield url
        finally:
            process.kill()
            process.wait(10)


def _start(home: Path) -> tuple[subprocess.Popen[bytes], str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    environment = {**os.environ, "PREFECT_HOME": str(home), "PREFECT_SERVER_API_PORT": port}
    environment["PYTHONPATH"] = str(package_root())
    environment.pop("PREFECT_API_URL", None)
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "flows.prefect_server", port, str(os.getpid())],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment,
        start_new_session=True,
    )  # fmt: skip
    url = f"http://127.0.0.1:{port}/api"
    deadline = time.monotonic() + START_LIMIT
    while time.monotonic() < deadline and process.poll() is None:
        if answers(url):
            return process, url
        time.sleep(0.3)
    process.kill()
    process.wait(10)
    raise TimeoutError("Prefect's server did not start")


def answers(url: str, timeout: float = 5.0) -> bool:
    """Whether a Prefect server answers at this address of its API."""
    opener = urllib.request.build_opener(*([urllib.request.ProxyHandler({})] if "127.0.0.1" in url else []))
    try:
        opener.open(f"{url.rstrip('/')}/health", timeout=timeout).close()
    except (urllib.error.URLError, OSError, ValueError):
        return False
    return True


def _set_aside_if_damaged(home: Path, tell: Callable[[str], None]) -> None:
    """That state is a convenience: one that SQLite cannot read is kept under another name, and made anew."""
    database = home / DATABASE
    if not database.exists():
        return
    try:
        with sqlite3.connect(database) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        connection.close()
        if found == "ok":
            return
    except sqlite3.DatabaseError:
        pass
    aside = database.with_name(f"{DATABASE}.damaged")
    database.replace(aside)
    for left in (f"{DATABASE}-wal", f"{DATABASE}-shm"):
        (home / left).unlink(missing_ok=True)
    tell(f"Prefect's state was damaged; kept as {aside} and made anew")


def main() -> None:
    """Serve Prefect's API at the port that is given, as long as the process of the given id lives."""
    from pipeline.parent import end_with_parent

    end_with_parent(int(sys.argv[2]))
    serve = ["-P", "-m", "uvicorn", "--factory", APP, "--host", "127.0.0.1", "--port", sys.argv[1], "--lifespan", "on"]
    os.execv(sys.executable, [sys.executable, *serve, "--log-level", "critical"])


if __name__ == "__main__":
    main()
