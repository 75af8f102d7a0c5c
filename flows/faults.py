"""Every fault in one line: what it was, and what to look at."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flows.console import INTERRUPTED, SOME_FAILED, say

TRACEBACK = "IONMINE_TRACEBACK"  # set to see where an error came from


@contextmanager
def told_in_one_line() -> Iterator[None]:
    """End the program with a line on standard error and an exit code instead of a traceback."""
    code = SOME_FAILED
    sys.stdout = sys.stdout or _Closed()
    sys.stderr = sys.stderr or io.StringIO()  # nobody can be told anything
    try:
        yield
        return
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:
        _close_quietly()
    except Exception as error:
        if os.environ.get(TRACEBACK):
            raise
        _tell(cause_of(error))
    raise SystemExit(code)


class _Closed(io.StringIO):
    """Stands for a standard output that was closed before the start: who writes to it is told."""

    @property
    def buffer(self) -> Any:  # bytes and text end the same way
        return self

    def write(self, data: object) -> int:
        raise OSError(errno.EBADF, "standard output is closed")


def cause_of(error: BaseException) -> str:
    """An error in the words of who runs the program."""
    if isinstance(error, MemoryError):
        return "out of memory"
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    if type(error).__module__.partition(".")[0] in ("duckdb", "_duckdb"):
        return f"knowledge base: {_first_line(error)}"
    return f"{type(error).__name__}: {_first_line(error)}"


def _first_line(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return lines[0] if lines else "no reason given"


def _tell(cause: str) -> None:
    try:
        say(cause)
    except OSError:  # standard error is closed or its disk is full
        _close_quietly()


def _close_quietly() -> None:
    """Nobody reads the output any more: let nothing that is left in its buffer fail at the end."""
    for number, stream in ((1, sys.stdout), (2, sys.stderr)):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            nothing = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nothing, number)
            os.close(nothing)
