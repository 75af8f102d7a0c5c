"""Runs the corpus flow from this machine against a Prefect server: Prefect quiet, its state in a folder of its own."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import platformdirs

from flows import observer
from flows.console import say
from flows.prefect_server import answers, local_server
from pipeline.corrections import log
from pipeline.progress import current
from pipeline.run import run_corpus
from pipeline.settings import Settings, address_of
from pipeline.summary import Summary

ASKED_EVERY = 2.0  # seconds from one look at the server to the next
LOST_AFTER = 3  # looks without an answer after which the server counts as lost


OF_THE_PROCESS = frozenset({"prefect_home", "api_url"})
"""Settings of the process that runs a flow, not of the run."""


class NoServerError(RuntimeError):
    """The Prefect server that was given does not answer."""


def home_of(settings: Settings) -> Path:
    """The folder of Prefect's local state: one an outputs folder, so that nothing is shared by accident."""
    if settings.prefect_home:
        return settings.prefect_home.resolve()
    name = hashlib.sha256(os.fsencode(settings.outputs.resolve())).hexdigest()[:12]
    return platformdirs.user_state_path("ionmine") / "prefect" / name


def server_address(settings: Settings) -> str:
    """The Prefect server to report to; empty when none is given."""
    return settings.api_url or os.environ.get("PREFECT_API_URL", "")


@contextmanager
def at_server(settings: Settings) -> Iterator[Settings]:
    """The settings with a server: the one that is given, else one of our own for the time of the block."""
    if server_address(settings):
        yield settings
        return
    with local_server(home_of(settings), say) as address:
        yield settings.model_copy(update={"api_url": address})


def prepare_prefect(settings: Settings, api_url: str = "") -> None:
    """Set Prefect's environment; must be called before Prefect is imported. What the user has set stays."""
    home = home_of(settings)
    home.mkdir(parents=True, exist_ok=True)
    defaults = {
        "PREFECT_HOME": str(home),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
        "PREFECT_LOGGING_LEVEL": "CRITICAL",
        "PREFECT_LOGGING_LOGGERS_PREFECT_FLOW_RUNS_LEVEL": "INFO",
        "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",  # the log is the server's, the terminal has its own lines
        "PREFECT_CLIENT_MAX_RETRIES": "1",
        "DASK_LOGGING__DISTRIBUTED": "error",
    }
    for name, value in defaults.items():
        os.environ.setdefault(name, value)
    if api_url:
        os.environ["PREFECT_API_URL"] = api_url


def parameters(corpora: Sequence[Path], settings: Settings) -> dict[str, Any]:
    """Corpora and settings as the flow takes them; paths are absolute: scheduled runs have a folder of their own.

    What is not set is left out, so that the default of the machine that runs the flow holds.
    """
    places = {"outputs": settings.outputs, "store": settings.store_folder}
    paths = {name: path if address_of(path) else path.resolve() for name, path in places.items()}
    paths["corrections"] = (settings.corrections or log.beside(corpora)).resolve()
    absolute = settings.model_copy(update=paths)
    told = absolute.model_dump(mode="json", exclude_none=True, exclude=set(OF_THE_PROCESS))
    return {"corpora": [str(path.resolve()) for path in corpora], **told}


def run_flow(corpora: Sequence[Path], settings: Settings, lost: Callable[[], None]) -> Summary:
    """The corpus flow, told to the Prefect server that the settings name. Raises what the flow raises.

    A server that is lost on the way costs nothing: ``lost`` is called, and the stages run without it to their end.
    Raises NoServerError when it does not answer from the start.
    """
    address = server_address(settings)
    if not answers(address):
        raise NoServerError(f"no Prefect server answers at {address}")
    prepare_prefect(settings, address)
    current().begin(observer.START, 1)
    with _watched(address) as gone:
        from prefect.logging.handlers import APILogHandler
        from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings

        from flows.corpus_flow import IncompleteError, flow_for

        try:
            # The heartbeat's thread makes every flow wait a second at its end.
            with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
                summary: Summary = flow_for(settings)(**parameters(corpora, settings))
                APILogHandler().flush()  # to the server, before that may be ended
                return summary
        except IncompleteError as error:
            return error.summary
        except Exception:
            if not gone.is_set() and answers(address):
                raise
    lost()
    return run_corpus(corpora, settings)


@contextmanager
def _watched(address: str) -> Iterator[threading.Event]:
    """An event that is set when the server no longer answers."""
    gone, over = threading.Event(), threading.Event()

    def watch() -> None:
        silent = 0
        while not over.wait(ASKED_EVERY):
            silent = 0 if answers(address) else silent + 1
            if silent >= LOST_AFTER:
                gone.set()
                return

    threading.Thread(target=watch, daemon=True).start()
    try:
        yield gone
    finally:
        over.set()
