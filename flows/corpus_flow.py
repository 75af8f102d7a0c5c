"""The corpus flow: discover, extract, consolidate, reconcile, export, report. Thin over :mod:`pipeline.run`.

Each stage is a task. What was extracted is cached by the content of the files and the version of the rules, document by
document in the store of parts, which runs with and without Prefect share. A run whose outcome is published already ends
there.
"""

# Annotations are no strings here: a served run gets the flow by value, where what only a string names is not known.

from collections.abc import Callable
from functools import partial
from inspect import cleandoc
from pathlib import Path
from typing import Any, Literal

from prefect import Flow, Task, flow, get_run_logger
from prefect.artifacts import create_link_artifact, create_markdown_artifact, create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import FlowRun, State
from prefect.states import Completed, Failed

from flows import observer
from flows.overlap import make_up_for_missed
from pipeline.guard import RefusedError
from pipeline.progress import current, told_to
from pipeline.publish import REPORT
from pipeline.run import run_corpus
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


def _show(summary: Summary) -> None:
    """What a person wants to see of a run in Prefect's interface."""
    conflicts = [{"reason": reason, "pairs": count} for reason, count in summary.conflicts.items()]
    changes = [{"change": change, "records": count} for change, count in summary.changes.items()]
    for key, table, about in (
        ("reconciliation", summary.reconciliation, "Agreement with gold"),
        ("conflicts", conflicts, "Statements that contradict each other, by reason"),
        ("changes", changes, "Records against what was published before"),
        ("problems", summary.problems[:MOST_ROWS], "Documents that gave nothing, and why"),
    ):
        create_table_artifact(key=key, table=table, description=about)
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
    current().end_begun(observer.START)
    make_up_for_missed()
    try:
        with told_to(observer.Logged(get_run_logger(), current())):
            summary = run_corpus([Path(corpus) for corpus in corpora], settings, _as_tasks(settings))
    except RefusedError as error:
        return _failed(error)
    _show(summary)
    if summary.passing:
        return _failed(IncompleteError(summary))
    return Completed(message=summary.headline, data=summary)


def _failed(error: Exception) -> State[Any]:
    """Failed with the reason alone; where it was found is let go of, with the database that is open there."""
    return Failed(message=str(error), data=error.with_traceback(None))


def _as_tasks(settings: Settings) -> Callable[..., Any]:
    """Does the stages of a run as Prefect's tasks; on Dask extraction has tasks of some documents each."""
    retried: dict[str, Any] = {"retries": settings.retries, "retry_delay_seconds": RETRY_DELAY}

    def do(stage: str, work: Callable[..., Any], *told: Any) -> Any:
        if stage == "extract" and settings.task_runner == "dask":
            from flows.dask_extraction import read_on_dask

            return work(*told, partial(read_on_dask, **retried))
        if stage == "discover":
            return Task(work, name=stage, cache_policy=NO_CACHE)(*told)
        limit = None if stage == "extract" else STAGE_LIMIT  # each document has its own
        return Task(work, name=stage, cache_policy=NO_CACHE, timeout_seconds=limit, **retried)(*told)

    return do


def flow_for(settings: Settings) -> Flow[..., Any]:
    """The corpus flow with the task runner that the settings ask for."""
    if settings.task_runner == "dask":
        from flows.dask_extraction import dask_runner

        return corpus_flow.with_options(task_runner=dask_runner(settings))
    return corpus_flow
