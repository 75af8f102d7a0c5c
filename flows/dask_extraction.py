"""Extraction on a Dask cluster: some documents a task, each within the same limits as on one machine."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from typing import Any

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.context import FlowRunContext
from prefect.futures import PrefectFuture

from pipeline.discover import Input, Inputs
from pipeline.extraction import Told, job_for, long_first, open_store, settle, told_of, uses_second_reader, widened
from pipeline.pool import WorkerPool
from pipeline.rules import rules_version
from pipeline.settings import Settings

WAVE = 500  # tasks handed to the cluster at a time, so that the scheduler's memory does not grow with the corpus
MOST = 50  # documents of a task: what a task costs by itself is then less than a tenth of what they do
SHARES = 4  # tasks a core, so that none has to wait long for the last one
LONGEST = 12.0  # times the limit of computing a document may last by the clock: twice the limits, and a pool's patience
_warm = threading.local()


def _pool(settings: Settings) -> WorkerPool:
    """The reading process of this thread of a Dask worker, kept warm from task to task."""
    if getattr(_warm, "pool", None) is None:
        _warm.pool = WorkerPool(settings, workers=1)
    pool: WorkerPool = _warm.pool
    return pool


@task(name="extract documents", cache_policy=NO_CACHE)
def extract_documents_task(items: Sequence[Input], settings: Settings, rules: str, alone: bool = False) -> list[Told]:
    """Documents into the store, which every machine must see; what there is to tell of each.

    Raises RuntimeError on a machine with other rules than those of the run: its parts would not be found.
    """
    if rules_version(uses_second_reader(settings)) != rules:
        raise RuntimeError("this worker has other rules, libraries or readers installed than the machine of the flow")
    store = open_store(settings)
    outcomes = _pool(settings).run(job_for(item, settings, keep=True, alone=alone) for item in items)
    found = []
    for outcome in outcomes:
        settle(outcome, store)
        found.append(told_of(outcome))
    return found


def shares(items: Sequence[Input], cores: int) -> list[Inputs]:
    """Documents by task: each has long and short ones, and no core has to wait long for the last task."""
    number = min(len(items), max(SHARES * cores, -(-len(items) // MOST)))
    ordered = long_first(items)
    return [ordered[place::number] for place in range(number)]


def _cores() -> int:
    """How many tasks the cluster of this flow does at a time; starts it where it does not run yet."""
    context = FlowRunContext.get()
    assert context is not None
    runner: Any = context.task_runner
    threads: dict[str, int] = runner.client.nthreads()
    return max(1, sum(threads.values()))


def read_on_dask(alike: Inputs, alone: list[Input], settings: Settings, **retries: Any) -> Iterator[Told]:
    """Read documents in tasks of the cluster; must be called inside a flow with a Dask task runner."""
    rules = rules_version(uses_second_reader(settings))
    wide = widened(settings)
    tasks = [(share, settings, False) for share in shares(alike, _cores())] if alike else []
    tasks += [(Inputs([item]), wide, True) for item in alone]
    for begin in range(0, len(tasks), WAVE):
        futures: list[PrefectFuture[list[Told]]] = []
        for share, limits, by_itself in tasks[begin : begin + WAVE]:
            longest = settings.timeout * LONGEST * len(share)
            one = extract_documents_task.with_options(timeout_seconds=longest, **retries)
            futures.append(one.submit(share, limits, rules, alone=by_itself))
        for future in futures:
            yield from future.result()


def dask_runner(settings: Settings) -> Any:
    """The task runner: the cluster at ``dask_address``, else one on this machine. Raises ImportError without Dask."""
    from prefect_dask import DaskTaskRunner

    if settings.dask_address:
        return DaskTaskRunner(address=settings.dask_address)
    return DaskTaskRunner(
        cluster_kwargs={"n_workers": settings.workers, "threads_per_worker": 1, "dashboard_address": None}
    )
