"""The flow against a real Prefect server of the test's own."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from flows.local import OF_THE_PROCESS, parameters, prepare_prefect
from pipeline.discover import Input
from pipeline.progress import Progress, told_to
from pipeline.settings import Settings

SENTENCE = "The argyrodite Li6PS5Br reached an ionic conductivity of 1.3 mS cm^-1 at 25 °C."


class Told(Progress):
    """A progress that remembers its stages and what was said of documents."""

    def __init__(self) -> None:
        super().__init__()
        self.stages: list[str] = []
        self.files: list[str] = []

    def begin(self, stage: str, total: int) -> None:
        super().begin(stage, total)
        self.stages.append(stage)

    def advance(self, stage: str, steps: int = 1) -> None:
        assert stage in self.stages

    def tell(self, stage: str, file: str, message: str) -> None:
        self.files.append(f"{stage}: {file}: {message}")

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
        prefect_test_harness(server_startup_timeout=300),
        temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}),
    ):
        yield
    patch.undo()


def of_the_server(what: str) -> list[Any]:
    from prefect.client.orchestration import get_client

    async def read() -> list[Any]:
        async with get_client() as client:
            return list(await getattr(client, f"read_{what}")())

    return asyncio.run(read())


def test_the_parameters_are_the_settings_each_by_its_name() -> None:
    from flows.corpus_flow import corpus_flow

    schema = corpus_flow.parameters.model_dump()
    assert schema["required"] == ["corpora"]
    assert schema["properties"].keys() == {"corpora"} | Settings.model_fields.keys() - OF_THE_PROCESS
    for name, told in schema["properties"].items():
        if name != "corpora":
            assert told["description"] == Settings.model_fields[name].description
    given = parameters([Path("a")], Settings(workers=3))
    assert given["workers"] == 3 and given.keys() <= schema["properties"].keys()


@pytest.mark.flow
def test_the_flow_runs_all_stages_once_and_says_what_came_of_it(server: None, tmp_path: Path) -> None:
    from flows.corpus_flow import flow_for
    from pipeline.guard import RefusedError

    note = tmp_path / "note.txt"
    note.write_text(SENTENCE, encoding="utf-8")
    settings = Settings(outputs=tmp_path / "out", workers=1, second_reader=False)
    given = parameters([note], settings)
    told = Told()
    with told_to(told):
        summary = flow_for(settings)(**given)
    assert (summary.documents, summary.reused) == ({"success": 1}, 0)
    assert told.stages == ["discover", "extract", "consolidate", "reconcile", "export", "report"]
    assert [line.partition(" records")[0] for line in told.files] == ["extract: note.txt: success, 1"]
    again = flow_for(settings)(**given, return_state=True)
    assert again.is_completed() and again.message == "1 read; 1 conductivities; nothing changed"
    assert {each.key for each in of_the_server("artifacts")} >= {"summary", "reconciliation", "changes", "problems"}
    note.unlink()
    refused = flow_for(settings)(**given, return_state=True)
    assert refused.is_failed() and "no such file" in refused.message and "exception" not in refused.message
    with pytest.raises(RefusedError):
        refused.result()
    assert (tmp_path / "out" / "report.html").exists()
    lines = (tmp_path / "out" / "runs.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["ended"] for line in lines] == ["published", "unchanged", "refused"]


@pytest.mark.flow
def test_a_failure_that_can_pass_fails_the_run_and_publishes_it(server: None, tmp_path: Path) -> None:
    from flows.corpus_flow import IncompleteError, flow_for

    # Many ticks of the processor's clock: the limit is looked at once a tick.
    (tmp_path / "note.txt").write_text("\n\n".join([SENTENCE] * 100), encoding="utf-8")
    settings = Settings(outputs=tmp_path / "out", workers=1, second_reader=False, timeout=0.001)
    state = flow_for(settings)(**parameters([tmp_path / "note.txt"], settings), return_state=True)
    assert state.is_failed() and "1 given up" in state.message
    with pytest.raises(IncompleteError):
        state.result()
    assert (tmp_path / "out" / "report.html").exists()


@pytest.mark.flow
def test_dask_reads_the_same(server: None, tmp_path: Path) -> None:
    pytest.importorskip("prefect_dask", reason="the extra ionmine[dask] is not installed")
    from flows.corpus_flow import flow_for
    from flows.dask_extraction import SHARES

    notes = tmp_path / "notes"
    notes.mkdir()
    for number in range(SHARES + 2):  # more than there are tasks
        (notes / f"note{number}.txt").write_text(f"{number}. Results\n\n{SENTENCE}", encoding="utf-8")
    settings = Settings(outputs=tmp_path / "out", workers=1, second_reader=False, task_runner="dask")
    told = Told()
    with told_to(told):
        summary = flow_for(settings)(**parameters([notes], settings))
    assert summary.documents == {"success": SHARES + 2}
    lines = sorted(line.partition(" records")[0] for line in told.files)
    assert lines == [f"extract: note{number}.txt: success, 1" for number in range(SHARES + 2)]
    assert len([run for run in of_the_server("task_runs") if run.name.startswith("extract documents")]) == SHARES


def test_a_task_of_dask_has_some_documents_long_and_short_ones(tmp_path: Path) -> None:
    pytest.importorskip("prefect_dask", reason="the extra ionmine[dask] is not installed")
    from flows.dask_extraction import MOST, SHARES, shares

    items = []
    for number in range(3 * SHARES):
        path = tmp_path / f"{number}.txt"
        path.write_text("x" * number, encoding="utf-8")
        items.append(Input(path, path.stem))
    tasks = shares(items, 1)
    assert [len(task) for task in tasks] == [3] * SHARES
    assert {item.document_id for task in tasks for item in task} == {item.document_id for item in items}
    assert [int(item.document_id) for item in tasks[0]] == [11, 7, 3]
    assert len(shares(items[:3], 8)) == 3 and not shares([], 8)
    assert max(map(len, shares(items[:1] * 1000 * MOST, 2))) == MOST
