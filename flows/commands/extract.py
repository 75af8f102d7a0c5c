"""``ionmine extract``: one-off extraction, without store, server or Prefect."""

from __future__ import annotations

import base64
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from flows.commands.record_output import RecordWriter
from flows.commands.selection import Selection
from flows.console import OK, SOME_FAILED, USAGE, complain, fail
from flows.options import Kind, Order
from pipeline.checks.plausibility import IMPLAUSIBLE
from pipeline.discover import files_in
from pipeline.pool import Job, Outcome, WorkerPool, WorkerStartError, job_of
from pipeline.settings import Settings

STANDARD_INPUT = "-"
STATUS_MESSAGES = {"failure": "could not be read", "no_article": "nothing about solid electrolytes in it"}


def extract(
    files: list[str], form: str, target: Path | None, settings: Settings, *, password: str | None,
    min_confidence: float, kind: list[Kind] | None, material: str, sort: Order,
) -> int:  # fmt: skip
    """Extract the files (of a folder all documents), write their records in that order, and give the exit code.

    A file that gives nothing costs one line on standard error and the exit code; the others are written.
    """
    named, files = files, _files(files)
    if not files:
        fail(f"{named[0]}: no document in this folder", SOME_FAILED)
    if target is not None and any(_same(file, target) for file in files):
        fail(f"{target}: is read by this very command; nothing was written", USAGE)
    jobs = [_job(number, file, settings, password) for number, file in enumerate(files)]
    writer = RecordWriter(form, target, Selection(min_confidence, tuple(kind or ()), material, sort))
    failed = False
    try:
        with WorkerPool(settings, min(settings.workers, len(jobs))) as pool:
            for file, outcome in zip(files, _in_order(pool.run(jobs)), strict=False):
                failed |= _complain_of(file, outcome)
                writer.write(_possible(file, outcome))
        writer.close()
    except WorkerStartError as error:
        complain("worker", str(error))
        return SOME_FAILED
    except BrokenPipeError:
        raise  # whoever read it has enough
    except OSError as error:
        complain(str(target or "standard output"), error.strerror or str(error))
        return SOME_FAILED
    return SOME_FAILED if failed else OK


def _in_order(outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    """What workers give, in the order of their jobs."""
    waiting: dict[int, Outcome] = {}
    following = 0
    for outcome in outcomes:
        waiting[outcome.job["job"]] = outcome
        while following in waiting:
            yield waiting.pop(following)
            following += 1


def _files(named: list[str]) -> list[str]:
    """The documents of files and folders; a file beside its folder is read once."""
    found: dict[Path, str] = {}
    for name in named:
        is_folder = name != STANDARD_INPUT and Path(name).is_dir()
        for file in map(str, files_in(Path(name))) if is_folder else [name]:
            found.setdefault(Path(file).resolve(), file)
    return list(found.values())


def _possible(file: str, outcome: Outcome) -> list[dict[str, Any]]:
    """The records without those of values that no such material can have, which are counted in one line."""
    records = outcome.part.get("records", [])
    kept = [record for record in records if IMPLAUSIBLE not in record["flags"]]
    if len(kept) < len(records):
        told = f"{len(records) - len(kept)} left out that no such material can have (`ionmine show --why` tells them)"
        complain("standard input" if file == STANDARD_INPUT else file, told)
    return kept


def _same(file: str, target: Path) -> bool:
    """Whether the output would take the place of an input."""
    return file != STANDARD_INPUT and target.exists() and Path(file).exists() and target.samefile(file)


def _job(number: int, file: str, settings: Settings, password: str | None) -> Job:
    job = job_of(number, Path(file), settings, password=password)
    if file == STANDARD_INPUT:
        data = sys.stdin.buffer.read()
        job |= {"name": "stdin", "data": base64.b64encode(data).decode("ascii")}
    return job


def _complain_of(file: str, outcome: Outcome) -> bool:
    """One line for a file that gave nothing or not all; True when it counts as failed."""
    name = "standard input" if file == STANDARD_INPUT else file
    if outcome.code:
        complain(name, outcome.message)
        return True
    status, problems = outcome.part["document"]["status"], outcome.part["problems"]
    errors = [problem for problem in problems if problem["code"].endswith("_error")]
    if status in STATUS_MESSAGES:
        complain(name, problems[-1]["message"] if problems else STATUS_MESSAGES[status])
        return True
    for problem in errors:
        complain(name, f"{problem['code']}: {problem['message']}")
    return bool(errors)
