"""The command line. Commands are loaded when they are called, so that ``ionmine --help`` answers at once."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

EXIT_CODES = """
Exit codes: 0 all done; 1 a file could not be read or gave nothing (the others are done); 2 wrong usage;
130 interrupted.
"""

app = typer.Typer(
    name="ionmine",
    help="Reads reviews of solid battery electrolytes and writes traceable tables of composition, ionic conductivity, "
    "activation energy and synthesis.\n\n" + EXIT_CODES,
    no_args_is_help=True,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)


class RecordFormat(StrEnum):
    """How extract writes its records."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"


WorkersOption = Annotated[int | None, typer.Option(help="Processes to use.", show_default="one a core")]
TimeoutOption = Annotated[
    float | None, typer.Option(help="Seconds after which a document is given up.", show_default="120")
]
OutputsOption = Annotated[
    Path | None, typer.Option("--outputs", "-o", help="Folder to write to.", show_default="outputs")
]


def _version(wanted: bool) -> None:
    if wanted:
        from pipeline.rules import library_version, rules_version

        version = library_version("ionmine")
        typer.echo(f"ionmine {version if version != 'none' else '(not installed)'}, rules {rules_version()}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Version and rules fingerprint.")
    ] = False,
) -> None:
    pass


@app.command(rich_help_panel="One document")
def extract(
    files: Annotated[list[str], typer.Argument(help="Text, markdown or PDF files; - reads standard input.")],
    form: Annotated[RecordFormat, typer.Option("--format", "-f", help="How to write the records.")] = RecordFormat.TABLE,
    target: Annotated[Path | None, typer.Option("--output", "-o", help="File to write; standard output when not given.")] = None,
    second_reader: Annotated[bool, typer.Option("--second-reader", help="Let ChemDataExtractor2 confirm records (slower).")] = False,
    password: Annotated[str | None, typer.Option(help="Password of an encrypted PDF.")] = None,
    workers: WorkersOption = None,
    timeout: TimeoutOption = None,
) -> None:
    """Extract the records of single files; writes nothing beside the output.

    A single sentence is a document too:

    echo "Li6PS5Cl reached 1.3 mS/cm at 25 °C." | ionmine extract -

    jsonl writes one JSON object a record, with the columns of the tables.
    """
    from flows.commands.extract import extract as run
    from flows.settings import load_settings

    settings = load_settings(workers=workers, timeout=timeout, second_reader=second_reader)
    raise typer.Exit(run(files, form.value, target, settings, password))


@app.command(rich_help_panel="Corpus")
def run(
    corpora: Annotated[
        list[Path] | None,
        typer.Argument(help="Files and folders; the project's sample and ../shared/corpus when none is given."),
    ] = None,
    outputs: OutputsOption = None,
    workers: WorkersOption = None,
    timeout: TimeoutOption = None,
    second_reader: Annotated[
        bool | None,
        typer.Option(
            "--second-reader/--no-second-reader",
            help="Let ChemDataExtractor2 confirm records.",
            show_default="when it is installed",
        ),
    ] = None,
    plain: Annotated[bool, typer.Option("--plain", help="Run the stages without Prefect.")] = False,
    task_runner: Annotated[str | None, typer.Option(help="local or dask.", show_default="local")] = None,
) -> None:
    """Read a corpus and write tables, knowledge base and report; only what changed is read again.

    May be stopped at any moment and run again.
    """
    from flows.commands.run import run as run_command
    from flows.settings import load_settings

    settings = load_settings(
        outputs=outputs, workers=workers, timeout=timeout, second_reader=second_reader, task_runner=task_runner
    )
    raise typer.Exit(run_command(corpora or [], settings, plain=plain))


def main() -> None:
    """Entry point of the console script."""
    app()


if __name__ == "__main__":
    main()
