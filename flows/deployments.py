"""Scheduled runs of the corpus flow: served by this process, or deployed to a work pool of a Prefect server."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from flows.local import home_of, parameters, prepare_prefect, server_address
from flows.observer import SERVED
from flows.overlap import Overlap, one_at_a_time
from flows.prefect_server import answers, local_server
from pipeline.parent import end_with_parent
from pipeline.rules import package_root
from pipeline.settings import Settings, address_of

ENTRY_POINTS = {"local": "flows/corpus_flow.py:corpus_flow", "dask": "flows/dask_flow.py:corpus_flow"}
QUIET = {"PYTHONWARNINGS": "ignore"}  # Prefect's own, as when a signal ends it
ENDING = 3.0  # seconds a run may take to end when the schedule does


class ScheduleError(ValueError):
    """What was asked of the schedule or of the Prefect server cannot be; one line."""


class Schedule(BaseModel):
    """When to run: by cron, or every ``interval`` seconds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    cron: str | None = None
    interval: float | None = Field(None, ge=1, le=1e9, allow_inf_nan=False)
    timezone: str = Field("", validate_default=True)

    @model_validator(mode="after")
    def _one_of_both(self) -> Schedule:
        if (self.cron is None) == (self.interval is None):
            raise ValueError("give either --cron or --interval")
        return self

    @field_validator("timezone")
    @classmethod
    def _is_known(cls, name: str) -> str:
        try:
            ZoneInfo(name or machine_timezone())
        except (KeyError, ValueError, OSError):
            raise ValueError(f"no timezone {name!r}") from None
        return name or machine_timezone()

    def prefect(self) -> Any:
        """The schedule as Prefect has it. Raises ScheduleError for a cron expression that is none."""
        from prefect.schedules import Cron, Interval

        if self.cron is not None:
            from prefect.client.schemas.schedules import CronSchedule

            try:
                CronSchedule(cron=self.cron, timezone=self.timezone)  # Cron itself checks nothing
            except ValueError:
                raise ScheduleError(f"--cron: {self.cron!r} is no cron expression (as 0 3 * * *)") from None
            return Cron(self.cron, timezone=self.timezone)
        assert self.interval is not None
        return Interval(timedelta(seconds=self.interval), timezone=self.timezone)

    def __str__(self) -> str:
        """In words: ``cron 0 3 * * * (Europe/Berlin)``."""
        return f"cron {self.cron} ({self.timezone})" if self.cron else f"every {self.interval:g} s"


def machine_timezone() -> str:
    """The timezone of this machine by its name; UTC where it has none."""
    name = os.environ.get("TZ", "").removeprefix(":")
    link = Path("/etc/localtime")
    if not name and link.is_symlink():
        name = str(link.resolve()).partition("zoneinfo/")[2]
    return name or "UTC"


def deployment_name(corpora: Sequence[Path], settings: Settings) -> str:
    """A name that tells deployments for other corpora or outputs apart."""
    places = [os.fsencode(path.resolve()) for path in (settings.outputs, *corpora)]
    return f"{settings.outputs.resolve().name or 'root'}-{hashlib.sha256(b'|'.join(places)).hexdigest()[:8]}"


def serve(
    corpora: Sequence[Path], settings: Settings, schedule: Schedule, overlap: Overlap, tell: Callable[[str], None]
) -> int:
    """Run the flow when it is due, one run at a time, until a signal asks to end; the exit code of what served it.

    Prefect's own processes are children in a session of their own: a signal ends them and this process within seconds.
    Raises ScheduleError, ServedAlreadyError, TimeoutError, and OSError for an outputs folder that cannot be written.
    """
    prepare_prefect(settings)
    schedule.prefect()
    tell(f"corpus flow, {schedule}; Ctrl-C ends it")
    if not address_of(settings.outputs):
        settings.outputs.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        address = server_address(settings) or stack.enter_context(local_server(home_of(settings), tell))
        _must_answer(address)
        told = {
            "name": deployment_name(corpora, settings),
            "parameters": parameters(corpora, settings),
            "schedule": schedule.model_dump(),
            "overlap": overlap,
            "task_runner": settings.task_runner,
            "parent": os.getpid(),
        }
        child: subprocess.Popen[str] = subprocess.Popen(
            [sys.executable, "-P", "-m", "flows.deployments", json.dumps(told)],
            stdin=subprocess.DEVNULL,
            env={**os.environ, "PREFECT_API_URL": address, SERVED: "1", **QUIET, "PYTHONPATH": str(package_root())},
            start_new_session=True,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
        )
        ending = Event()
        passing = Thread(target=_pass_on, args=(child.stderr, ending), daemon=True)
        passing.start()
        try:
            code = child.wait()
            passing.join(ENDING)
            return code
        finally:
            ending.set()
            _end_group(child)


def _pass_on(lines: Iterable[str], ending: Event) -> None:
    """Tell what the runs tell, until they are ended: what a signal breaks off in them is no news."""
    for line in lines:
        if not ending.is_set():
            print(line, end="", file=sys.stderr, flush=True)


def _end_group(child: subprocess.Popen[str]) -> None:
    for number, patience in ((signal.SIGTERM, ENDING), (signal.SIGKILL, ENDING)):
        try:
            os.killpg(child.pid, number)
            child.wait(patience)
        except subprocess.TimeoutExpired:
            continue
        except ProcessLookupError:
            return


def deploy(
    corpora: Sequence[Path], settings: Settings, pool: str, schedule: Schedule | None, overlap: Overlap, *, once: bool
) -> str:
    """Register the flow with a work pool of the server that the settings name; gives the deployment's name.

    ``once``: a run is asked for at once. Raises ScheduleError for a server that does not answer, a pool that is not
    there, a cron expression that is none.
    """
    address = server_address(settings)
    _must_answer(address)
    prepare_prefect(settings, address)
    from prefect import flow
    from prefect.deployments import run_deployment
    from prefect.exceptions import ObjectNotFound

    name = deployment_name(corpora, settings)
    try:
        deployed: Any = flow.from_source(source=str(package_root()), entrypoint=ENTRY_POINTS[settings.task_runner])
        deployed.deploy(
            name=name,
            work_pool_name=pool,
            schedule=schedule.prefect() if schedule else None,
            parameters=parameters(corpora, settings),
            concurrency_limit=one_at_a_time(overlap),
            print_next_steps=False,
            ignore_warnings=True,
        )
    except ObjectNotFound:
        raise ScheduleError(f"no work pool {pool!r} at {address}") from None
    except ValueError as error:
        raise ScheduleError(" ".join(str(error).split())) from None
    full = f"{deployed.name}/{name}"
    if once:
        run_deployment(full, timeout=0)
    return full


def _must_answer(address: str) -> None:
    if not address.startswith(("http://", "https://")):
        raise ScheduleError(f"{address!r} is no address of a Prefect server (http://HOST:PORT/api)")
    if not answers(address):
        raise ScheduleError(f"no Prefect server answers at {address}")


def main() -> None:
    """The process that :func:`serve` starts and ends, told by one argument: serve the corpus flow until killed."""
    told = json.loads(sys.argv[1])
    end_with_parent(told["parent"])
    from flows.corpus_flow import flow_for

    overlap = Overlap(told["overlap"])
    flow_for(Settings(task_runner=told["task_runner"])).serve(
        name=told["name"],
        schedule=Schedule(**told["schedule"]).prefect(),
        parameters=told["parameters"],
        global_limit=one_at_a_time(overlap),
        limit=1 if overlap is Overlap.WAIT else None,
        pause_on_shutdown=False,
        print_starting_message=False,
    )


if __name__ == "__main__":
    main()
