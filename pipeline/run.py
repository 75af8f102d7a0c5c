"""The stages of a corpus run as plain functions; flows and the command line are thin over these.

Every stage reads what the one before left on disk, so each can be run again by itself. What a run leaves is built in a
folder of its own and published when complete (:mod:`pipeline.publish`): readers never see half a run, nor two mixed.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import duckdb

from pipeline.addresses import at_hand
from pipeline.consolidate.build import consolidate
from pipeline.consolidate.changes import are_new, find_changes
from pipeline.consolidate.kept import Kept, carry_over, kept_beside
from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.corrections import log
from pipeline.corrections.recalibration import recalibrated
from pipeline.corrections.stage import Correcting
from pipeline.discover import Discovery, Input, discover
from pipeline.export.annotate import annotate
from pipeline.export.files import write_tables
from pipeline.export.linked_data import write_linked_data
from pipeline.export.package import write_package
from pipeline.export.pieces import Pieces
from pipeline.extraction import Extraction, duplicates, extract_missing, open_store, parts, unique, uses_second_reader
from pipeline.guard import RefusedError, check_accuracy, check_found, check_loss
from pipeline.history import (
    Ended,
    code_version,
    fingerprint,
    is_intact,
    is_sealed,
    record_run,
    run_row,
    runs_into,
    seal,
)
from pipeline.names import shown
from pipeline.progress import Progress, current, told_to
from pipeline.publish import KNOWLEDGE_BASE, LINKED_DATA, REPORT, SUMMARY, TABLES, building, publish, published, restore
from pipeline.reconcile.gold import own_gold
from pipeline.reconcile.report import ALL, keep, reconcile_base
from pipeline.rules import library_version, rules_version
from pipeline.settings import Settings, address_of
from pipeline.store import Part, Store, replacing, write_atomically
from pipeline.summary import GONE_MESSAGE, Summary, summarise


@contextmanager
def work_folder(settings: Settings) -> Iterator[Path]:
    """The folder in which this run builds what it leaves; waits for another run into the same outputs folder."""
    progress = current()
    with building(settings.outputs, lambda: progress.begin("wait", 1)) as work:
        progress.end_begun("wait", "another run was building its tables")
        yield work


def discover_documents(corpora: Sequence[Path], settings: Settings) -> Discovery:
    """The documents of files and folders. Raises RefusedError when there are none at all."""
    progress = current()
    progress.begin("discover", 1)
    found = discover(corpora, settings.max_file_size)
    check_found(corpora, found.inputs)
    progress.end("discover", f"{len(found.inputs)} documents")
    return replace(found, corrections=settings.corrections or log.beside(corpora))


def consolidate_documents(found: Discovery, settings: Settings, work: Path) -> Path:
    """Tables over all documents, from the store and what the published run kept; gives the knowledge base."""
    progress = current()
    progress.begin("consolidate", len(found.inputs))
    path = work / KNOWLEDGE_BASE
    before = published(settings.outputs)
    try:
        kept = kept_beside(before / KNOWLEDGE_BASE) if before else None
        note = _consolidate(path, found, settings, before, kept)
    except duckdb.Error:  # what was kept is damaged: all is made anew, once
        path.unlink(missing_ok=True)
        kept_beside(path).unlink(missing_ok=True)
        with told_to(Progress()):
            note = _consolidate(path, found, settings, before, None)
    progress.end("consolidate", note)
    return path


def _consolidate(path: Path, found: Discovery, settings: Settings, before: Path | None, kept: Path | None) -> str:
    progress = current()
    rules = rules_version(uses_second_reader(settings))
    history = log.read(found.corrections)
    correcting = Correcting(history, found.inputs, found.corrections)
    inputs = unique(found.inputs)

    def wanted(missing: Sequence[Input]) -> Iterator[tuple[Input, Part]]:
        progress.advance("consolidate", len(found.inputs) - len(missing))
        for told in correcting.through(parts(missing, settings)):
            yield told
            progress.advance("consolidate")

    if kept and before and is_sealed(before, KNOWLEDGE_BASE):
        carry_over(before / KNOWLEDGE_BASE, path)
    with KnowledgeBase(path) as base:
        consolidate(
            base,
            Kept(base, f"{_code()} {rules}", kept),
            inputs,
            _marks(inputs, history, open_store(settings)),
            wanted,
            rules,
            settings.dois,
            settings,
        )
        correcting.keep(base)
        base.append("problems", list(duplicates(found.inputs)))
        base.append(
            "problems",
            [{"file": shown(each.path), "code": each.code, "message": each.message} for each in found.skipped],
        )
        find_changes(base, before / TABLES if before else None)
        return f"{base.count('materials')} materials, {base.count('measurements')} measurements"


def _code() -> str:
    """What made tables and files: rows and pieces of other code are not taken over."""
    return f"{code_version()} {library_version('duckdb')}"


def _marks(inputs: Sequence[Input], history: log.History, store: Store) -> Iterator[str]:
    """What the rows of each document are made of; empty where people's decisions are looked at anew in every run."""
    decided = history.by_document({item.document_id: item.sha256 for item in inputs})
    recalibrating = recalibrated(history) is not None
    for item in inputs:
        checksum = store.checksum(item.sha256) if item.sha256 else ""
        told = [item.document_id, shown(item.path), item.is_sample, item.sha256, item.code, item.problem, item.manifest]
        told_of = json.dumps([*told, checksum], sort_keys=True, default=str)
        fixed = not recalibrating and item.document_id not in decided and checksum is not None
        yield hashlib.sha256(told_of.encode()).hexdigest() if fixed else ""


def check_outcome(path: Path, settings: Settings) -> None:
    """Raise RefusedError when what is published must not be replaced by this knowledge base."""
    with KnowledgeBase(path, read_only=True) as base:
        check_loss(base, published(settings.outputs), settings)
        check_accuracy(base, settings)


def export_tables(path: Path, settings: Settings) -> None:
    """Tables as files beside the knowledge base; what is as it was published is taken from there."""
    progress = current()
    progress.begin("export", 3)
    with KnowledgeBase(path) as base:
        annotate(base)
    with KnowledgeBase(path, read_only=True) as base:
        pieces = Pieces(_code(), published(settings.outputs))
        written = write_tables(base, path.parent / TABLES, pieces=pieces)
        progress.advance("export")
        write_package(path.parent / TABLES)
        progress.advance("export")
        write_linked_data(base, path.parent / LINKED_DATA, pieces)
        pieces.keep(path.parent)
        progress.advance("export")
    progress.end("export", f"{len(written)} files")


def reconcile_documents(path: Path) -> None:
    """Compare the annotated documents with the project's gold; the outcome goes into the knowledge base's tables."""
    progress = current()
    progress.begin("reconcile", 1)
    with KnowledgeBase(path) as base:
        result = reconcile_base(base, own_gold())
        keep(base, result)
    documents = {row["document_id"] for row in result.levels} - {ALL}
    progress.advance("reconcile")
    progress.end("reconcile", f"{len(documents)} annotated documents")


def write_report(path: Path, settings: Settings) -> Path:
    """The report page beside the knowledge base."""
    from pipeline.report.build import write_page

    progress = current()
    progress.begin("report", 1)
    target = path.parent / REPORT
    with (
        KnowledgeBase(path, read_only=True) as base,
        replacing(target) as temporary,
        temporary.open("w", encoding="utf-8", errors="replace") as stream,
    ):
        write_page(base, stream, with_pictures=settings.pictures)
    progress.advance("report")
    progress.end("report")
    return target


def unchanged(found: Discovery, settings: Settings, extraction: Extraction, begun: float) -> Summary | None:
    """The summary of what is published, when this run would publish just the same; else None.

    To be called inside of :func:`work_folder`. ``begun``: on the monotonic clock, in seconds.
    """
    generation, rules = published(settings.outputs), rules_version(uses_second_reader(settings))
    if extraction.extracted or generation is None or not is_intact(generation, fingerprint(found, rules, settings)):
        return None
    summary = Summary(**json.loads((generation / SUMMARY).read_text(encoding="utf-8")))
    gone = {notice["file"] for notice in summary.notices if notice["message"] == GONE_MESSAGE}
    summary.notices = [notice for notice in summary.notices if notice["file"] not in gone]
    summary.changes, summary.changed_documents, summary.first = {}, {}, False
    summary.outputs = str(settings.outputs)
    summary.extracted, summary.reused, summary.seconds = 0, extraction.reused, round(time.monotonic() - begun, 1)
    restore(settings.outputs)
    row = run_row(found.corpora, settings, Ended.UNCHANGED, summary.headline, summary.seconds)
    record_run(settings.outputs, row | summary.counts)
    return summary


def publish_run(path: Path, found: Discovery, settings: Settings, extraction: Extraction, begun: float) -> Summary:
    """Read the run's summary off its knowledge base, keep it beside the tables, and put all of it in place.

    ``begun``: on the monotonic clock, in seconds.
    """
    rules = rules_version(uses_second_reader(settings))
    with KnowledgeBase(path, read_only=True) as base:
        before = published(settings.outputs)
        summary = summarise(
            base, settings.outputs, changed=are_new(base, before / TABLES if before else None), first=before is None
        )
    summary.extracted, summary.reused = extraction.extracted, extraction.reused
    summary.corrections = str((found.corrections or Path()).resolve()) if found.corrections else ""
    summary.seconds = round(time.monotonic() - begun, 1)
    summary.notices[:0] = [
        {"file": file, "message": "its part in the store was damaged; read again"} for file in extraction.remade
    ]
    text = json.dumps(asdict(summary), ensure_ascii=False, indent=1)
    write_atomically(path.parent / SUMMARY, text.encode() + b"\n")
    row = run_row(found.corpora, settings, Ended.PUBLISHED, summary.headline, summary.seconds) | summary.counts
    with KnowledgeBase(path) as base:
        base.append("runs", [*runs_into(settings.outputs), row])
    seal(path.parent, fingerprint(found, rules, settings))
    publish(path.parent, settings.outputs)
    record_run(settings.outputs, row)
    return summary


@contextmanager
def recorded_refusal(corpora: Sequence[Path], settings: Settings, begun: float) -> Iterator[None]:
    """Keep a refusal in the history of runs, and let it pass."""
    try:
        yield
    except RefusedError as error:
        if settings.outputs.is_dir():
            row = run_row(corpora, settings, Ended.REFUSED, str(error), time.monotonic() - begun)
            record_run(settings.outputs, row)
        raise


def plainly(stage: str, work: Callable[..., Any], *told: Any) -> Any:
    """A stage without Prefect."""
    return work(*told)


def run_corpus(corpora: Sequence[Path], settings: Settings, do: Callable[..., Any] = plainly) -> Summary:
    """All stages one after the other. Raises RefusedError when what is published stays.

    ``do`` is given the name of each stage, the function that does it and what this takes. What stages hand on are
    names, paths and small numbers; the data itself lies on disk.
    """
    begun = time.monotonic()
    with at_hand(settings) as here, recorded_refusal(corpora, here, begun):
        summary = _run_corpus(corpora, here, do, begun)
    summary.outputs = address_of(settings.outputs) or str(settings.outputs)
    return summary


def _run_corpus(corpora: Sequence[Path], settings: Settings, do: Callable[..., Any], begun: float) -> Summary:
    found: Discovery = do("discover", discover_documents, corpora, settings)
    extraction: Extraction = do("extract", extract_missing, found.inputs, settings)
    with work_folder(settings) as work:
        same = unchanged(found, settings, extraction, begun)
        if same is not None:
            return same
        path: Path = do("consolidate", consolidate_documents, found, settings, work)
        do("reconcile", reconcile_documents, path)
        check_outcome(path, settings)
        do("export", export_tables, path, settings)
        do("report", write_report, path, settings)
        return publish_run(path, found, settings, extraction, begun)
