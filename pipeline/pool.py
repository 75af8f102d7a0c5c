"""Worker processes with a limit on each document's time and memory.

Plain child processes that speak JSON over pipes: they start the same way from the command line, from a flow and from a
Dask worker, share nothing, and can be killed one by one.
"""

from __future__ import annotations

import json
import os
import selectors
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

from pipeline.causes import Passing
from pipeline.rules import package_root
from pipeline.settings import Settings

Job = dict[str, Any]
# A document's time is counted by its process. One that computes nothing (or not for us: a stopped process, a dead disk)
# is ended after so many times as long by the clock, and a moment more to give up by itself.
PATIENCE, GRACE = 5.0, 5.0
STARTS = 3  # times a worker that was killed while it loaded is started again
WORKER = (sys.executable, "-P", "-m", "pipeline.worker")  # -P: not what lies in the current folder; and MB of memory
START_LIMIT = 120.0  # seconds a worker may take to load


@dataclass(slots=True)
class Outcome:
    """The answer to one job: a part (or, when stored, what there is to tell of it), or why there is none."""

    job: Job
    part: dict[str, Any] = field(default_factory=dict)
    stored: bool = False
    timings: dict[str, float] = field(default_factory=dict)
    code: str = ""  # the worker was lost with this document: one of pipeline.causes.Passing
    message: str = ""


class WorkerStartError(RuntimeError):
    """Workers cannot be started at all: the fault of the installation, not of a document."""


def job_of(name: object, path: Path, settings: Settings, **more: Any) -> Job:
    """The job of reading a file, which the outcome names."""
    told = {"path": str(path.absolute()), "settings": settings.model_dump(mode="json")}
    return {"job": name, "name": path.name, **told, **more}


def environment() -> dict[str, str]:
    """The environment of a process of ours: finds these packages, takes one core, has sets in the same order."""
    told = dict(os.environ)
    told["PYTHONPATH"] = os.pathsep.join([str(package_root()), *filter(None, [told.get("PYTHONPATH")])])
    told["PYTHONHASHSEED"] = "0"
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        told.setdefault(name, "1")
    return told


class _Worker:
    """One child process and the job it is at."""

    def __init__(self, command: Sequence[str]) -> None:
        try:
            self.errors = tempfile.TemporaryFile()  # noqa: SIM115  (closed by stop)
            self.process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors, env=environment()
            )
        except OSError as error:
            raise WorkerStartError(f"a worker could not start: {error.strerror or error}") from error
        assert self.process.stdin and self.process.stdout
        self.input, self.output = self.process.stdin, self.process.stdout
        self.buffer = bytearray()
        self.ready = False
        self.job: Job | None = None
        self.deadline = time.monotonic() + START_LIMIT

    def give(self, job: Job) -> None:
        """Hand a job over. A worker that died in the meantime is noticed when its output ends."""
        self.job = job
        if self.ready:
            self.begin()
        try:
            self.input.write(json.dumps(job).encode() + b"\n")
            self.input.flush()
        except BrokenPipeError:
            return

    def begin(self) -> None:
        """The job's time begins."""
        assert self.job is not None
        self.deadline = time.monotonic() + PATIENCE * self.job["settings"]["timeout"] + GRACE

    def messages(self) -> list[dict[str, Any]] | None:
        """Whole messages that have arrived; None when the worker's output has ended."""
        chunk = os.read(self.output.fileno(), 1 << 16)
        if not chunk:
            return None
        self.buffer += chunk
        if b"\n" not in chunk:
            return []
        *lines, rest = bytes(self.buffer).split(b"\n")
        self.buffer = bytearray(rest)
        return [json.loads(line) for line in lines]

    def last_words(self) -> str:
        """The last line the worker wrote to standard error."""
        self.errors.seek(0, os.SEEK_END)
        self.errors.seek(max(self.errors.tell() - 2000, 0))
        lines = self.errors.read().decode("utf-8", "replace").strip().splitlines()
        return lines[-1].strip() if lines else ""

    def stop(self) -> int:
        """Kill the process and give its exit code."""
        if self.process.poll() is None:
            self.process.kill()
        code = self.process.wait()
        for stream in (self.input, self.output, self.errors):
            try:
                stream.close()
            except BrokenPipeError:
                continue
        return code


class WorkerPool:
    """Runs jobs on ``settings.workers`` processes. Use as a context manager: leaving it ends the processes."""

    def __init__(self, settings: Settings, workers: int | None = None, command: Sequence[str] = WORKER) -> None:
        self.size = workers or settings.workers
        self._command = [*command, str(settings.memory)]
        self._workers: list[_Worker] = []
        self._selector = selectors.DefaultSelector()
        self._starts = STARTS
        self._again: list[Job] = []  # those whose worker was killed before it could read any

    def __enter__(self) -> WorkerPool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End all processes at once."""
        while self._workers:
            self._drop(self._workers[0])
        self._selector.close()

    def run(self, jobs: Iterable[Job]) -> Iterator[Outcome]:
        """Outcomes in the order in which they come; every job has exactly one. Raises WorkerStartError."""
        waiting = iter(jobs)
        upcoming = next(waiting, None)
        while upcoming is not None or any(worker.job is not None for worker in self._workers):
            while upcoming is not None:
                worker = self._idle()
                if worker is None:
                    break
                worker.give(upcoming)
                upcoming = self._again.pop() if self._again else next(waiting, None)
            yield from self._wait()
            if upcoming is None and self._again:
                upcoming = self._again.pop()

    def _idle(self) -> _Worker | None:
        """A worker without a job: one that is ready, else a new one while there is room, else none."""
        free = [worker for worker in self._workers if worker.job is None]
        if free:
            return free[0]
        if len(self._workers) >= self.size:
            return None
        worker = _Worker(self._command)
        self._workers.append(worker)
        self._selector.register(worker.output, selectors.EVENT_READ, worker)
        return worker

    def _wait(self) -> Iterator[Outcome]:
        patience = min((w.deadline for w in self._workers if w.job is not None), default=time.monotonic())
        for key, _ in self._selector.select(max(patience - time.monotonic(), 0.0)):
            worker: _Worker = key.data
            messages = worker.messages()
            if messages is None:
                yield from self._lost(worker)
                continue
            for message in messages:
                if message.get("ready"):
                    worker.ready = True
                    if worker.job is not None:
                        worker.begin()
                elif worker.job is not None:
                    job, worker.job = worker.job, None
                    if message["leaving"]:
                        self._drop(worker)
                    yield Outcome(job, message["part"], message["stored"], message["timings"])
        for worker in [w for w in self._workers if w.job is not None and time.monotonic() > w.deadline]:
            yield from self._overdue(worker)

    def _drop(self, worker: _Worker) -> int:
        self._workers.remove(worker)
        self._selector.unregister(worker.output)
        return worker.stop()

    def _lost(self, worker: _Worker) -> Iterator[Outcome]:
        """The worker's output ended: it died with its document, or before it could read any."""
        words = worker.last_words()
        job, ready = worker.job, worker.ready
        code = self._drop(worker)
        if not ready:
            self._starts -= 1
            if code >= 0 or not self._starts:
                raise WorkerStartError(f"a worker could not start: {words or f'exit code {code}'}")
            self._again += [job] if job is not None else []
        elif job is not None and code == -signal.SIGXCPU:
            yield _out_of_time(job)
        elif job is not None:
            cause = f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
            yield Outcome(job, code=Passing.SIGNAL, message=f"the reading process ended with {cause}; given up")

    def _overdue(self, worker: _Worker) -> Iterator[Outcome]:
        job, ready = worker.job, worker.ready
        self._drop(worker)
        if not ready:
            raise WorkerStartError(f"a worker did not start within {START_LIMIT:.0f} s")
        assert job is not None
        yield _out_of_time(job)


def _out_of_time(job: Job) -> Outcome:
    return Outcome(job, code=Passing.TIME, message=f"not finished in {job['settings']['timeout']:g} s; given up")
