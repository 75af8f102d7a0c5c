"""``ionmine serve`` and ``ionmine deploy``: scheduled runs of the corpus flow."""

from __future__ import annotations

import signal
from pathlib import Path

from pydantic import ValidationError

from flows import deployments
from flows.commands.run import run as run_now
from flows.commands.run import stop
from flows.console import INTERRUPTED, OK, USAGE, errors, fail, output, say
from flows.deployments import Schedule, ScheduleError
from flows.local import home_of, server_address
from flows.overlap import Overlap
from flows.prefect_server import ServedAlreadyError, local_server
from pipeline.settings import Settings


def _schedule(cron: str | None, interval: float | None, timezone: str | None) -> Schedule:
    try:
        return Schedule(cron=cron, interval=interval, timezone=timezone or "")
    except ValidationError as error:
        first = error.errors()[0]
        name = f"--{first['loc'][0]}: " if first["loc"] else ""
        return fail(name + first["msg"].removeprefix("Value error, "), USAGE)


def serve(
    corpora: list[Path],
    settings: Settings,
    cron: str | None,
    interval: float | None,
    timezone: str | None,
    overlap: Overlap,
    *,
    once: bool,
) -> int:
    """Wait and run when due, until interrupted; ``once``: run now, told to the server, and end. The exit code."""
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, stop)
    try:
        if once:
            if server_address(settings):
                return run_now(corpora, settings, plain=False)
            with local_server(home_of(settings), say) as address:
                return run_now(corpora, settings.model_copy(update={"api_url": address}), plain=False)
        schedule = _schedule(cron, interval, timezone)
        return deployments.serve(corpora, settings, schedule, overlap, errors().print)
    except KeyboardInterrupt:
        errors().print("schedule ended")
        return INTERRUPTED
    except ScheduleError as error:
        fail(str(error), USAGE)
    except (TimeoutError, ServedAlreadyError) as error:
        fail(str(error))


def deploy(
    corpora: list[Path],
    settings: Settings,
    pool: str,
    cron: str | None,
    interval: float | None,
    timezone: str | None,
    overlap: Overlap,
    *,
    once: bool,
) -> int:
    """Register the flow with a work pool of a Prefect server; the exit code."""
    schedule = None if once and cron is None and interval is None else _schedule(cron, interval, timezone)
    if not server_address(settings):
        fail("deploy needs a Prefect server: set IONMINE_API_URL or give --api-url", USAGE)
    try:
        name = deployments.deploy(corpora, settings, pool, schedule, overlap, once=once)
    except ScheduleError as error:
        fail(str(error), USAGE)
    output().print(f"deployed as {name}; `prefect worker start --pool {pool}` runs it")
    return OK
