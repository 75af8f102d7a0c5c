"""How a long run tells how far it is: who is told stands here, as tasks of a flow cannot carry it as a parameter."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager


class Progress:
    """Told of the stages of a run; the command line draws bars of it, a flow writes its log. This one tells nobody."""

    def __init__(self) -> None:
        self._begun: dict[str, float] = {}

    def begin(self, stage: str, total: int) -> None:
        """A stage of ``total`` steps begins."""
        self._begun[stage] = time.monotonic()

    def advance(self, stage: str, steps: int = 1) -> None:
        """Steps of a stage are done."""

    def tell(self, stage: str, file: str, message: str) -> None:
        """What a stage has to say of one document."""

    def end(self, stage: str, note: str = "") -> None:
        """A stage is over; ``note`` says in a few words what came of it."""

    def seconds(self, stage: str) -> float:
        """How long a stage has lasted; nothing for one that did not begin."""
        now = time.monotonic()
        return now - self._begun.get(stage, now)

    def end_begun(self, stage: str, note: str = "") -> None:
        """End a stage, where it has begun."""
        if stage in self._begun:
            self.end(stage, note)


_told = Progress()


def current() -> Progress:
    """Who is told of the run of this process."""
    return _told


@contextmanager
def told_to(progress: Progress) -> Iterator[None]:
    """Tell ``progress`` while the block runs."""
    global _told
    before, _told = _told, progress
    try:
        yield
    finally:
        _told = before
