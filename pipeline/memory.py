"""Memory that was used once goes back to the system, so that a process holds what it works on and no more."""

from __future__ import annotations

import ctypes
import resource
import sys
from collections.abc import Callable
from functools import cache

M_MMAP_THRESHOLD = -3  # of malloc.h
SMALLEST = 128 * 1024  # bytes; the blocks of DuckDB are of 256 KiB, the columns of a row group larger


def most_memory() -> float:
    """MB that this process has held at most up to now."""
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / (1024**2 if sys.platform == "darwin" else 1024)


@cache
def give_back() -> None:
    """Let blocks of memory be mapped one by one from now on, and unmapped when they are free.

    Arrow's own allocator keeps what it had, and glibc raises its limit with every large block that is freed: what is
    mapped later lies among small things that stay. Another C library than glibc is left as it is.
    """
    import pyarrow as pa  # 25 MB, which a process that only reads documents does without

    pa.set_memory_pool(pa.system_memory_pool())
    tuned = getattr(ctypes.CDLL(None), "mallopt", None)
    if tuned is not None:
        tuned(M_MMAP_THRESHOLD, SMALLEST)


@cache
def _trimming() -> Callable[[int], int] | None:
    return getattr(ctypes.CDLL(None), "malloc_trim", None)


def trim() -> None:
    """Give the system back what is free between small things that stay; costs less than a millisecond."""
    trimmed = _trimming()
    if trimmed is not None:
        trimmed(0)
