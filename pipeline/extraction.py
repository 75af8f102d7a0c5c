"""Extracts the documents of a run that the store has no part of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.document import Status
from pipeline.convert import failure
from pipeline.discover import Input
from pipeline.pool import Job, Outcome, WorkerPool
from pipeline.progress import Progress, Silent
from pipeline.rules import rules_version, second_reader_available
from pipeline.settings import Settings
from pipeline.store import Part, Store

STAGE = "extract"
GIVEN_UP_SIZE = 4096  # bytes; the part of a document that was given up is smaller, so larger ones need not be read


@dataclass(frozen=True, slots=True)
class Extraction:
    """What the stage did."""

    documents: int
    extracted: int
    reused: int
    failed: int


def uses_second_reader(settings: Settings) -> bool:
    """Whether a corpus run lets the second reader read along: when asked to, or by itself where it is installed."""
    return second_reader_available() if settings.second_reader is None else settings.second_reader


def open_store(settings: Settings) -> Store:
    """The store for the rules as they are."""
    return Store(settings.store_folder, rules_version(uses_second_reader(settings)))


def missing(inputs: Iterable[Input], store: Store, settings: Settings) -> list[Input]:
    """The inputs without a part, each file once; with one, when it was given up within narrower limits than now."""
    found: dict[str, Input] = {}
    for item in inputs:
        if item.sha256 and item.sha256 not in found and not _settled(store, item.sha256, settings):
            found[item.sha256] = item
    return list(found.values())


def _settled(store: Store, sha256: str, settings: Settings) -> bool:
    size = store.size(sha256)
    if size is None or size > GIVEN_UP_SIZE:
        return size is not None
    part = store.read(sha256)
    if part is None:
        return False
    limits = part.get("limits")
    return not limits or (settings.timeout <= limits["timeout"] and settings.memory <= limits["memory"])


def job_for(item: Input, settings: Settings, *, keep: bool) -> Job:
    """A worker's job; with ``keep`` its part goes to the store."""
    effective = settings.model_copy(
        update={"second_reader": uses_second_reader(settings) if keep else bool(settings.second_reader)}
    )
    job: Job = {
        "job": item.document_id,
        "path": str(item.path.resolve()),
        "name": item.path.name,
        "sha256": item.sha256,
        "settings": effective.model_dump(mode="json"),
    }
    if keep:
        job |= {"store": str(settings.store_folder.resolve()), "rules": rules_version(uses_second_reader(settings))}
    return job


def settle(outcome: Outcome, store: Store, settings: Settings) -> bool:
    """Keep the part of a document whose worker was lost. True when the document could be read."""
    if outcome.code:
        sha256 = outcome.job["sha256"]
        store.write(sha256, failure(outcome.job["job"], sha256, outcome.code, outcome.message, settings).part())
        return False
    return str(outcome.part["document"]["status"]) != Status.FAILURE


def extract_missing(inputs: Sequence[Input], settings: Settings, progress: Progress | None = None) -> Extraction:
    """Make the parts that are missing, on ``settings.workers`` processes.

    Raises :class:`pipeline.pool.WorkerStartError` when no worker can be started; a document's fault raises nothing.
    """
    progress = progress or Silent()
    store = open_store(settings)
    wanted = missing(inputs, store, settings)
    progress.begin(STAGE, len(inputs))
    progress.advance(STAGE, len(inputs) - len(wanted))
    failed = 0
    with WorkerPool(settings, min(settings.workers, max(len(wanted), 1))) as pool:
        # Long documents first: the last one to finish is then a short one.
        jobs = (job_for(item, settings, keep=True) for item in sorted(wanted, key=_size, reverse=True))
        for outcome in pool.run(jobs):
            failed += not settle(outcome, store, settings)
            progress.advance(STAGE)
    result = Extraction(len(inputs), len(wanted), len(inputs) - len(wanted), failed)
    progress.end(STAGE, f"{result.extracted} read, {result.reused} already in the store")
    return result


def _size(item: Input) -> int:
    try:
        return item.path.stat().st_size
    except OSError:
        return 0


def parts(inputs: Iterable[Input], settings: Settings) -> Iterator[tuple[Input, Part]]:
    """Every input of a run with its part, each file once; those without one come with the part of a failure."""
    store = open_store(settings)
    seen: dict[str, Input] = {}
    for item in inputs:
        if not item.sha256:
            yield item, failure(item.document_id, "", "unreadable", item.problem).part()
        elif item.sha256 in seen:
            continue
        else:
            seen[item.sha256] = item
            part = store.read(item.sha256)
            if part is None:
                part = failure(
                    item.document_id, item.sha256, "not_extracted", "changed while the run was reading it"
                ).part()
            yield item, part


def duplicates(inputs: Iterable[Input]) -> Iterator[dict[str, object]]:
    """A row for the problems table for every file that another file of the run equals byte for byte."""
    seen: dict[str, Input] = {}
    for item in inputs:
        first = seen.setdefault(item.sha256, item) if item.sha256 else item
        if first is not item:
            yield {
                "document_id": item.document_id,
                "file": str(item.path),
                "code": "duplicate_file",
                "message": f"the same bytes as {first.path}; read once",
            }
