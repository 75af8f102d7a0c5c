"""The corpus flow: discover, extract, consolidate, reconcile, export, report. Thin over :mod:`pipeline`.

Each task calls one plain function; what they hand on are names, paths and small numbers, the data itself lies on disk.
What was extracted is cached by the content of the files and the version of the rules, document by document in the store
of parts, which runs with and without Prefect share. A run whose outcome is published already ends there.
"""

# Annotations are no strings here: a served run gets the flow by value, where what only a string names is not known.

import time
from collections.abc import Callable
from inspect import cleandoc
from pathlib import Path
from typing import Any, Literal

from prefect import Flow, flow, get_run_logger, task
from prefect.artifacts import create_link_artifact, create_markdown_artifact, create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import FlowRun, State
from prefect.states import Completed, Failed

from flows import observer
from flows.overlap import make_up_for_missed
from pipeline.addresses import at_hand
from pipeline.discover import Discovery, Inputs
from pipeline.extraction import Extraction, extract_missing
from pipeline.guard import RefusedError
from pipeline.publish import REPORT
from pipeline.reconcile.gold import own_gold
from pipeline.run import (
    check_outcome,
    consolidate_documents,
    discover_documents,
    export_tables,
    publish_run,
    reconcile_documents,
    recorded_refusal,
    shown_outputs,
    unchanged,
    work_folder,
    write_report,
)
from pipeline.settings import Settings, address_of
from pipeline.summary import Summary

RETRY_DELAY = 2.0  # seconds before a failed stage is tried again
STAGE_LIMIT = 3600.0  # seconds a stage over the tables may take
CORPORA = "    corpora: files and folders to read"
MOST_ROWS = 200  # of a table shown in Prefect's interface


class IncompleteError(RuntimeError):
    """The run is published, but a document failed for a reason that can pass; carries the run's summary."""

    def __init__(self, summary: Summary) -> None:
        super().__init__(f"{summary.headline}; run again")
        self.summary = summary


def _described(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add to the docstring, which Prefect's page shows, what each parameter means: the words of its setting."""
    settings = [f"    {name}: {field.description}" for name, field in Settings.model_fields.items()]
    function.__doc__ = "\n".join([cleandoc(function.__doc__ or ""), "", "Args:", CORPORA, *settings])
    return function


@task(name="discover", cache_policy=NO_CACHE)
def discover_task(corpora: list[str], settings: Settings) -> Discovery:
    """The documents of the corpora."""
    return discover_documents([Path(corpus) for corpus in corpora], settings, observer.current())


@task(name="extract", cache_policy=NO_CACHE)
def extract_task(inputs: Inputs, settings: Settings) -> Extraction:
    """Parts of all documents that have none, on processes of this machine; each document within its own limits."""
    return extract_missing(inputs, settings, observer.current())


@task(name="consolidate", cache_policy=NO_CACHE, timeout_seconds=STAGE_LIMIT)
def consolidate_task(found: Discovery, settings: Settings, work: Path) -> Path:
    """The tables over all documents."""
    return consolidate_documents(found, settings, work, observer.current())


@task(name="reconcile", cache_policy=NO_CACHE, timeout_seconds=STAGE_LIMIT)
def reconcile_task(base: Path) -> None:
    """The comparison with gold, into the tables."""
    reconcile_documents(base, own_gold(), observer.current())


@task(name="export", cache_policy=NO_CACHE, timeout_seconds=STAGE_LIMIT)
def export_task(base: Path, settings: Settings) -> None:
    """The tables as files."""
    export_tables(base, settings, observer.current())


@task(name="report", cache_policy=NO_CACHE, timeout_seconds=STAGE_LIMIT)
def report_task(base: Path, settings: Settings) -> Path:
    """The report page."""
    return write_report(base, settings, observer.current())


def _show(summary: Summary) -> None:
    """What a person wants to see of a run in Prefect's interface."""
    create_table_artifact(key="reconciliation", table=summary.reconciliation, description="Agreement with gold")
    create_table_artifact(
        key="conflicts",
        table=[{"reason": reason, "pairs": count} for reason, count in summary.conflicts.items()],
        description="Statements that contradict each other, by reason",
    )
    create_table_artifact(
        key="changes",
        table=[{"change": change, "records": count} for change, count in summary.changes.items()],
        description="Records against what was published before",
    )
    create_table_artifact(
        key="problems", table=summary.problems[:MOST_ROWS], description="Documents that gave nothing, and why"
    )
    documents = ", ".join(f"{count} {status}" for status, count in summary.documents.items())
    records = ", ".join(f"{count} {kind}" for kind, count in summary.records.items())
    create_markdown_artifact(
        key="summary",
        markdown=f"{summary.headline}\n\nDocuments: {documents}\n\nRecords: {records}\n\n"
        f"Read now: {summary.extracted}; from the store: {summary.reused}; {summary.seconds:g} s",
        description="What came of the run",
    )
    page = f"{summary.outputs}/{REPORT}"
    link = page if address_of(summary.outputs) else Path(page).resolve().as_uri()
    create_link_artifact(key="report", link=link, link_text=page, description="The report page")


def _tell_end(flow: Flow[..., Any], flow_run: FlowRun, state: State[Any]) -> None:
    """A line about the end of a scheduled run, for who watches the process that serves it."""
    observer.tell_end(str(flow_run.name), str(state.name), state.message or "")


@flow(
    name="ionmine corpus",
    on_completion=[_tell_end],
    on_failure=[_tell_end],
    on_crashed=[_tell_end],
    persist_result=False,
)
@_described
def corpus_flow(
    corpora: list[str],
    outputs: str = "outputs",
    store: str | None = None,
    corrections: str | None = None,
    workers: int | None = None,
    timeout: float = 120.0,
    memory: int = 2048,
    max_file_size: int = 200,
    second_reader: bool | None = None,
    dois: str | None = None,
    pictures: bool = False,
    task_runner: Literal["local", "dask"] = "local",
    dask_address: str | None = None,
    accept_loss: bool = False,
    least_f1: float = 0.5,
    retries: int = 1,
) -> Any:
    """Read the corpora and write tables, knowledge base and report.

    Completed with a line on what came of it. Failed, with the reason, when nothing was published, and when a document
    failed for a reason that can pass.
    """
    told = {name: value for name, value in locals().items() if name in Settings.model_fields and value is not None}
    settings = Settings(**told)
    make_up_for_missed()
    try:
        with observer.logged(get_run_logger()), at_hand(settings) as here:
            summary = _run(corpora, here)
    except RefusedError as error:
        return _failed(error)
    summary.outputs = shown_outputs(settings)
    _show(summary)
    if summary.passing:
        return _failed(IncompleteError(summary))
    return Completed(message=summary.headline, data=summary)


def _failed(error: Exception) -> State[Any]:
    """Failed with the reason alone; where it was found is let go of, with the database that is open there."""
    return Failed(message=str(error), data=error.with_traceback(None))


def _run(corpora: list[str], settings: Settings) -> Summary:
    begun = time.monotonic()
    stage: dict[str, Any] = {"retries": settings.retries, "retry_delay_seconds": RETRY_DELAY}
    with recorded_refusal([Path(corpus) for corpus in corpora], settings, begun):
        found = discover_task(corpora, settings)
        extraction = _extract(found.inputs, settings, stage)
        with work_folder(settings, observer.current()) as work:
            same = unchanged(found, settings, extraction, begun)
            if same is not None:
                return same
            base = consolidate_task.with_options(**stage)(found, settings, work)
            reconcile_task.with_options(**stage)(base)
            check_outcome(base, settings)
            export_task.with_options(**stage)(base, settings)
            report_task.with_options(**stage)(base, settings)
            return publish_run(base, found, settings, extraction, begun)


def _extract(inputs: Inputs, settings: Settings, stage: dict[str, Any]) -> Extraction:
    """Extract on this machine's processes, or in tasks of some documents each on Dask."""
    if settings.task_runner == "dask":
        from flows.dask_extraction import extract_on_dask

        return extract_on_dask(inputs, settings, stage)
    extraction: Extraction = extract_task.with_options(**stage)(inputs, settings)
    return extraction


def flow_for(settings: Settings) -> Flow[..., Any]:
    """The corpus flow with the task runner that the settings ask for."""
    if settings.task_runner == "dask":
        from flows.dask_extraction import dask_runner

        return corpus_flow.with_options(task_runner=dask_runner(settings))
    return corpus_flow
