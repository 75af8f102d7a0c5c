from __future__ import annotations

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
