"""The commands by which people judge rows: review, verify, audit and gold."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from flows.options import CorrectionsOption, OutputsOption, path_of

PANEL = "Judging rows"
gold = typer.Typer(help="Gold of one's own.", no_args_is_help=True)
ByOption = Annotated[
    str | None, typer.Option("--by", envvar="IONMINE_BY", help="Who decides.", show_default="the user's name")
]
PortOption = Annotated[int, typer.Option(help="Port of the page on this machine; 0 is any free one.", min=0, max=65535)]
TableOption = Annotated[
    Path | None,
    typer.Option("--table", parser=path_of, help="Sheet to write; one that is there is read back.", show_default=False),
]
SeedOption = Annotated[int, typer.Option(help="What the sample is drawn by; the same seed draws the same rows.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    for command in (review, verify, audit):
        app.command(rich_help_panel=PANEL)(command)
    gold.command("export")(gold_export)
    app.add_typer(gold, name="gold", rich_help_panel=PANEL)


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
    from flows.commands.review import review as run
    from flows.settings import load_settings

    raise typer.Exit(run(load_settings(outputs=outputs, corrections=corrections), by, table, port))


def verify(
    sample: Annotated[int, typer.Option(help="Rows to draw.", min=1, max=10_000)] = 50,
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
    from flows.commands.verify import verify as run
    from flows.settings import load_settings

    raise typer.Exit(run(load_settings(outputs=outputs, corrections=corrections), by, sample, seed, table, port))


def audit(
    outputs: Annotated[Path, typer.Argument(parser=path_of, help="Folder of a run's outputs.")],
    sample: Annotated[int, typer.Option(help="Rows to draw.", min=1, max=10_000)] = 60,
    seed: SeedOption = 1,
    judged: Annotated[Path | None, typer.Option(parser=path_of, help="The sheet, judged.", show_default=False)] = None,
    by: ByOption = None,
    corrections: CorrectionsOption = None,
) -> None:
    """Draw random rows of a run into a sheet and a page of passages; read the judged sheet back into precision."""
    from flows.commands.verify import audit as run
    from flows.settings import load_settings

    raise typer.Exit(run(load_settings(outputs=outputs, corrections=corrections), by, sample, seed, judged))


def gold_export(
    folder: Annotated[Path, typer.Argument(parser=path_of, help="Folder to write to.")],
    outputs: OutputsOption = None,
    corrections: CorrectionsOption = None,
) -> None:
    """Write what people looked at as gold, with the ranges that are complete."""
    from flows.commands.gold import export_gold
    from flows.settings import load_settings

    raise typer.Exit(export_gold(load_settings(outputs=outputs, corrections=corrections), folder))
