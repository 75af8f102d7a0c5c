"""Why a document gave nothing: its own fault, or one that another run may not meet."""

from __future__ import annotations

import errno
from enum import StrEnum


class Passing(StrEnum):
    """Codes of failures that are not the document's own; the next run tries such a document again."""

    TIME = "timeout"
    MEMORY = "out_of_memory"
    SIGNAL = "crashed"  # the reading process was killed, from outside or by a fault of a library
    ENVIRONMENT = "environment"  # the machine or the installation: disk full, no file handles, a library not loading


FINAL_ALONE = frozenset({Passing.TIME, Passing.MEMORY})
"""What a document that ran alone with twice the limits meets again, it meets for its own sake."""

_OF_THE_MACHINE = frozenset({
    errno.ENOSPC, errno.EDQUOT, errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EIO, errno.EAGAIN, errno.EROFS,
})  # fmt: skip


def is_passing(code: str) -> bool:
    """Whether a problem's code tells of a failure that can pass."""
    return code in Passing.__members__.values()


def is_environment(error: BaseException) -> bool:
    """Whether an error is the machine's or the installation's, whatever was being read."""
    return isinstance(error, ImportError) or (isinstance(error, OSError) and error.errno in _OF_THE_MACHINE)
