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


class Kind(StrEnum):
    """Kinds of records, by their short names."""

    CONDUCTIVITY = "conductivity"
    ENERGY = "energy"
    TRANSFERENCE = "transference"
    SYNTHESIS = "synthesis"


class TableFormat(StrEnum):
    """How export writes tables."""

    CSV = "csv"
    PARQUET = "parquet"
    XLSX = "xlsx"
    JSONLD = "jsonld"


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
WorkersOption = Annotated[int | None, typer.Option(help="Processes to use.", show_default="one a core")]
TimeoutOption = Annotated[
    float | None, typer.Option(help="Seconds of computing after which a document is given up.", show_default="120")
]
PasswordOption = Annotated[str | None, typer.Option(help="Password of an encrypted PDF.", show_default=False)]
ApiOption = Annotated[str | None, typer.Option("--api-url", help="Prefect server.", show_default=False)]
CorporaArgument = Annotated[
    list[Path] | None,
    typer.Argument(
        parser=path_of,
        metavar="[CORPORA]...",
        help="Files and folders; the project's sample and ../shared/corpus when none is given.",
        show_default=False,
    ),
]
SampleOption = Annotated[
    bool, typer.Option("--no-sample", help="Without the project's own sample, where no corpus is named.")
]


def corpora_of(named: list[Path] | None, no_sample: bool) -> list[Path]:
    """The corpora that are named, else the project's own; ends the program with a line where there is none."""
    from flows.console import USAGE, fail
    from pipeline.discover import default_corpora

    found = named or default_corpora(sample=not no_sample)
    return found or fail("no corpus: name files or folders", USAGE)
