"""The corpus flow: discover, extract, consolidate, reconcile, export, report. Thin over :mod:`pipeline`.

Each task calls one plain function; what they hand on are names, paths and small numbers, the data itself lies on disk.
What was extracted is cached by the content of the files and the version of the rules: document by document in the
store of parts, which runs with and without Prefect share, and as a whole by Prefect, so that a run over an unchanged
corpus shows as cached. The stages over the tables are made anew: they are what the run is for.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from prefect import Flow, flow, task
from prefect.artifacts import create_markdown_artifact, create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.context import TaskRunContext

from flows import observer
from pipeline.discover import Discovery, Input
from pipeline.extraction import STAGE, Extraction, due, extract_missing, open_store
from pipeline.reconcile.gold import own_gold
from pipeline.run import (
    check_outcome,
    consolidate_documents,
    discover_documents,
    export_tables,
    publish_run,
    reconcile_documents,
    work_folder,
    write_report,
)
from pipeline.settings import Settings
from pipeline.summary import Summary

RETRY_DELAY = 2.0  # seconds before a failed stage is tried again
STAGE_LIMIT = 3600.0  # seconds a stage over the tables may take


@task(name="discover", cache_policy=NO_CACHE)
def discover_task(corpora: Sequence[str], settings: Settings) -> Discovery:
    """The documents of the corpora."""
    return discover_documents([Path(corpus) for corpus in corpora], settings, observer.current())


def extraction_key(context: TaskRunContext, parameters: dict[str, Any]) -> str:
    """What the extraction of these files depends on: their bytes, their names, and the rules."""
    settings: Settings = parameters["settings"]
    digest = hashlib.sha256(open_store(settings).folder.as_posix().encode())
    for item in parameters["inputs"]:
        digest.update(f"{item.document_id}\0{item.sha256}\0".encode())
    return f"ionmine-extract-{digest.hexdigest()}"


@task(name="extract", cache_key_fn=extraction_key, persist_result=True)
def extract_task(inputs: list[Input], settings: Settings) -> Extraction:
    """Parts of all documents that have none, on processes of this machine; each document within its own limits."""
    return extract_missing(inputs, settings, observer.current())


@task(name="consolidate", cache_policy=NO_CACHE, timeout_seconds=STAGE_LIMIT)
def consolidate_task(found: Discovery, settings: Settings, work: Path) -> Path:
    """The tables over all documents."""
    return consolidate_documents(found, settings, work, observer.current())


@task(name="reconcile", cache_policy=NO_CACHE, timeout_seconds=STAGE_LIMIT)
def reconcile_task(base: Path) -> list[dict[str, Any]]:
    """The comparison with gold, into the tables."""
    return reconcile_documents(base, own_gold(), observer.current()).levels


@task(name="export", cache_policy=NO_CACHE, timeout_seconds=STAGE_LIMIT)
def export_task(base: Path) -> None:
    """The tables as files."""
    export_tables(base, observer.current())


@task(name="report", cache_policy=NO_CACHE, timeout_seconds=STAGE_LIMIT)
def report_task(base: Path) -> Path:
    """The report page."""
    return write_report(base, observer.current())


def _report_artifacts(summary: Summary, levels: list[dict[str, Any]]) -> None:
    """What a person wants to see of a run in Prefect's interface."""
    create_table_artifact(key="reconciliation", table=levels, description="Agreement with gold")
    create_table_artifact(
        key="conflicts",
        table=[{"reason": reason, "pairs": count} for reason, count in summary.conflicts.items()],
        description="Statements that contradict each other, by reason",
    )
    create_table_artifact(key="problems", table=summary.problems, description="Documents that gave nothing, and why")
    documents = ", ".join(f"{count} {status}" for status, count in summary.documents.items())
    records = ", ".join(f"{count} {kind}" for kind, count in summary.records.items())
    create_markdown_artifact(
        key="progress",
        markdown=f"Documents: {documents or 'none'}\n\nRecords: {records}\n\n"
        f"Read now: {summary.extracted}; from the store: {summary.reused}; {summary.seconds:g} s",
        description="How far the run is",
    )


@flow(name="ionmine corpus", validate_parameters=False)
def corpus_flow(corpora: Sequence[str], settings: dict[str, Any]) -> Summary:
    """Read the corpora and write tables, knowledge base and report. ``settings`` as :class:`Settings` dumps them."""
    begin = time.monotonic()
    chosen = Settings(**settings)
    stage: dict[str, Any] = {"retries": chosen.retries, "retry_delay_seconds": RETRY_DELAY}
    found = discover_task(corpora, chosen)
    extraction = _extract(found.inputs, chosen, stage)
    with work_folder(chosen, observer.current()) as work:
        base = consolidate_task.with_options(**stage)(found, chosen, work)
        levels = reconcile_task.with_options(**stage)(base)
        check_outcome(base, chosen)
        export_task.with_options(**stage)(base)
        report_task.with_options(**stage)(base)
        summary = publish_run(base, chosen, extraction, time.monotonic() - begin)
    _report_artifacts(summary, levels)
    return summary


def _extract(inputs: list[Input], settings: Settings, stage: dict[str, Any]) -> Extraction:
    """Extract on this machine's processes, or one task a document on Dask."""
    if settings.task_runner == "dask":
        from flows.dask_extraction import extract_on_dask

        return extract_on_dask(inputs, settings, stage)
    # A remembered result holds only while the store still has every part.
    incomplete = bool(due(inputs, open_store(settings), settings))
    state = extract_task.with_options(refresh_cache=incomplete, **stage)(inputs, settings, return_state=True)
    result: Extraction = state.result()
    if state.name == "Cached":
        result = Extraction(len(inputs), 0, len(inputs), 0)
        observer.current().begin(STAGE, len(inputs))
        observer.current().end(STAGE, f"{len(inputs)} already in the store")
    return result


def flow_for(settings: Settings) -> Flow[..., Summary]:
    """The corpus flow with the task runner that the settings ask for."""
    if settings.task_runner == "dask":
        from flows.dask_extraction import dask_runner

        return corpus_flow.with_options(task_runner=dask_runner(settings))
    return corpus_flow
