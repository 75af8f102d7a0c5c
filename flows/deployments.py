"""Scheduled runs of the corpus flow: served by this process, or deployed to a work pool of a Prefect server."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from flows.local import prepare_prefect
from pipeline.rules import package_root
from pipeline.settings import Settings

NAME = "corpus"
ENTRY_POINT = "flows/corpus_flow.py:corpus_flow"
SERVER_LIMIT = 120.0  # seconds a local server may take to come up


def parameters(corpora: Sequence[Path], settings: Settings) -> dict[str, Any]:
    """The flow's parameters; paths made absolute, since scheduled runs have a folder of their own."""
    absolute = settings.model_copy(
        update={"outputs": settings.outputs.resolve(), "store": settings.store_folder.resolve()}
    )
    return {"corpora": [str(path.resolve()) for path in corpora], "settings": absolute.model_dump(mode="json")}


@contextmanager
def local_server() -> Iterator[str]:
    """A Prefect server of our own on a free port of this machine, ended with the block. Raises TimeoutError."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}/api"
    try:
        _wait_for(f"{url}/health", process)
        yield url
    finally:
        process.terminate()
        process.wait(10)


def _wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # never through a proxy: it is this machine
    deadline = time.monotonic() + SERVER_LIMIT
    while time.monotonic() < deadline and process.poll() is None:
        try:
            opener.open(url, timeout=5).close()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.3)
    raise TimeoutError("Prefect's server did not start")


def serve(corpora: Sequence[Path], settings: Settings, cron: str | None, interval: float | None) -> None:
    """Wait and run the flow when it is due, until interrupted. ``interval`` in seconds; ``cron`` as usual."""
    prepare_prefect(settings)
    if os.environ.get("PREFECT_API_URL"):
        _serve(corpora, settings, cron, interval)
        return
    with local_server() as url:
        os.environ["PREFECT_API_URL"] = url
        _serve(corpora, settings, cron, interval)


def _serve(corpora: Sequence[Path], settings: Settings, cron: str | None, interval: float | None) -> None:
    from flows.corpus_flow import flow_for

    flow_for(settings).serve(
        name=NAME,
        cron=cron,
        interval=timedelta(seconds=interval) if interval else None,
        parameters=parameters(corpora, settings),
        print_starting_message=False,
    )


def deploy(corpora: Sequence[Path], settings: Settings, pool: str, cron: str | None, interval: float | None) -> str:
    """Register the flow with a work pool of the server at ``api_url``, whose workers then run it; gives its id."""
    prepare_prefect(settings)
    from prefect import flow

    deployed: Any = flow.from_source(source=str(package_root()), entrypoint=ENTRY_POINT)
    name = deployed.deploy(
        name=NAME,
        work_pool_name=pool,
        cron=cron,
        interval=timedelta(seconds=interval) if interval else None,
        parameters=parameters(corpora, settings),
        print_next_steps=False,
        ignore_warnings=True,
    )
    return str(name)
