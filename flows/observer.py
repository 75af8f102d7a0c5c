"""Who is told of a flow's progress. Tasks cannot carry a progress bar as a parameter, so it stands here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from pipeline.progress import Progress, Silent

_current: Progress = Silent()


def current() -> Progress:
    """The observer of this process; one that does nothing where none was set (a served run)."""
    return _current


@contextmanager
def told_to(progress: Progress | None) -> Iterator[None]:
    """Tell ``progress`` while the block runs."""
    global _current
    before, _current = _current, progress or Silent()
    try:
        yield
    finally:
        _current = before
