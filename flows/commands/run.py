"""``ionmine run``: the corpus flow, with a bar for each stage and a short summary."""

from __future__ import annotations

import signal
from pathlib import Path
from types import FrameType

from flows.bars import Bars
from flows.commands.summary_view import print_summary
from flows.console import INTERRUPTED, OK, REFUSED, SOME_FAILED, complain, errors, output, say
from pipeline.discover import default_corpora
from pipeline.guard import RefusedError
from pipeline.pool import WorkerStartError
from pipeline.run import run_corpus
from pipeline.settings import Settings


def run(corpora: list[Path], settings: Settings, *, plain: bool) -> int:
    """Read the corpora and write tables and report; the exit code. ``plain`` leaves Prefect out."""
    corpora = corpora or default_corpora()
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, _stop)
    try:
        with Bars() as bars:
            if plain:
                summary = run_corpus(corpora, settings, bars)
            else:
                from flows.local import run_flow

                summary = run_flow(corpora, settings, bars)
    except KeyboardInterrupt:
        errors().print("interrupted; what was read is kept, run again to go on")
        return INTERRUPTED
    except RefusedError as error:
        say(f"not published, what was there stays: {error}")
        return REFUSED
    except WorkerStartError as error:
        complain("worker", str(error))
        return SOME_FAILED
    except OSError as error:
        complain(str(error.filename or settings.outputs), error.strerror or str(error))
        return SOME_FAILED
    for told in [*summary.notices, *summary.problems]:
        complain(told["file"], told["message"])
    print_summary(summary, output())
    return SOME_FAILED if summary.failed or not summary.documents else OK


def _stop(number: int, frame: FrameType | None) -> None:
    """A request to end is treated like Ctrl-C, so that workers end and temporary files go."""
    raise KeyboardInterrupt
