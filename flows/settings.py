"""Settings from environment and options, with a wrong value told in one line."""

from __future__ import annotations

from typing import Any

from flows.console import USAGE, fail
from pipeline.settings import PREFIX, Settings


def load_settings(**options: Any) -> Settings:
    """The settings; ends the program with a line and the usage exit code when a value does not fit."""
    from pydantic import ValidationError

    try:
        return Settings.load(**options)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]) if first["loc"] else "settings"
        return fail(f"setting {name} ({PREFIX}{name.upper()}): {first['msg']}, not {first['input']!r}", USAGE)
