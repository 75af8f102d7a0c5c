"""A schedule that is served, watched: a file added, changed and removed between two of its runs, then ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from threading import Event

import pytest

from flows.deployments import _pass_on
from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.history import runs_into
from pipeline.publish import KNOWLEDGE_BASE

PATIENCE = 150.0  # seconds for a server to come up and a run to end on a busy machine
ENDING = 5.0
KEPT = {
    f"kept-{n}": f"The halide Li3{metal}Cl6 reached an ionic conductivity of 0.3{n} mS cm^-1 at 25 °C."
    for n, metal in enumerate(("Er", "Y", "In", "Sc", "Ho"))
}
FIRST = KEPT | {
    "changed": "The argyrodite Li6PS5Br reached an ionic conductivity of 1.1 mS cm^-1 at 25 °C.",
    "removed": "The solid electrolyte Na3SbS4 reached an ionic conductivity of 1.05 mS cm^-1 at 25 °C.",
}
SECOND = KEPT | {
    "changed": FIRST["changed"].replace("1.1", "2.1"),
    "added": "The solid electrolyte Li7P2S8I reached an ionic conductivity of 0.63 mS cm^-1 at 25 °C.",
}


def write(folder: Path, notes: dict[str, str]) -> Path:
    folder.mkdir()
    for name, text in notes.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


class Watched:
    """``ionmine serve`` and what it says."""

    def __init__(self, corpus: Path, folder: Path, root: Path) -> None:
        self._told = folder / "told"
        command = ["serve", str(corpus), "-o", str(folder / "out"), "--interval", "3", "--workers", "1"]
        with self._told.open("w") as stream:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "flows.cli", *command],
                cwd=root,
                stderr=stream,
                env={**os.environ, "IONMINE_PREFECT_HOME": str(folder / "home"), "IONMINE_SECOND_READER": "0"},
            )

    def lines(self) -> list[str]:
        return self._told.read_text().splitlines()

    def until(self, happened: Callable[[str], bool]) -> str:
        """The first line of which it is true."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            for line in self.lines():
                assert ": Failed: " not in line, line
                if happened(line):
                    return line
            time.sleep(0.1)
        raise AssertionError(f"did not happen: {self.lines()}")


@pytest.mark.flow
def test_what_changes_between_two_runs_is_seen_by_the_second(tmp_path: Path, root: Path) -> None:
    corpus = write(tmp_path / "corpus", FIRST)
    watched = Watched(corpus, tmp_path, root)
    try:
        watched.until(lambda line: line.endswith("Completed: 7 read; 7 conductivities; the first run"))
        write(tmp_path / "next", SECOND)
        corpus.rename(tmp_path / "before")
        (tmp_path / "next").rename(corpus)
        watched.until(
            lambda line: line.endswith("Completed: 7 read; 7 conductivities; documents +1 −1 ~1, values +0 −0 ~1")
        )
        with KnowledgeBase(tmp_path / "out" / KNOWLEDGE_BASE, read_only=True) as base:
            told = {(row["change"], row["subject"], row["document_id"]) for row in base.table("changes")}
        documents = {(change, name) for change, subject, name in told if subject == "document"}
        assert documents == {("new", "added"), ("changed", "changed"), ("gone", "removed")}
        ran = [
            (datetime.fromisoformat(row["ended_at"]).timestamp(), row["seconds"]) for row in runs_into(tmp_path / "out")
        ]
        assert all(ended - seconds > before - 1 for (before, _), (ended, seconds) in pairwise(ran))  # to the second
        begun = time.monotonic()
        watched.process.send_signal(signal.SIGINT)
        assert watched.process.wait(PATIENCE) == 130
        assert time.monotonic() - begun < ENDING
        told = [line for line in watched.lines() if ": Completed: " not in line]
        assert told == ["corpus flow, every 3 s; Ctrl-C ends it", "schedule ended"]
    finally:
        watched.process.kill()
        watched.process.wait()


def test_what_the_end_breaks_off_in_a_run_is_not_told(capsys: pytest.CaptureFixture[str]) -> None:
    ending = Event()

    def lines() -> Iterator[str]:
        yield "Completed: 7 read\n"
        ending.set()
        yield "Traceback (most recent call last):\n"

    _pass_on(lines(), ending)
    assert capsys.readouterr().err == "Completed: 7 read\n"
