"""The commands that run the corpus flow when it is due."""

from __future__ import annotations

from typing import Annotated

import typer

from flows.command import command
from flows.options import ApiOption, CorporaArgument, OutputsOption, SampleOption, WorkersOption
from flows.overlap import Overlap

PANEL = "Schedule"
CronOption = Annotated[str | None, typer.Option(help="When to run, as cron has it.", show_default=False)]
IntervalOption = Annotated[float | None, typer.Option(help="Seconds from one run to the next.", show_default=False)]
TimezoneOption = Annotated[
    str | None, typer.Option(help="Timezone of the cron expression.", show_default="the machine's")
]
OverlapOption = Annotated[Overlap, typer.Option(help="What a run does that is due while another one runs.")]
OnceOption = Annotated[bool, typer.Option("--run-once", help="Run once, now; needs no schedule.")]


@command("schedule.serve", PANEL, addresses=True)
def serve(
    corpora: CorporaArgument = None,
    cron: CronOption = None,
    interval: IntervalOption = None,
    outputs: OutputsOption = None,
    workers: WorkersOption = None,
    timezone: TimezoneOption = None,
    overlap: OverlapOption = Overlap.WAIT,
    no_sample: SampleOption = False,
    run_once: OnceOption = False,
    api_url: ApiOption = None,
) -> None:
    """Stay and run the corpus flow when it is due, one run at a time; a line tells how each ended.

    Starts a Prefect server of its own where none is given.
    """


@command("schedule.deploy", PANEL, addresses=True)
def deploy(
    pool: Annotated[str, typer.Argument(help="Work pool of the Prefect server.")],
    corpora: CorporaArgument = None,
    cron: CronOption = None,
    interval: IntervalOption = None,
    outputs: OutputsOption = None,
    api_url: ApiOption = None,
    timezone: TimezoneOption = None,
    overlap: OverlapOption = Overlap.WAIT,
    no_sample: SampleOption = False,
    run_once: OnceOption = False,
) -> None:
    """Register the corpus flow with a Prefect server; workers of the pool then run it when it is due."""
