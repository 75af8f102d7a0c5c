"""``ionmine serve`` and ``ionmine deploy``: scheduled runs of the corpus flow."""

from __future__ import annotations

from pathlib import Path

from flows import deployments
from flows.console import INTERRUPTED, OK, USAGE, fail, output
from pipeline.discover import default_corpora
from pipeline.settings import Settings


def _check(cron: str | None, interval: float | None) -> None:
    if (cron is None) == (interval is None):
        fail("give either --cron or --interval", USAGE)


def serve(corpora: list[Path], settings: Settings, cron: str | None, interval: float | None) -> int:
    """Wait and run when due, until interrupted; the exit code."""
    _check(cron, interval)
    when = f"cron {cron}" if cron else f"every {interval:g} s"
    output().print(f"corpus flow, {when}; Ctrl-C ends it")
    try:
        deployments.serve(corpora or default_corpora(), settings, cron, interval)
    except KeyboardInterrupt:
        return INTERRUPTED
    except TimeoutError as error:
        fail(str(error))
    return OK


def deploy(corpora: list[Path], settings: Settings, pool: str, cron: str | None, interval: float | None) -> int:
    """Register the flow with a work pool of a Prefect server; the exit code."""
    _check(cron, interval)
    if not settings.api_url:
        fail("deploy needs a Prefect server: set IONMINE_API_URL or give --api-url", USAGE)
    name = deployments.deploy(corpora or default_corpora(), settings, pool, cron, interval)
    output().print(f"deployed as {name}; `prefect worker start --pool {pool}` runs it")
    return OK
