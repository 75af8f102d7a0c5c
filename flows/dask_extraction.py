"""Extraction on a Dask cluster: one task a document, each within the same limits as on one machine."""

from __future__ import annotations

import threading
from typing import Any

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.futures import PrefectFuture

from flows import observer
from pipeline.discover import Input
from pipeline.extraction import STAGE, Due, Extraction, due, job_for, open_store, settle, uses_second_reader, widened
from pipeline.names import shown
from pipeline.pool import WorkerPool
from pipeline.rules import rules_version
from pipeline.settings import Settings

WAVE = 500  # tasks handed to the cluster at a time, so that the scheduler's memory does not grow with the corpus
LONGEST = 12.0  # times the limit of computing a task may last by the clock: twice the limits, and a pool's patience
_warm = threading.local()


def _pool(settings: Settings) -> WorkerPool:
    """The reading process of this thread of a Dask worker, kept warm from document to document."""
    if getattr(_warm, "pool", None) is None:
        _warm.pool = WorkerPool(settings, workers=1)
    pool: WorkerPool = _warm.pool
    return pool


@task(name="extract document", cache_policy=NO_CACHE)
def extract_document_task(item: Input, settings: Settings, rules: str, alone: bool = False) -> bool:
    """One document into the store, which every machine must see; True when it could be read.

    Raises RuntimeError on a machine with other rules than those of the run: its parts would not be found.
    """
    if rules_version(uses_second_reader(settings)) != rules:
        raise RuntimeError("this worker has other rules, libraries or readers installed than the machine of the flow")
    store = open_store(settings)
    outcomes = list(_pool(settings).run([job_for(item, settings, keep=True, alone=alone)]))
    return not any(settle(outcome, store) for outcome in outcomes)


def extract_on_dask(inputs: list[Input], settings: Settings, stage: dict[str, Any]) -> Extraction:
    """Parts of all documents that have none; must be called inside a flow with a Dask task runner."""
    progress = observer.current()
    wanted = due(inputs, open_store(settings), settings)
    progress.begin(STAGE, len(inputs))
    progress.advance(STAGE, len(inputs) - len(wanted))
    one = extract_document_task.with_options(timeout_seconds=settings.timeout * LONGEST, **stage)
    wide = widened(settings)
    rules = rules_version(uses_second_reader(settings))
    failed = 0
    for begin in range(0, len(wanted), WAVE):
        futures: list[PrefectFuture[bool]] = [
            one.submit(item, wide, rules, alone=True) if why is Due.ALONE else one.submit(item, settings, rules)
            for item, why in wanted[begin : begin + WAVE]
        ]
        for future in futures:
            failed += not future.result()
            progress.advance(STAGE)
    progress.end(STAGE, f"{len(wanted)} read, {len(inputs) - len(wanted)} already in the store")
    remade = [shown(item.path) for item, why in wanted if why is Due.DAMAGED]
    return Extraction(len(inputs), len(wanted), len(inputs) - len(wanted), failed, remade)


def dask_runner(settings: Settings) -> Any:
    """The task runner: the cluster at ``dask_address``, else one on this machine. Raises ImportError without Dask."""
    from prefect_dask import DaskTaskRunner

    if settings.dask_address:
        return DaskTaskRunner(address=settings.dask_address)
    return DaskTaskRunner(
        cluster_kwargs={"n_workers": settings.workers, "threads_per_worker": 1, "dashboard_address": None}
    )
