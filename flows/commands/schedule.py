"""``ionmine serve`` and ``ionmine deploy``: scheduled runs of the corpus flow."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import ValidationError

from flows import deployments
from flows.commands.run import end_on_signals, run_now
from flows.console import INTERRUPTED, OK, USAGE, errors, fail, output
from flows.deployments import Schedule, ScheduleError
from flows.local import at_server, server_address
from flows.options import corpora_of
from flows.overlap import Overlap
from flows.prefect_server import ServedAlreadyError
from pipeline.settings import Settings, first_fault


def _schedule(cron: str | None, interval: float | None, timezone: str | None) -> Schedule:
    try:
        return Schedule(cron=cron, interval=interval, timezone=timezone or "")
    except ValidationError as error:
        name, told = first_fault(error)
        return fail(f"--{name}: {told}" if name else told, USAGE)


def serve(
    corpora: list[Path] | None, no_sample: bool, settings: Settings, overlap: Overlap, run_once: bool, **when: Any
) -> int:
    """Wait and run when due, until interrupted; ``run_once``: run now, told to the server, and end. The exit code."""
    chosen = corpora_of(corpora, no_sample)
    end_on_signals()
    try:
        if run_once:
            with at_server(settings) as told:
                return run_now(chosen, told)
        return deployments.serve(chosen, settings, _schedule(**when), overlap, errors().print)
    except KeyboardInterrupt:
        errors().print("schedule ended")
        return INTERRUPTED
    except ScheduleError as error:
        fail(str(error), USAGE)
    except (TimeoutError, ServedAlreadyError) as error:
        fail(str(error))


def deploy(
    pool: str, corpora: list[Path] | None, no_sample: bool, settings: Settings, overlap: Overlap, run_once: bool,
    **when: Any,
) -> int:  # fmt: skip
    """Register the flow with a work pool of a Prefect server; the exit code."""
    chosen = corpora_of(corpora, no_sample)
    unscheduled = run_once and when["cron"] is None and when["interval"] is None
    schedule = None if unscheduled else _schedule(**when)
    if not server_address(settings):
        fail("deploy needs a Prefect server: set IONMINE_API_URL or give --api-url", USAGE)
    try:
        name = deployments.deploy(chosen, settings, pool, schedule, overlap, once=run_once)
    except ScheduleError as error:
        fail(str(error), USAGE)
    output().print(f"deployed as {name}; `prefect worker start --pool {pool}` runs it")
    return OK
