"""Extracts the documents of a run that the store has no part of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from pipeline.causes import FINAL_ALONE, Passing
from pipeline.convert import failure
from pipeline.discover import Input, Inputs
from pipeline.names import shown
from pipeline.pool import Job, Outcome, WorkerPool, job_of
from pipeline.progress import current
from pipeline.rules import rules_version, second_reader_available
from pipeline.settings import Settings
from pipeline.store import Part, Store

STAGE = "extract"
GIVEN_UP_SIZE = 4096  # bytes; the part of a document that was given up is smaller, so larger ones are only verified
Told = tuple[str, str]
"""Of a document the file, and what came of it in a few words."""

Read = Callable[[Inputs, list[Input], Settings], Iterator[Told]]
"""Reads documents together and others each alone, with twice the limits, and keeps their parts."""


class Due(StrEnum):
    """Why a document is read now."""

    NEW = "has no part for these rules"
    DAMAGED = "its part in the store was damaged"
    LIMITS = "was given up within narrower limits"
    ENVIRONMENT = "failed for the machine's sake"
    ALONE = "was given up; is read alone with twice the limits"


@dataclass(frozen=True, slots=True)
class Extraction:
    """What the stage did; ``remade`` are the files whose part in the store was damaged."""

    extracted: int
    reused: int
    remade: list[str] = field(default_factory=list)


def uses_second_reader(settings: Settings) -> bool:
    """Whether a corpus run lets the second reader read along: when asked to, or by itself where it is installed."""
    return second_reader_available() if settings.second_reader is None else settings.second_reader


def open_store(settings: Settings) -> Store:
    """The store for the rules as they are."""
    return Store(settings.store_folder, rules_version(uses_second_reader(settings)))


def due(inputs: Iterable[Input], store: Store, settings: Settings) -> Iterator[tuple[Input, Due]]:
    """The inputs that must be read, each file once, and why."""
    seen: set[bytes] = set()
    for item in inputs:
        digest = bytes.fromhex(item.sha256)
        if digest and digest not in seen:
            seen.add(digest)
            reason = _reason(store, item.sha256, settings)
            if reason is not None:
                yield item, reason


def _reason(store: Store, sha256: str, settings: Settings) -> Due | None:
    size = store.size(sha256)
    if size is None:
        return Due.NEW
    if size > GIVEN_UP_SIZE:
        return Due.DAMAGED if store.content(sha256) is None else None
    part = store.read(sha256)
    if part is None:
        return Due.DAMAGED
    given_up = part["given_up"]
    if given_up is None:
        return None
    code = part["problems"][-1]["code"]
    if code == Passing.ENVIRONMENT:
        return Due.ENVIRONMENT
    if code not in FINAL_ALONE or not given_up["alone"]:
        return Due.ALONE
    within = settings.timeout <= given_up["timeout"] and settings.memory <= given_up["memory"]
    return None if within else Due.LIMITS


def job_for(item: Input, settings: Settings, *, keep: bool, alone: bool = False) -> Job:
    """A worker's job; with ``keep`` its part goes to the store. ``alone``: the only one at work."""
    effective = settings.model_copy(
        update={"second_reader": uses_second_reader(settings) if keep else bool(settings.second_reader)}
    )
    job = job_of(item.document_id, item.path, effective, sha256=item.sha256, alone=alone)
    if keep:
        job |= {"store": str(settings.store_folder.resolve()), "rules": rules_version(uses_second_reader(settings))}
    return job


def settle(outcome: Outcome, store: Store) -> str:
    """Keep the part of a document whose worker was lost; why it was, empty when it was not."""
    if outcome.code:
        job = outcome.job
        limits = Settings(**job["settings"])
        lost = failure(job["job"], job["sha256"], outcome.code, outcome.message, limits, alone=job["alone"])
        store.write(job["sha256"], lost.part())
    return outcome.code


def widened(settings: Settings) -> Settings:
    """Twice the limits, for a document that is read alone."""
    return settings.model_copy(update={"timeout": 2 * settings.timeout, "memory": 2 * settings.memory})


def read_here(alike: Inputs, alone: list[Input], settings: Settings) -> Iterator[Told]:
    """Read documents on ``settings.workers`` processes; those that are killed, and then ``alone``, by themselves.

    Raises :class:`pipeline.pool.WorkerStartError` when no worker can be started.
    """
    store = open_store(settings)
    with WorkerPool(settings, min(settings.workers, max(len(alike), 1))) as pool:
        # The last one to finish is a short one.
        for outcome in pool.run(job_for(item, settings, keep=True) for item in long_first(alike)):
            code = settle(outcome, store)
            if code == Passing.SIGNAL:
                alone.append(next(item for item in alike if item.sha256 == outcome.job["sha256"]))
            else:
                yield told_of(outcome)
    wide = widened(settings)
    with WorkerPool(wide, 1) as pool:
        for outcome in pool.run(job_for(item, wide, keep=True, alone=True) for item in alone):
            settle(outcome, store)
            yield told_of(outcome)


def extract_missing(inputs: Sequence[Input], settings: Settings, read: Read = read_here) -> Extraction:
    """Make the parts that are missing, in the way of ``read``; a document's fault raises nothing.

    A document that an earlier run gave up is read alone, with twice the limits.
    """
    progress = current()
    reasons: list[Due] = []
    wanted = Inputs(_noted(due(inputs, open_store(settings), settings), reasons))
    reused = len(inputs) - len(wanted)
    progress.begin(STAGE, len(inputs))
    progress.advance(STAGE, reused)
    alone = [item for item, why in zip(wanted, reasons, strict=True) if why is Due.ALONE]
    alike = Inputs(item for item, why in zip(wanted, reasons, strict=True) if why is not Due.ALONE)
    for file, message in read(alike, alone, settings):
        progress.tell(STAGE, shown(file), message)
        progress.advance(STAGE)
    progress.end(STAGE, f"{len(wanted)} read, {reused} already in the store")
    remade = [shown(item.path) for item, why in zip(wanted, reasons, strict=True) if why is Due.DAMAGED]
    return Extraction(len(wanted), reused, remade)


def _noted(wanted: Iterable[tuple[Input, Due]], reasons: list[Due]) -> Iterator[Input]:
    for item, why in wanted:
        reasons.append(why)
        yield item


def told_of(outcome: Outcome) -> Told:
    """What came of a document."""
    file, part = outcome.job["name"], outcome.part
    if outcome.code:
        return file, outcome.message
    records = sum(part["counts"].values()) if outcome.stored else len(part["records"])
    message = f"{part['document']['status']}, {records} records, {sum(outcome.timings.values()):.1f} s"
    return file, f"{message}; {part['problems'][-1]['message']}" if part["problems"] else message


def long_first(items: Sequence[Input]) -> Inputs:
    """Documents by the size of their files, the largest first."""
    sizes = [_size(item) for item in items]
    return Inputs(items[place] for place in sorted(range(len(items)), key=sizes.__getitem__, reverse=True))


def _size(item: Input) -> int:
    try:
        return item.path.stat().st_size
    except OSError:
        return 0


def unique(inputs: Iterable[Input]) -> Inputs:
    """The inputs of a run, of equal files the first."""
    seen: set[str] = set()

    def first(item: Input) -> bool:
        before = len(seen)
        seen.add(item.sha256 or item.document_id)
        return len(seen) > before

    return Inputs(filter(first, inputs))


def parts(inputs: Iterable[Input], settings: Settings) -> Iterator[tuple[Input, Part]]:
    """Every input of a run with its part, each file once; those without one come with the part of a failure."""
    store = open_store(settings)
    for item in unique(inputs):
        if not item.sha256:
            yield item, failure(item.document_id, "", item.code, item.problem).part()
            continue
        part = store.read(item.sha256)
        if part is None:
            message = "changed while the run was reading it"
            part = failure(item.document_id, item.sha256, "not_extracted", message).part()
        yield item, part


def duplicates(inputs: Sequence[Input]) -> Iterator[dict[str, object]]:
    """A row for the problems table for every file that another file of the run equals byte for byte."""
    seen: dict[str, int] = {}
    for number, item in enumerate(inputs):
        first = seen.setdefault(item.sha256, number) if item.sha256 else number
        if first != number:
            yield {
                "document_id": item.document_id,
                "file": shown(item.path),
                "code": "duplicate_file",
                "message": f"the same bytes as {shown(inputs[first].path)}; read once",
            }
