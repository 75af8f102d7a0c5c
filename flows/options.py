"""Options that several commands have."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Order(StrEnum):
    """By what records are ordered."""

    PLACE = "place"
    MATERIAL = "material"
    VALUE = "value"
    TEMPERATURE = "temperature"
    CONFIDENCE = "confidence"


class QueryFormat(StrEnum):
    """How query prints its answer."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


class Kind(StrEnum):
    """Kinds of records, by their short names."""

    CONDUCTIVITY = "conductivity"
    ENERGY = "energy"
    TRANSFERENCE = "transference"
    SYNTHESIS = "synthesis"


def path_of(text: str) -> Path:
    """A path of the command line; an empty one is an unset variable, not the current folder."""
    if not text.strip():
        raise typer.BadParameter("the name is empty")
    return Path(text)


OutputsOption = Annotated[
    Path | None, typer.Option("--outputs", "-o", parser=path_of, help="Folder of outputs.", show_default="outputs")
]
CorrectionsOption = Annotated[
    Path | None,
    typer.Option(
        parser=path_of, help="Log of decisions.", show_default="corrections.jsonl in the first corpus' folder"
    ),
]
