"""Processes that end with the one that started them."""

from __future__ import annotations

import ctypes
import os
import signal

PR_SET_PDEATHSIG = 1  # of Linux' prctl


def end_with_parent(parent: int | None = None) -> None:
    """Let the system kill this process when the one that started it is gone; on Linux, elsewhere nothing happens.

    ``parent`` is that process' id as it was told: where it is gone already, this process ends at once.
    """
    try:
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    except (OSError, AttributeError):
        return
    if parent is not None and os.getppid() != parent:
        raise SystemExit(1)
