from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from flows.deployments import parameters
from flows.local import prepare_prefect
from pipeline.settings import Settings

SENTENCE = "The argyrodite Li6PS5Br reached an ionic conductivity of 1.3 mS cm^-1 at 25 °C."


class Told:
    """A progress that remembers its stages."""

    def __init__(self) -> None:
        self.stages: list[str] = []

    def begin(self, stage: str, total: int) -> None:
        self.stages.append(stage)

    def advance(self, stage: str, steps: int = 1) -> None:
        assert stage in self.stages

    def end(self, stage: str, note: str = "") -> None:
        assert stage in self.stages


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    patch = pytest.MonkeyPatch()
    patch.setenv("PREFECT_HOME", str(tmp_path_factory.mktemp("prefect")))
    prepare_prefect(Settings())
    from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings
    from prefect.testing.utilities import prefect_test_harness

    with (
        prefect_test_harness(server_startup_timeout=120),
        temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}),
    ):
        yield
    patch.undo()


def artifacts() -> set[str]:
    from prefect.client.orchestration import get_client

    async def read() -> list[Any]:
        async with get_client() as client:
            return list(await client.read_artifacts())

    return {artifact.key for artifact in asyncio.run(read())}


@pytest.mark.flow
def test_the_flow_runs_all_stages_and_remembers_what_was_read(server: None, tmp_path: Path) -> None:
    from flows import observer
    from flows.corpus_flow import flow_for

    (tmp_path / "note.txt").write_text(SENTENCE, encoding="utf-8")
    settings = Settings(outputs=tmp_path / "out", workers=1, second_reader=False)
    given = parameters([tmp_path / "note.txt"], settings)
    stages = ["discover", "extract", "consolidate", "reconcile", "export", "report"]
    for reused in (0, 1, 1):
        told = Told()
        with observer.told_to(told):
            summary = flow_for(settings)(**given)
        assert (summary.documents, summary.reused) == ({"success": 1}, reused)
        assert told.stages == stages
    assert (tmp_path / "out" / "report.html").exists()
    assert artifacts() >= {"reconciliation", "conflicts", "problems", "progress"}
    for part in settings.store_folder.rglob("*.json"):
        part.unlink()
    assert flow_for(settings)(**given).extracted == 1, "a remembered result without its part is not used"


@pytest.mark.flow
def test_dask_reads_the_same(server: None, tmp_path: Path) -> None:
    pytest.importorskip("prefect_dask", reason="the extra ionmine[dask] is not installed")
    from flows.corpus_flow import flow_for

    (tmp_path / "note.txt").write_text(SENTENCE, encoding="utf-8")
    settings = Settings(outputs=tmp_path / "out", workers=1, second_reader=False, task_runner="dask")
    summary = flow_for(settings)(**parameters([tmp_path / "note.txt"], settings))
    assert summary.records["conductivity"] == 1
