"""Settings from environment and options, with a wrong value told in one line."""

from __future__ import annotations

from typing import Any

from flows.console import USAGE, fail
from pipeline.settings import PREFIX, Settings, address_of


def load_settings(*, addresses: bool = False, **options: Any) -> Settings:
    """The settings; ends the program with a line and the usage exit code when a value does not fit.

    Outputs at an address are for commands that can work there (``addresses``).
    """
    from pydantic import ValidationError

    try:
        settings = Settings.load(**options)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]) if first["loc"] else "settings"
        told = first["msg"].removeprefix("Value error, ")
        return fail(f"setting {name} ({PREFIX}{name.upper()}): {told}, not {str(first['input'])!r}", USAGE)
    address = None if addresses else address_of(settings.outputs) or address_of(settings.store_folder)
    return (
        fail(f"{address}: runs write there, this command reads folders; copy it here first", USAGE)
        if address
        else settings
    )
