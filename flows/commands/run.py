"""``ionmine run``: the corpus flow, with a bar for each stage and a short summary."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from flows.bars import Bars, JsonLines
from flows.commands import store
from flows.commands.summary_view import print_summary
from flows.console import INTERRUPTED, OK, REFUSED, SOME_FAILED, USAGE, complain, errors, fail, output, say
from flows.options import corpora_of
from pipeline.guard import RefusedError
from pipeline.pool import WorkerStartError
from pipeline.progress import Progress, told_to
from pipeline.run import run_corpus
from pipeline.settings import Settings
from pipeline.summary import Summary


def run(
    corpora: list[Path] | None, settings: Settings, *, no_sample: bool, plan: bool, plain: bool, **told: bool
) -> int:
    """Run over the corpora, or ``plan`` a run; the exit code."""
    chosen = corpora_of(corpora, no_sample)
    return store.plan(chosen, settings) if plan else run_now(chosen, settings, plain=plain, **told)


def run_now(
    corpora: list[Path], settings: Settings, *, plain: bool = False, quiet: bool = False, json_logs: bool = False
) -> int:
    """Read the corpora and write tables and report; the exit code.

    Bars tell how far it is, or JSON lines, or nothing but complaints (``quiet``).

    The flow runs where a Prefect server is given, and where its tasks go to Dask; else, and with ``plain``, the same
    stages run without Prefect, which takes a third of the time.
    """
    end_on_signals()
    lost = False

    def told_lost() -> None:
        nonlocal lost
        lost = True
        say("the Prefect server was lost; the run goes on without it")

    try:
        with _progress(quiet, json_logs) as progress, told_to(progress):
            summary = run_corpus(corpora, settings) if plain else _run(corpora, settings, told_lost)
    except KeyboardInterrupt:
        errors().print("interrupted; what was read is kept, run again to go on")
        return INTERRUPTED
    except RefusedError as error:
        say(f"not published, what was there stays: {error}")
        return REFUSED
    except WorkerStartError as error:
        complain("worker", str(error))
        return SOME_FAILED
    code = _print(summary, quiet=quiet or json_logs)
    if lost:  # threads of Prefect's client would go on looking for the server
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    return code


def _run(corpora: list[Path], settings: Settings, lost: Callable[[], None]) -> Summary:
    from flows.local import NoServerError, at_server, run_flow, server_address

    if not server_address(settings) and settings.task_runner == "local":
        return run_corpus(corpora, settings)
    try:
        with at_server(settings) as told:
            return run_flow(corpora, told, lost)
    except NoServerError as error:
        fail(f"{error}; --plain runs without one", USAGE)


def _progress(quiet: bool, json_logs: bool) -> AbstractContextManager[Progress]:
    if json_logs:
        return nullcontext(JsonLines())
    return nullcontext(Progress()) if quiet else Bars()


def _print(summary: Summary, *, quiet: bool) -> int:
    for told in [*summary.notices, *summary.problems]:
        complain(told["file"], told["message"])
    if not quiet:
        print_summary(summary, output())
    return SOME_FAILED if summary.failed or not summary.documents else OK


def end_on_signals() -> None:
    """Treat a request to end like Ctrl-C, so that workers end and temporary files go."""
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, signal.default_int_handler)
