"""Runs the corpus flow on this machine: Prefect quiet, its state in a folder of its own, no network."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import platformdirs

from flows import observer
from pipeline.progress import Progress
from pipeline.settings import Settings
from pipeline.summary import Summary

START = "start"


def prepare_prefect(settings: Settings) -> None:
    """Set Prefect's environment; must be called before Prefect is imported. What the user has set stays."""
    home = settings.prefect_home or platformdirs.user_state_path("ionmine") / "prefect"
    home.mkdir(parents=True, exist_ok=True)
    defaults = {
        "PREFECT_HOME": str(home.resolve()),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
        "PREFECT_LOGGING_LEVEL": "CRITICAL",
        "PREFECT_LOGGING_TO_API_ENABLED": "false",
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
        "DASK_LOGGING__DISTRIBUTED": "error",
    }
    if settings.api_url:
        defaults["PREFECT_API_URL"] = settings.api_url
    for name, value in defaults.items():
        os.environ.setdefault(name, value)


def run_flow(corpora: Sequence[Path], settings: Settings, progress: Progress | None = None) -> Summary:
    """The corpus flow on this machine. Raises what the flow raises.

    Without a server Prefect starts one of its own for the run, which takes some seconds: the stage ``start``.
    """
    prepare_prefect(settings)
    with observer.told_to(progress, starting=START):
        from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings

        from flows.corpus_flow import flow_for

        # The heartbeat's thread makes every flow wait a second at its end; a local run has nobody who listens to it.
        with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
            return flow_for(settings)([str(path) for path in corpora], settings.model_dump(mode="json"))
