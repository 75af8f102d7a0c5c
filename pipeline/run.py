"""The stages of a corpus run as plain functions; flows and the command line are thin over these.

Every stage reads what the one before left on disk, so each can be run again by itself. The tables are built in a work
folder of the run's own and moved to their place when complete: two runs into one outputs folder never mix.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from pipeline.consolidate.build import consolidate
from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.discover import Input, discover
from pipeline.export.files import write_tables
from pipeline.export.linked_data import write_linked_data
from pipeline.export.package import write_package
from pipeline.extraction import Extraction, duplicates, extract_missing, parts, uses_second_reader
from pipeline.progress import Progress, Silent
from pipeline.reconcile.gold import GoldSet, own_gold
from pipeline.reconcile.report import ALL, Reconciliation
from pipeline.reconcile.run import reconcile_base
from pipeline.rules import rules_version
from pipeline.settings import Settings
from pipeline.store import replacing, write_atomically
from pipeline.summary import Summary, summarise

KNOWLEDGE_BASE = "ionmine.duckdb"
LINKED_DATA = "measurements.jsonld"
REPORT = "report.html"
SUMMARY = "summary.json"
WORK_PREFIX = ".work-"
STALE = 24 * 3600.0  # seconds after which a work folder is what a killed run left


@contextmanager
def work_folder(settings: Settings) -> Iterator[Path]:
    """A folder of this run's own inside the outputs folder; also clears what killed runs left long ago."""
    settings.outputs.mkdir(parents=True, exist_ok=True)
    for left in settings.outputs.glob(f"{WORK_PREFIX}*"):
        if time.time() - left.stat().st_mtime > STALE:
            shutil.rmtree(left, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(dir=settings.outputs, prefix=WORK_PREFIX))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def discover_documents(corpora: Sequence[Path], progress: Progress | None = None) -> list[Input]:
    """The documents of files and folders."""
    progress = progress or Silent()
    progress.begin("discover", 1)
    inputs = discover(corpora)
    progress.end("discover", f"{len(inputs)} documents")
    return inputs


def consolidate_documents(
    inputs: Sequence[Input], settings: Settings, work: Path, progress: Progress | None = None
) -> Path:
    """Tables over all documents, from the store; gives the knowledge base."""
    progress = progress or Silent()
    progress.begin("consolidate", len(inputs))
    path = work / KNOWLEDGE_BASE
    with KnowledgeBase(path) as base:
        rules = rules_version(uses_second_reader(settings))
        consolidate(base, parts(inputs, settings), rules, lambda: progress.advance("consolidate"))
        base.append("problems", list(duplicates(inputs)))
        note = f"{base.count('materials')} materials, {base.count('measurements')} measurements"
    progress.end("consolidate", note)
    return path


def export_tables(path: Path, settings: Settings, progress: Progress | None = None) -> None:
    """Tables as files beside the knowledge base in the outputs folder."""
    progress = progress or Silent()
    progress.begin("export", 3)
    with KnowledgeBase(path, read_only=True) as base:
        written = write_tables(base, settings.tables_folder)
        progress.advance("export")
        write_package(settings.tables_folder)
        progress.advance("export")
        write_linked_data(base, settings.outputs / LINKED_DATA)
        progress.advance("export")
    progress.end("export", f"{len(written)} files")


def publish(path: Path, settings: Settings) -> Path:
    """Move the finished knowledge base to its place."""
    target = settings.outputs / KNOWLEDGE_BASE
    path.replace(target)
    return target


def reconcile_documents(path: Path, gold: GoldSet, progress: Progress | None = None) -> Reconciliation:
    """Compare the annotated documents with gold; the outcome goes into the knowledge base's tables."""
    progress = progress or Silent()
    progress.begin("reconcile", 1)
    result = reconcile_base(path, gold)
    documents = {row["document_id"] for row in result.levels} - {ALL}
    progress.advance("reconcile")
    progress.end("reconcile", f"{len(documents)} annotated documents")
    return result


def write_report(path: Path, settings: Settings, progress: Progress | None = None) -> Path:
    """The report page in the outputs folder."""
    from pipeline.report.build import write_page

    progress = progress or Silent()
    progress.begin("report", 1)
    target = settings.outputs / REPORT
    with (
        KnowledgeBase(path, read_only=True) as base,
        replacing(target) as temporary,
        temporary.open("w", encoding="utf-8", errors="replace") as stream,
    ):
        write_page(base, stream)
    progress.advance("report")
    progress.end("report")
    return target


def write_summary(path: Path, settings: Settings, extraction: Extraction, seconds: float) -> Summary:
    """Read the run's summary off its knowledge base and keep it beside the tables."""
    with KnowledgeBase(path, read_only=True) as base:
        summary = summarise(base, settings.outputs)
    summary.extracted, summary.reused, summary.seconds = extraction.extracted, extraction.reused, round(seconds, 1)
    text = json.dumps(summary.as_dict(), ensure_ascii=False, indent=1)
    write_atomically(settings.outputs / SUMMARY, text.encode() + b"\n")
    return summary


def run_corpus(corpora: Sequence[Path], settings: Settings, progress: Progress | None = None) -> Summary:
    """All stages one after the other, without Prefect."""
    begin = time.monotonic()
    inputs = discover_documents(corpora, progress)
    extraction = extract_missing(inputs, settings, progress)
    with work_folder(settings) as work:
        path = consolidate_documents(inputs, settings, work, progress)
        reconcile_documents(path, own_gold(), progress)
        export_tables(path, settings, progress)
        write_report(path, settings, progress)
        summary = write_summary(path, settings, extraction, time.monotonic() - begin)
        publish(path, settings)
    return summary
