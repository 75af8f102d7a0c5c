"""Limits: what hangs, eats memory or dies is given up and costs the others nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from pipeline.pool import Job, Outcome, WorkerPool, WorkerStartError
from pipeline.settings import Settings

# A worker whose documents misbehave as their text says; all else is the real one.
WORKER = """
import os, signal, sys, time
from pipeline import convert, worker

def process(source, settings, *, name, password=None):
    deed = str(source)
    if deed == "hang":
        while True:
            try:
                sum(range(10_000))
            except Exception:
                pass
    if deed == "sleep":
        time.sleep(120)
    if deed == "hang hard":
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGPROF})
        while True:
            sum(range(10_000))
    if deed == "die":
        os.kill(os.getpid(), signal.SIGSEGV)
    if deed == "eat":
        keep = [bytes(50_000_000) + b"x" for _ in range(200)]
    print("a library talks to standard output")
    return convert.Result(name, "", convert.Status.SUCCESS)

def guarded(source, settings, **rest):
    try:
        return process(source, settings, **rest)
    except MemoryError:
        return convert.failure("d", "", "out_of_memory", "", settings)
    except convert.TimeLimitReached:
        return convert.failure("d", "", "timeout", "", settings)

worker.process = guarded
worker.warm_up = lambda: None
worker.main()
"""


@pytest.fixture
def settings() -> Settings:
    return Settings(workers=2, timeout=1.0, memory=300)


def run(settings: Settings, tmp_path: Path, deeds: list[str], worker: str = WORKER) -> dict[str, Outcome]:
    script = tmp_path / "worker.py"
    script.write_text(worker)
    jobs: list[Job] = [
        {"job": f"{n} {deed}", "text": deed, "name": deed, "settings": settings.model_dump(mode="json")}
        for n, deed in enumerate(deeds)
    ]
    with WorkerPool(settings, command=[sys.executable, str(script)]) as pool:
        outcomes = list(pool.run(jobs))
    assert sorted(outcome.job["job"] for outcome in outcomes) == sorted(job["job"] for job in jobs)
    return {outcome.job["text"]: outcome for outcome in outcomes}


def code(outcome: Outcome) -> str:
    return outcome.code or next((problem["code"] for problem in outcome.part["problems"]), "")


@pytest.mark.parametrize(
    "deed, expected", [("hang", "timeout"), ("die", "crashed"), ("eat", "out_of_memory"), ("read", "")]
)
def test_a_bad_document_is_given_up_and_the_others_are_read(
    settings: Settings, tmp_path: Path, deed: str, expected: str
) -> None:
    if deed == "eat":  # on a busy machine the memory is not eaten up within a second
        settings = settings.model_copy(update={"timeout": 60.0})
    outcomes = run(settings, tmp_path, ["read", deed, "write", "sing"])
    assert code(outcomes[deed]) == expected
    assert {code(outcomes[other]) for other in ("write", "sing")} == {""}


def test_a_worker_that_cannot_give_up_is_killed(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.pool.PATIENCE", 60.0)  # the system ends it: the clock has no say
    script = WORKER.replace("worker.main()", "worker.GRACE = 0.0\nworker.main()")
    outcomes = run(settings, tmp_path, ["hang hard", "read"], script)
    assert (code(outcomes["hang hard"]), code(outcomes["read"])) == ("timeout", "")


def test_a_worker_that_does_nothing_is_ended_by_the_clock(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.pool.GRACE", 0.5)
    monkeypatch.setattr("pipeline.pool.PATIENCE", 1.0)
    outcomes = run(settings, tmp_path, ["sleep", "read"])
    assert (code(outcomes["sleep"]), code(outcomes["read"])) == ("timeout", "")


def test_a_broken_installation_is_no_document_s_fault(settings: Settings) -> None:
    job: Job = {"job": 1, "text": "", "name": "a", "settings": settings.model_dump(mode="json")}
    with (
        WorkerPool(settings, command=[sys.executable, "-c", "import nothing_of_this_name"]) as pool,
        pytest.raises(WorkerStartError, match="nothing_of_this_name"),
    ):
        list(pool.run([job]))
