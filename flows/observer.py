"""Who is told of a flow's progress. Tasks cannot carry a progress bar as a parameter, so it stands here."""

from __future__ import annotations

import logging
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pipeline.progress import Progress, Silent

SERVED = "IONMINE_SERVED"  # set in the processes that a served schedule starts
Logger = logging.Logger | logging.LoggerAdapter[Any]

_told: Progress = Silent()
_starting = ""


def current() -> Progress:
    """The observer of this process; one that does nothing where none was set.

    Who asks first is the flow's first task: the stage of starting is over then.
    """
    global _starting
    if _starting:
        stage, _starting = _starting, ""
        _told.end(stage)
    return _told


@contextmanager
def told_to(progress: Progress | None, starting: str = "") -> Iterator[None]:
    """Tell ``progress`` while the block runs. ``starting`` is the stage that lasts until the first task runs."""
    global _told, _starting
    before, _told, _starting = _told, progress or Silent(), starting
    if starting:
        _told.begin(starting, 1)
    try:
        yield
    finally:
        _told, _starting = before, ""


class Logged:
    """A progress that writes a line a document and a stage to a log, and hands all on to another one."""

    def __init__(self, logger: Logger, inner: Progress) -> None:
        self._logger, self._inner = logger, inner
        self._begun: dict[str, float] = {}

    def begin(self, stage: str, total: int) -> None:
        """Remember when."""
        self._begun[stage] = time.monotonic()
        self._inner.begin(stage, total)

    def advance(self, stage: str, steps: int = 1) -> None:
        """Only handed on."""
        self._inner.advance(stage, steps)

    def tell(self, stage: str, file: str, message: str) -> None:
        """A line about a document."""
        self._logger.info("%s: %s: %s", stage, file, message)
        self._inner.tell(stage, file, message)

    def end(self, stage: str, note: str = "") -> None:
        """A line about the stage."""
        seconds = time.monotonic() - self._begun.get(stage, time.monotonic())
        self._logger.info("%s: %s (%.1f s)", stage, note or "done", seconds)
        self._inner.end(stage, note)


@contextmanager
def logged(logger: Logger) -> Iterator[None]:
    """Write the progress to a log, too, while the block runs."""
    global _told
    before = current()
    _told = Logged(logger, before)
    try:
        yield
    finally:
        _told = before


def tell_end(run: str, state: str, message: str) -> None:
    """A line on standard error about the end of a scheduled run; nothing where no schedule is served."""
    if os.environ.get(SERVED):
        now = time.strftime("%Y-%m-%d %H:%M:%S")
        print(f"{now} {run}: {state}: {' '.join(message.split())}", file=sys.stderr, flush=True)
