"""Who is told of a flow's progress. Tasks cannot carry a progress bar as a parameter, so it stands here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from pipeline.progress import Progress, Silent

_told: Progress = Silent()
_starting = ""


def current() -> Progress:
    """The observer of this process; one that does nothing where none was set (a served run).

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
