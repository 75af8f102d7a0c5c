"""Corpus runs with real workers: killed and started again, two at once, many workers, bad files."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.discover import discover
from pipeline.extraction import extract_missing, missing, open_store
from pipeline.run import KNOWLEDGE_BASE, REPORT, SUMMARY, WORK_PREFIX, run_corpus
from pipeline.settings import Settings
from pipeline.summary import Summary

SENTENCES = [
    "The halide Li3ErCl6 reached an ionic conductivity of 0.33 mS cm^-1 at 25 °C.",
    "The argyrodite Li6PS5Br showed a conductivity of 1.1 mS cm^-1 at room temperature.",
    "Na3SbS4 conducts well: its ionic conductivity is 1.05 mS cm^-1 at 25 °C.",
    "The activation energy of the solid electrolyte Li3ErCl6 was 0.41 eV.",
    "The solid electrolyte Li7P2S8I has an ionic conductivity of 6.3 × 10^-4 S cm^-1 at 25 °C.",
]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number, sentence in enumerate(SENTENCES):
        (folder / f"note-{number}.txt").write_text(sentence, encoding="utf-8")
    return folder


def settings_for(outputs: Path, **fields: Any) -> Settings:
    return Settings(**{"outputs": outputs, "workers": 2, "second_reader": False, **fields})


def digests(outputs: Path) -> dict[str, str]:
    files = [*sorted((outputs / "tables").iterdir()), outputs / "measurements.jsonld"]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def materials(outputs: Path) -> list[str]:
    with KnowledgeBase(outputs / KNOWLEDGE_BASE, read_only=True) as base:
        return sorted(row["material"] for row in base.table("materials"))


COMPLETE = ["Li3ErCl6", "Li6PS5Br", "Li7P2S8I", "Na3SbS4"]


def test_a_run_writes_everything_and_the_next_reads_nothing_again(corpus: Path, tmp_path: Path) -> None:
    settings = settings_for(tmp_path / "out")
    first = run_corpus([corpus], settings)
    assert (first.documents, first.extracted, first.reused) == ({"success": 5}, 5, 0)
    assert first.records["conductivity"] == 4 and first.records["activation_energy"] == 1
    assert materials(settings.outputs) == COMPLETE
    before = digests(settings.outputs)
    second = run_corpus([corpus], settings)
    assert (second.extracted, second.reused) == (0, 5)
    assert digests(settings.outputs) == before
    assert {REPORT, SUMMARY, KNOWLEDGE_BASE} <= {path.name for path in settings.outputs.iterdir()}


def test_the_number_of_workers_changes_no_byte(corpus: Path, tmp_path: Path) -> None:
    one, two = settings_for(tmp_path / "one", workers=1), settings_for(tmp_path / "two", workers=2)
    run_corpus([corpus], one)
    run_corpus([corpus], two)
    assert digests(one.outputs) == digests(two.outputs)
    stores = [sorted(p.read_bytes() for p in s.store_folder.rglob("*.json")) for s in (one, two)]
    assert stores[0] == stores[1]


def test_a_changed_file_alone_is_read_again(corpus: Path, tmp_path: Path) -> None:
    settings = settings_for(tmp_path / "out")
    extract_missing(discover([corpus]), settings)
    (corpus / "note-1.txt").write_text("Li6PS5I is an argyrodite of 1 × 10^-6 S cm^-1 at 25 °C.", encoding="utf-8")
    assert [item.document_id for item in missing(discover([corpus]), open_store(settings), settings)] == ["note-1"]


def test_what_was_given_up_is_tried_again_with_wider_limits_only(corpus: Path, tmp_path: Path) -> None:
    narrow = settings_for(tmp_path / "out", timeout=0.001)
    (item,) = discover([corpus / "note-0.txt"])
    extract_missing([item], narrow)
    part = open_store(narrow).read(item.sha256)
    assert part is not None and part["problems"][0]["code"] == "timeout"
    assert missing([item], open_store(narrow), narrow) == []
    assert missing([item], open_store(narrow), settings_for(tmp_path / "out", timeout=60)) == [item]


def run_in_background(corpus: Path, outputs: Path, root: Path) -> subprocess.Popen[bytes]:
    command = [
        sys.executable,
        "-m",
        "flows.cli",
        "run",
        "--plain",
        "--no-second-reader",
        "-o",
        str(outputs),
        str(corpus),
    ]
    return subprocess.Popen(command, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def test_a_killed_run_is_finished_by_the_next(corpus: Path, tmp_path: Path, root: Path) -> None:
    outputs = tmp_path / "out"
    process = run_in_background(corpus, outputs, root)
    deadline = time.monotonic() + 60
    while process.poll() is None and not list(outputs.rglob("*.json")) and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    summary = run_corpus([corpus], settings_for(outputs))
    assert summary.documents == {"success": 5}
    assert materials(outputs) == COMPLETE


def test_two_runs_at_once_do_not_disturb_each_other(corpus: Path, tmp_path: Path, root: Path) -> None:
    outputs = tmp_path / "out"
    runs = [run_in_background(corpus, outputs, root) for _ in range(2)]
    assert [run.wait(120) for run in runs] == [0, 0]
    assert materials(outputs) == COMPLETE
    assert not list(outputs.glob(f"{WORK_PREFIX}*")) and not list(outputs.rglob("*.tmp"))


def test_old_work_folders_of_killed_runs_are_cleared(corpus: Path, tmp_path: Path) -> None:
    left, recent = tmp_path / "out" / f"{WORK_PREFIX}left", tmp_path / "out" / f"{WORK_PREFIX}recent"
    left.mkdir(parents=True)
    recent.mkdir()
    long_ago = time.time() - 3 * 24 * 3600
    os.utime(left, (long_ago, long_ago))
    run_corpus([corpus / "note-0.txt"], settings_for(tmp_path / "out"))
    assert (left.exists(), recent.exists()) == (False, True)


@pytest.fixture
def bad_files(tmp_path: Path) -> Path:
    folder = tmp_path / "bad"
    folder.mkdir()
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.pdf").write_bytes(b"%PDF-1.7\n" + os.urandom(2000))
    (folder / "story.txt").write_text("It rained all day, and the dog slept by the fire. " * 60, encoding="utf-8")
    return folder


def test_bad_files_are_listed_and_cost_the_others_nothing(corpus: Path, bad_files: Path, tmp_path: Path) -> None:
    settings = settings_for(tmp_path / "out")
    summary: Summary = run_corpus([corpus, bad_files, tmp_path / "no.txt"], settings)
    assert materials(settings.outputs) == COMPLETE
    assert summary.failed == 4
    told = {problem["document_id"]: problem["message"] for problem in summary.problems}
    assert set(told) == {"empty", "binary", "story", "no"} and all(told.values())
    with KnowledgeBase(settings.outputs / KNOWLEDGE_BASE, read_only=True) as base:
        assert {row["document_id"] for row in base.table("problems")} >= set(told)


def test_a_corpus_without_documents_gives_empty_tables(tmp_path: Path) -> None:
    summary = run_corpus([tmp_path], settings_for(tmp_path / "out"))
    assert summary.documents == {} and summary.records["conductivity"] == 0
