"""A flow's progress in its log, and the end of a scheduled run for who watches."""

from __future__ import annotations

import logging
import os
import sys
import time
from typing import Any

from pipeline.progress import Progress

START = "start"  # the stage before the flow runs
SERVED = "IONMINE_SERVED"  # set in the processes that a served schedule starts


class Logged(Progress):
    """Writes a line a document and a stage to a log, and hands all on to another one."""

    def __init__(self, logger: logging.Logger | logging.LoggerAdapter[Any], inner: Progress) -> None:
        super().__init__()
        self._logger, self._inner = logger, inner

    def begin(self, stage: str, total: int) -> None:
        """Only handed on."""
        super().begin(stage, total)
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
        self._logger.info("%s: %s (%.1f s)", stage, note or "done", self.seconds(stage))
        self._inner.end(stage, note)


def tell_end(run: str, state: str, message: str) -> None:
    """A line on standard error about the end of a scheduled run; nothing where no schedule is served."""
    if os.environ.get(SERVED):
        now = time.strftime("%Y-%m-%d %H:%M:%S")
        print(f"{now} {run}: {state}: {' '.join(message.split())}", file=sys.stderr, flush=True)
