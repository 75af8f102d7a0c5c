"""The commands by which people judge rows: review, verify, audit and gold."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from flows.command import command, group
from flows.options import CorrectionsOption, OutputsOption, path_of

PANEL = "Judging rows"
ByOption = Annotated[
    str | None, typer.Option("--by", envvar="IONMINE_BY", help="Who decides.", show_default="the user's name")
]
PortOption = Annotated[int, typer.Option(help="Port of the page on this machine; 0 is any free one.", min=0, max=65535)]
TableOption = Annotated[
    Path | None,
    typer.Option("--table", parser=path_of, help="Sheet to write; one that is there is read back.", show_default=False),
]
SizeOption = Annotated[int, typer.Option(help="Rows to draw.", min=1, max=10_000)]
SeedOption = Annotated[int, typer.Option(help="What the sample is drawn by; the same seed draws the same rows.")]


@command("curation.review", PANEL)
def review(
    table: TableOption = None,
    by: ByOption = None,
    port: PortOption = 0,
    outputs: OutputsOption = None,
    corrections: CorrectionsOption = None,
) -> None:
    """Judge the rows of the last run at a page on this machine: accept, reject, change, add, undo.

    Decisions go to corrections.jsonl beside the corpus; every later run applies them. Without a browser, --table
    writes the queue as a sheet and reads the edited sheet back.
    """


@command("verify.verify", PANEL)
def verify(
    sample: SizeOption = 50,
    seed: SeedOption = 1,
    table: TableOption = None,
    by: ByOption = None,
    port: PortOption = 0,
    outputs: OutputsOption = None,
    corrections: CorrectionsOption = None,
) -> None:
    """Judge random rows and places of the last run, and be told how far its table can be trusted.

    Precision and recall with intervals of 95 %, by kind and confidence; from 30 judged rows on the next run
    recalibrates the confidence it shows.
    """


@command("verify.audit", PANEL)
def audit(
    outputs: Annotated[Path, typer.Argument(parser=path_of, help="Folder of a run's outputs.")],
    sample: SizeOption = 60,
    seed: SeedOption = 1,
    judged: Annotated[Path | None, typer.Option(parser=path_of, help="The sheet, judged.", show_default=False)] = None,
    by: ByOption = None,
    corrections: CorrectionsOption = None,
) -> None:
    """Draw random rows of a run into a sheet and a page of passages; read the judged sheet back into precision."""


@command("curation.export_gold", to=group("gold", PANEL, "Gold of one's own."), name="export")
def gold_export(
    folder: Annotated[Path, typer.Argument(parser=path_of, help="Folder to write to.")],
    outputs: OutputsOption = None,
    corrections: CorrectionsOption = None,
) -> None:
    """Write what people looked at as gold, with the ranges that are complete."""
