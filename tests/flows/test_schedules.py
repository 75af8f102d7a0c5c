"""Schedules that cannot be, and Prefect servers that are not there: a line each, and the usage exit code."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from pydantic import ValidationError
from typer.testing import CliRunner

from flows.cli import app
from flows.deployments import ENTRY_POINTS, Schedule, deployment_name, machine_timezone
from flows.local import home_of
from flows.overlap import Overlap, one_at_a_time
from flows.prefect_server import DATABASE, _set_aside_if_damaged
from pipeline.rules import package_root
from pipeline.settings import Settings

runner = CliRunner()


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["--cron", "0 3 * * *", "--interval", "60"],
        ["--cron", "every day"],
        ["--interval", "0"],
        ["--interval", "inf"],
        ["--interval", "60", "--timezone", "Mars/Olympus"],
        ["--interval", "60", "--api-url", "localhost"],
        ["--interval", "60", "--api-url", "http://127.0.0.1:9/api"],
    ],
)
def test_a_schedule_that_cannot_be_is_refused(options: list[str], tmp_path: Path) -> None:
    result = runner.invoke(app, ["serve", "-o", str(tmp_path / "out"), *options], env={"IONMINE_API_URL": ""})
    assert result.exit_code == 2
    assert "pydantic" not in result.output and len(result.output.strip().splitlines()) <= 2


@pytest.mark.parametrize("address", ["", "http://127.0.0.1:9/api", "nonsense"])
def test_deploying_needs_a_server(address: str) -> None:
    assert runner.invoke(app, ["deploy", "pool", "--interval", "60"], env={"IONMINE_API_URL": address}).exit_code == 2


def test_a_run_whose_server_does_not_answer_is_refused(tmp_path: Path) -> None:
    result = runner.invoke(app, ["run", str(tmp_path), "--api-url", "http://127.0.0.1:9/api"])
    assert result.exit_code == 2


def test_the_timezone_is_the_machine_s_unless_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert machine_timezone() == "Asia/Tokyo"
    assert str(Schedule(cron="0 3 * * *")) == "cron 0 3 * * * (Asia/Tokyo)"
    assert Schedule(cron="0 3 * * *", timezone="Europe/Berlin").timezone == "Europe/Berlin"
    with pytest.raises(ValidationError):
        Schedule(interval=0.5)


def test_a_run_that_is_due_while_another_one_runs_waits_or_is_skipped() -> None:
    limits = {each: one_at_a_time(each) for each in Overlap}
    assert {each.value: (limit.limit, limit.collision_strategy.value) for each, limit in limits.items()} == {
        "wait": (1, "ENQUEUE"),
        "skip": (1, "CANCEL_NEW"),
    }


def test_nothing_of_prefect_is_shared_by_two_outputs_folders(tmp_path: Path) -> None:
    one, two = Settings(outputs=tmp_path / "one"), Settings(outputs=tmp_path / "two")
    assert home_of(one) != home_of(two)
    names = {deployment_name([tmp_path / corpus], each) for corpus in ("a", "b") for each in (one, two)}
    assert len(names) == 4


def test_a_damaged_state_of_prefect_is_set_aside(tmp_path: Path) -> None:
    told: list[str] = []
    _set_aside_if_damaged(tmp_path, told.append)
    (tmp_path / DATABASE).write_bytes(b"\x7fELF" + bytes(5000))
    _set_aside_if_damaged(tmp_path, told.append)
    assert [path.name for path in tmp_path.iterdir()] == [f"{DATABASE}.damaged"] and len(told) == 1


def test_the_deployments_of_the_repository_name_flows_and_settings_that_there_are() -> None:
    told = yaml.safe_load((package_root() / "prefect.yaml").read_text(encoding="utf-8"))
    assert [each["name"] for each in told["deployments"]] == ["process", "dask"]
    for each in told["deployments"]:
        given = {name: value for name, value in each["parameters"].items() if name != "corpora"}
        assert each["entrypoint"] == ENTRY_POINTS[Settings(**given).task_runner]
        assert (package_root() / each["entrypoint"].partition(":")[0]).is_file()
        assert each["concurrency_limit"] == 1
