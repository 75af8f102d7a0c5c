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

from pipeline.consolidate.kept import kept_beside
from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.consolidate.lying import runs_of
from pipeline.discover import discover
from pipeline.extraction import Due, due, extract_missing, open_store
from pipeline.guard import RefusedError
from pipeline.history import runs_into
from pipeline.publish import GENERATIONS, KNOWLEDGE_BASE, REPORT, SUMMARY, TABLES, WORK_PREFIX
from pipeline.run import run_corpus
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


@pytest.fixture
def long_notes(corpus: Path) -> Path:
    """The corpus with notes that take many ticks of the processor's clock: the limit is looked at once a tick."""
    for number, path in enumerate(sorted(corpus.iterdir())):
        path.write_text("\n\n".join((SENTENCES[number:] + SENTENCES[:number]) * 20), encoding="utf-8")
    return corpus


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


def test_processes_that_share_the_tables_make_the_same(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone, shared = (
        settings_for(tmp_path / "alone"),
        settings_for(tmp_path / "shared", store=tmp_path / "alone" / "store"),
    )
    run_corpus([corpus], alone)
    for name, least in (("FEWEST_DOCUMENTS", 2), ("FEWEST_STATEMENTS", 1), ("COMPARED_AT_ONCE", 1)):
        monkeypatch.setattr(f"pipeline.consolidate.shares.{name}", least)
    monkeypatch.setattr("pipeline.consolidate.shares._do", None)  # nothing is left for this process to do
    run_corpus([corpus], shared)
    assert digests(shared.outputs) == digests(alone.outputs)
    with KnowledgeBase(kept_beside(shared.outputs / GENERATIONS / "current" / KNOWLEDGE_BASE), read_only=True) as base:
        assert len(runs_of(base, "stated")) == 1


def test_the_knowledge_base_tells_which_runs_there_were(corpus: Path, tmp_path: Path) -> None:
    settings = settings_for(tmp_path / "out", workers=1)
    for ended in ("published", "unchanged"):
        run_corpus([corpus], settings)
        assert runs_into(settings.outputs)[-1]["ended"] == ended
    (corpus / "note-4.txt").unlink()
    run_corpus([corpus], settings)
    with KnowledgeBase(settings.outputs / KNOWLEDGE_BASE, read_only=True) as base:
        told = base.table("runs")
    assert [(row["documents_found"], row["documents_read"]) for row in told] == [(5, 5), (5, 0), (4, 0)]
    assert [row["message"].rpartition("; ")[2] for row in told[:2]] == ["the first run", "nothing changed"]
    assert told[0]["corpora"] == [str(corpus)] and told[0]["records"] == 5 and told[0]["python"]
    assert not list((settings.outputs / "tables").glob("runs.*"))


def test_the_number_of_workers_changes_no_byte(corpus: Path, tmp_path: Path) -> None:
    one, two = settings_for(tmp_path / "one", workers=1), settings_for(tmp_path / "two", workers=2)
    run_corpus([corpus], one)
    run_corpus([corpus], two)
    assert digests(one.outputs) == digests(two.outputs)
    stores = [sorted(p.read_bytes() for p in s.store_folder.rglob("*.json")) for s in (one, two)]
    assert stores[0] == stores[1]


def test_a_changed_file_alone_is_read_again(corpus: Path, tmp_path: Path) -> None:
    settings = settings_for(tmp_path / "out")
    extract_missing(discover([corpus]).inputs, settings)
    (corpus / "note-1.txt").write_text("Li6PS5I is an argyrodite of 1 × 10^-6 S cm^-1 at 25 °C.", encoding="utf-8")
    wanted = due(discover([corpus]).inputs, open_store(settings), settings)
    assert [(item.document_id, why) for item, why in wanted] == [("note-1", Due.NEW)]


def test_what_was_given_up_is_tried_again_once_alone_with_twice_the_limits(long_notes: Path, tmp_path: Path) -> None:
    narrow = settings_for(tmp_path / "out", timeout=0.001)
    inputs = discover([long_notes / "note-0.txt"]).inputs
    store = open_store(narrow)
    for alone, following in ((False, [Due.ALONE]), (True, [])):
        extract_missing(inputs, narrow)
        part = store.read(inputs[0].sha256)
        assert part is not None and part["problems"][0]["code"] == "timeout"
        assert part["given_up"] == {"timeout": 0.002 if alone else 0.001, "memory": 2048 * (1 + alone), "alone": alone}
        assert [why for _, why in due(inputs, store, narrow)] == following
    assert [why for _, why in due(inputs, store, settings_for(tmp_path / "out", timeout=60))] == [Due.LIMITS]


def test_a_run_with_a_failure_that_can_pass_says_so(long_notes: Path, tmp_path: Path) -> None:
    summary = run_corpus([long_notes], settings_for(tmp_path / "out", timeout=0.001))
    assert summary.passing == 5
    summary = run_corpus([long_notes], settings_for(tmp_path / "out"))
    assert (summary.passing, summary.documents) == (0, {"success": 5})


def test_a_damaged_part_is_made_again_and_told(corpus: Path, tmp_path: Path) -> None:
    settings = settings_for(tmp_path / "out")
    run_corpus([corpus], settings)
    before = digests(settings.outputs)
    first, second, third, *_ = sorted(settings.store_folder.glob("*/??/*.json"))
    first.write_bytes(first.read_bytes()[:-9])
    second.write_bytes(third.read_bytes())
    third.write_text("{}")
    summary = run_corpus([corpus], settings)
    assert (summary.extracted, len(summary.notices)) == (3, 3)
    assert all("damaged" in notice["message"] for notice in summary.notices)
    assert digests(settings.outputs) == before


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


def test_what_dead_runs_left_is_cleared(corpus: Path, tmp_path: Path) -> None:
    settings = settings_for(tmp_path / "out")
    run_corpus([corpus / "note-0.txt"], settings)
    left = [
        settings.outputs / GENERATIONS / f"{WORK_PREFIX}left",
        settings.outputs / TABLES / ".conductivity.csv.abcd.tmp",
        next(settings.store_folder.iterdir()) / "writing" / ".part.abcd.tmp",
        settings.outputs / ".report.html.abcd.tmp",
    ]
    for path in left:
        path.write_bytes(b"half")
    left[0].unlink()
    left[0].mkdir()
    run_corpus([corpus / "note-0.txt"], settings)
    assert not [path for path in (tmp_path / "out").rglob(".*") if path.name != ".."]


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


def test_a_corpus_without_documents_publishes_nothing(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="no documents"):
        run_corpus([tmp_path], settings_for(tmp_path / "out"))
    with pytest.raises(RefusedError, match="no such"):
        run_corpus([tmp_path / "away"], settings_for(tmp_path / "out"))
    assert not (tmp_path / "out").exists()


def test_a_loss_is_refused_and_what_was_published_stays(corpus: Path, tmp_path: Path) -> None:
    settings = settings_for(tmp_path / "out")
    run_corpus([corpus], settings)
    before = digests(settings.outputs)
    for path in list(corpus.iterdir())[:2]:
        path.unlink()
    with pytest.raises(RefusedError, match="2 of 5 published documents"):
        run_corpus([corpus], settings)
    assert digests(settings.outputs) == before
    summary = run_corpus([corpus], settings.model_copy(update={"accept_loss": True}))
    assert summary.documents == {"success": 3} and len(summary.notices) == 2


def test_tables_that_somebody_changed_are_not_carried_over(corpus: Path, tmp_path: Path) -> None:
    settings = settings_for(tmp_path / "out", workers=1)
    run_corpus([corpus], settings)
    with KnowledgeBase(settings.outputs / KNOWLEDGE_BASE) as base:
        base.run("UPDATE conductivity SET value_low = 1")
    (corpus / "note-4.txt").unlink()
    run_corpus([corpus], settings)
    with KnowledgeBase(settings.outputs / KNOWLEDGE_BASE, read_only=True) as base:
        assert base.count("conductivity") and not base.count("conductivity", "value_low = 1")


def test_changes_are_told_once(corpus: Path, tmp_path: Path) -> None:
    settings = settings_for(tmp_path / "out")
    run_corpus([corpus], settings)
    (corpus / "note-0.txt").write_text(SENTENCES[0].replace("0.33", "0.43"), encoding="utf-8")
    (corpus / "note-2.txt").unlink()
    assert run_corpus([corpus], settings).changes == {"changed": 1}
    with KnowledgeBase(settings.outputs / KNOWLEDGE_BASE, read_only=True) as base:
        rows = [(row["change"], row["subject"], row["document_id"]) for row in base.table("changes")]
    changed = [("changed", "document", "note-0"), ("gone", "document", "note-2"), ("changed", "conductivity", "note-0")]
    assert rows == changed
    before = digests(settings.outputs)
    again = run_corpus([corpus], settings)
    assert (again.changes, again.notices) == ({}, [])
    assert digests(settings.outputs) == before


def test_what_no_material_can_have_is_a_problem_and_no_row(tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("The argyrodite Li6PS5Br reached an ionic conductivity of 45 S cm^-1 at 25 °C.", encoding="utf-8")
    settings = settings_for(tmp_path / "out")
    summary = run_corpus([note], settings)
    assert (summary.records["conductivity"], summary.measurements) == (0, 0)
    with KnowledgeBase(settings.outputs / KNOWLEDGE_BASE, read_only=True) as base:
        (problem,) = base.table("problems")
    assert problem["code"] == "implausible" and "1e-20 to 1 S/cm" in problem["message"]
    assert "45 S cm" in problem["sentence"]
