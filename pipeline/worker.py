"""A process that reads documents one after the other, told by lines of JSON; started by :mod:`pipeline.pool`.

A job names a file or carries its bytes. The answer carries the part, or keeps it in the store and tells of it. A
document that runs over its time or memory is given up from within, so that the next one finds a warm worker. Time is
the processor's, so that a busy machine takes no document away; a worker that cannot give up is killed by the system
when it goes on computing, and by the pool when it does nothing at all.
"""

from __future__ import annotations

import base64
import gc
import json
import os
import resource
import signal
import sys
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any, BinaryIO

from pipeline.causes import Passing
from pipeline.convert import Result, TimeLimitReached, process
from pipeline.parent import end_with_parent
from pipeline.settings import Settings
from pipeline.store import Store

GRACE = 5.0  # seconds of computing a worker may take to give a document up by itself


def _reserve_output() -> BinaryIO:
    """Keep standard output for answers: whatever a library prints goes to standard error instead."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def _limit(what: int, most: int) -> None:
    """Let the system see to it that the process takes no more. Does nothing where it cannot."""
    with suppress(OSError, ValueError):
        _, hard = resource.getrlimit(what)
        resource.setrlimit(what, (most if hard < 0 else min(most, hard), hard))


def _limit_memory(megabytes: int) -> None:
    """Let the process grow by this much from now on."""
    with suppress(OSError):
        pages = int(Path("/proc/self/statm").read_text().split()[0])
        _limit(resource.RLIMIT_AS, pages * os.sysconf("SC_PAGE_SIZE") + megabytes * 1024 * 1024)


def start_lightly() -> None:
    """Spare the process what costs a third of its start and what it never needs.

    spaCy imports its command line with it, and that half a dozen web clients; an empty module stands in for it. The
    garbage collector looks for cycles after some hundred new objects by default, of which imports make very many.
    """
    command_line, information = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
    information.__dict__["info"] = None
    sys.modules |= {module.__name__: module for module in (command_line, information)}
    gc.set_threshold(100_000, 50, 100)


def _time_up(number: int, frame: FrameType | None) -> None:
    raise TimeLimitReached


def _source(job: dict[str, Any]) -> Path | bytes | str:
    if "text" in job:
        return str(job["text"])
    if "data" in job:
        return base64.b64decode(job["data"])
    return Path(job["path"])


def run_job(job: dict[str, Any]) -> Result:
    """Read one document within its time."""
    settings = Settings(**job["settings"])
    # The system kills the process when it goes on computing.
    _limit(resource.RLIMIT_CPU, int(time.process_time() + settings.timeout + GRACE) + 1)
    # Rung again every second: an error handler that swallowed the first bell hears the next.
    signal.setitimer(signal.ITIMER_PROF, settings.timeout, 1.0)
    try:
        return process(_source(job), settings, name=job["name"], password=job.get("password"))
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def answer(job: dict[str, Any], result: Result) -> dict[str, Any]:
    """What the pool is told; the part itself only when there is no store to keep it."""
    reply: dict[str, Any] = {"job": job["job"], "timings": result.timings, "stored": False}
    if result.given_up is not None:
        result.given_up["alone"] = bool(job.get("alone"))
    part = result.part()
    if job.get("store") and result.sha256:
        Store(Path(job["store"]), job["rules"]).write(result.sha256, part)
        reply["stored"] = True
        part = {
            "document": part["document"],
            "problems": part["problems"],
            "counts": Counter(record["kind"] for record in part["records"]),
        }
    reply["part"] = part
    return reply


def warm_up() -> None:
    """Load what every document needs, before its time runs."""
    import pipeline.checks  # noqa: F401


def main() -> None:
    """Answer jobs from standard input until it ends."""
    end_with_parent()
    answers = _reserve_output()
    start_lightly()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interrupt means
    signal.signal(signal.SIGPROF, _time_up)
    warm_up()
    _limit_memory(int(sys.argv[1]))

    def tell(message: dict[str, Any]) -> None:
        answers.write(json.dumps(message, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n")
        answers.flush()

    tell({"ready": True})
    for line in sys.stdin.buffer:
        job = json.loads(line)
        result = run_job(job)
        # After a document that ate the memory the heap is in pieces: a fresh worker takes over.
        leaving = any(problem.code in (Passing.MEMORY, Passing.ENVIRONMENT) for problem in result.problems)
        tell(answer(job, result) | {"leaving": leaving})
        if leaving:
            return


if __name__ == "__main__":
    main()
