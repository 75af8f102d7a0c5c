"""Which fields of a record a person's word decides, and how what is typed for them is read: as the rules read texts."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _lists() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("pipeline.corrections").joinpath("fields.toml").read_text(encoding="utf-8"))


def said_fields(kind: str) -> list[str]:
    """The fields of a record of this kind that a judgement decides."""
    return _lists()["synthesis" if kind == "synthesis" else "property"]["said"]


def extracted_fields(kind: str) -> list[str]:
    """The fields of which a judged row keeps what the rules read, as ``extracted_...``."""
    return _lists()["synthesis" if kind == "synthesis" else "property"]["extracted"]
