from __future__ import annotations

import os
from pathlib import Path

import pytest
from pydantic import ValidationError

from pipeline.settings import Settings


def test_environment_then_options() -> None:
    environment = {"IONMINE_WORKERS": "3", "IONMINE_TIMEOUT": "9", "IONMINE_OUTPUTS": "elsewhere", "IONMINE_STORE": ""}
    settings = Settings.load(environment, timeout=20.0, memory=None)
    assert (settings.workers, settings.timeout, settings.memory) == (3, 20.0, 2048)
    assert settings.store_folder == Path("elsewhere/store")


@pytest.mark.parametrize(
    "name, text", [("WORKERS", "0"), ("WORKERS", "two"), ("TASK_RUNNER", "ray"), ("TIMEOUT", "-1")]
)
def test_values_that_do_not_fit_are_refused(name: str, text: str) -> None:
    with pytest.raises(ValidationError):
        Settings.load({f"IONMINE_{name}": text})


def test_every_setting_says_what_it_means() -> None:
    assert all(field.description for field in Settings.model_fields.values())


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="this system cannot pin a process")
def test_a_pinned_process_uses_one_worker() -> None:
    allowed = os.sched_getaffinity(0)
    try:
        os.sched_setaffinity(0, {min(allowed)})
        assert Settings.load({}).workers == 1
    finally:
        os.sched_setaffinity(0, allowed)
    assert Settings.load({}).workers == len(allowed)
