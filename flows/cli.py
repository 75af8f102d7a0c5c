"""The command line. Commands are loaded when they are called, so that ``ionmine --help`` answers at once."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from flows import answers, curation, schedules
from flows.options import (
    ApiOption,
    CorporaArgument,
    CorrectionsOption,
    Kind,
    Order,
    OutputsOption,
    SampleOption,
    WorkersOption,
    corpora_of,
    path_of,
)

EXIT_CODES = """
Exit codes: 0 all done; 1 a file could not be read or gave nothing (the others are done); 2 wrong usage; 3 the run was
not published, what was there stays; 130 interrupted.
"""

app = typer.Typer(
    name="ionmine",
    help="Reads reviews of solid battery electrolytes and writes traceable tables of composition, ionic conductivity, "
    "activation energy and synthesis.\n\n" + EXIT_CODES,
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


corpus = typer.Typer(
    help="The manifest of a corpus: what is in it, and whether it is still the same.", no_args_is_help=True
)
app.add_typer(corpus, name="corpus", rich_help_panel="Corpus")
store = typer.Typer(help="The store of what was read.", no_args_is_help=True)
app.add_typer(store, name="store", rich_help_panel="Corpus")
curation.register(app)
answers.register(app)
schedules.register(app)


class RecordFormat(StrEnum):
    """How extract writes its records."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"


class TableFormat(StrEnum):
    """How export writes tables."""

    CSV = "csv"
    PARQUET = "parquet"
    XLSX = "xlsx"
    JSONLD = "jsonld"


TimeoutOption = Annotated[
    float | None, typer.Option(help="Seconds of computing after which a document is given up.", show_default="120")
]
PasswordOption = Annotated[str | None, typer.Option(help="Password of an encrypted PDF.", show_default=False)]
FolderOption = Annotated[
    Path | None, typer.Option(parser=path_of, help="Folder of the manifest.", show_default="the project's own corpus")
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
    files: Annotated[list[str], typer.Argument(help="Documents, folders of them; - reads standard input.")],
    form: Annotated[
        RecordFormat, typer.Option("--format", "-f", help="How to write the records.")
    ] = RecordFormat.TABLE,
    target: Annotated[
        Path | None,
        typer.Option("--output", "-o", parser=path_of, help="File to write; standard output when not given."),
    ] = None,
    min_confidence: Annotated[float, typer.Option(help="Only records at least so sure.", min=0, max=1)] = 0.0,
    kind: Annotated[list[Kind] | None, typer.Option("--kind", "-k", help="Only these; may be given twice.")] = None,
    material: Annotated[str, typer.Option(help="Only of this material: a formula, or a part of a name.")] = "",
    sort: Annotated[Order, typer.Option(help="In which order.")] = Order.PLACE,
    second_reader: Annotated[
        bool, typer.Option("--second-reader", help="Let ChemDataExtractor2 confirm records (slower).")
    ] = False,
    password: PasswordOption = None,
    workers: WorkersOption = None,
    timeout: TimeoutOption = None,
) -> None:
    """Extract the records of single files; writes nothing beside the output.

    A single sentence is a document too:

    echo "Li6PS5Cl reached 1.3 mS/cm at 25 °C." | ionmine extract -

    jsonl writes one JSON object a record, with the columns of the tables.
    """
    from flows.commands.extract import extract as run
    from flows.commands.selection import Selection
    from flows.settings import load_settings

    settings = load_settings(addresses=True, workers=workers, timeout=timeout, second_reader=second_reader)
    wanted = Selection(min_confidence, tuple(kind or ()), material, sort)
    raise typer.Exit(run(files, form.value, target, settings, password, wanted))


@app.command(rich_help_panel="Corpus")
def run(
    corpora: CorporaArgument = None,
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
    plain: Annotated[bool, typer.Option("--plain", help="Run without Prefect even where a server is given.")] = False,
    task_runner: Annotated[str | None, typer.Option(help="local or dask.", show_default="local")] = None,
    api_url: ApiOption = None,
    plan: Annotated[bool, typer.Option("--plan", help="Only tell what would be read, and why.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only complaints and the exit code.")] = False,
    json_logs: Annotated[
        bool, typer.Option("--json-logs", help="A JSON line a document and stage on standard error.")
    ] = False,
    dois: Annotated[
        Path | None, typer.Option(help="Known works with their DOIs: CSV, BibTeX, or JSON saved from Crossref.")
    ] = None,
    accept_loss: Annotated[
        bool | None,
        typer.Option("--accept-loss", help="Publish even when more than a fifth of what is published would be lost."),
    ] = None,
    corrections: CorrectionsOption = None,
    no_sample: SampleOption = False,
    pictures: Annotated[
        bool | None, typer.Option("--pictures", help="Pages of PDFs on which something was read into the report.")
    ] = None,
) -> None:
    """Read a corpus and write tables, knowledge base and report; only what changed is read again.

    May be stopped at any moment and run again. Where a Prefect server is given (--api-url, IONMINE_API_URL) it is a
    flow run there.
    """
    from flows.commands.run import run as run_command
    from flows.settings import load_settings

    settings = load_settings(
        addresses=not plan,
        outputs=outputs,
        workers=workers,
        timeout=timeout,
        second_reader=second_reader,
        task_runner=task_runner,
        dois=dois,
        accept_loss=accept_loss,
        corrections=corrections,
        pictures=pictures,
        api_url=api_url,
    )
    chosen = corpora_of(corpora, no_sample)
    if plan:
        from flows.commands.store import plan as plan_command

        raise typer.Exit(plan_command(chosen, settings))
    raise typer.Exit(run_command(chosen, settings, plain=plain, quiet=quiet, json_logs=json_logs))


@app.command(rich_help_panel="Corpus")
def reconcile(
    records: Annotated[
        Path | None, typer.Argument(help="Records in JSON lines; the last run's when not given.", show_default=False)
    ] = None,
    gold: Annotated[
        list[Path] | None, typer.Option(help="Gold files or folders of them.", show_default="the project's own")
    ] = None,
    ranges: Annotated[
        str | None, typer.Option(help="FILE:NAME of the annotated ranges.", show_default="beside the gold")
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="Every document and block, and the reliability table.")] = False,
    cases: Annotated[int, typer.Option(help="Show so many differences.")] = 0,
    outputs: OutputsOption = None,
) -> None:
    """Compare records with hand-annotated documents: precision, recall and F1 by kind and level."""
    from flows.commands.reconcile import reconcile as reconcile_command
    from flows.settings import load_settings

    settings = load_settings(outputs=outputs)
    raise typer.Exit(reconcile_command(records, gold or [], ranges, settings, full=full, cases=cases))


@app.command(rich_help_panel="Corpus")
def export(
    target: Annotated[Path, typer.Argument(parser=path_of, help="Folder to write to.")],
    formats: Annotated[
        list[TableFormat] | None, typer.Option("--format", "-f", help="May be given twice.", show_default="csv")
    ] = None,
    tables: Annotated[
        list[str] | None, typer.Option("--table", "-t", help="Only these tables.", show_default="all")
    ] = None,
    outputs: OutputsOption = None,
) -> None:
    """Write the tables of the last run to another folder, with a description of every column."""
    from flows.commands.export import export as export_command
    from flows.settings import load_settings

    chosen = [form.value for form in formats or [TableFormat.CSV]]
    raise typer.Exit(export_command(target, chosen, tables or [], load_settings(outputs=outputs)))


@app.command(rich_help_panel="One document")
def show(
    file: Annotated[str, typer.Argument(help="A document; - reads standard input.")],
    sentence: Annotated[
        str | None, typer.Option(help="Only the records of sentences with these words, and why they are what they are.")
    ] = None,
    why: Annotated[bool, typer.Option("--why", help="All records, and why they are what they are.")] = False,
    section: Annotated[str | None, typer.Option(help="Only sections with this in their title.")] = None,
    page: Annotated[int | None, typer.Option(help="Draw this page of a PDF, with --png.", min=1)] = None,
    png: Annotated[Path | None, typer.Option(help="Picture to write, with --page.")] = None,
    html: Annotated[Path | None, typer.Option(help="Page to write, with every mention marked.")] = None,
    password: PasswordOption = None,
) -> None:
    """Show a document as the pipeline sees it: blocks, tables, citations and mentions marked."""
    from flows.commands.show import page_of_marks, picture
    from flows.commands.show import show as show_command

    if (page is None) != (png is None):
        raise typer.BadParameter("--page and --png go together")
    if page is not None and png is not None:
        raise typer.Exit(picture(Path(file), page, png, password))
    if html is not None:
        raise typer.Exit(page_of_marks(file, html, section, password))
    raise typer.Exit(show_command(file, sentence=sentence, why=why, section=section, password=password))


@app.command(rich_help_panel="One document")
def tables(
    file: Annotated[Path, typer.Argument(help="A document.")],
    folder: Annotated[Path | None, typer.Option("--csv", help="Write each table as CSV into this folder.")] = None,
    password: PasswordOption = None,
) -> None:
    """Show the tables of a document as they were understood."""
    from flows.commands.tables import tables as tables_command

    raise typer.Exit(tables_command(file, folder, password))


@corpus.command("list")
def corpus_list(folder: FolderOption = None) -> None:
    """List the documents of a manifest."""
    from flows.commands.corpus import list_documents

    raise typer.Exit(list_documents(folder))


@corpus.command("add")
def corpus_add(
    file: Annotated[Path, typer.Argument(help="The document.")],
    folder: FolderOption = None,
    title: Annotated[str, typer.Option(help="Its title.")] = "",
    doi: Annotated[str, typer.Option(help="Its DOI.")] = "",
    licence: Annotated[str, typer.Option(help="Its licence.")] = "",
    form: Annotated[str, typer.Option(help="What kind of file it is.")] = "",
) -> None:
    """Put a document into a manifest, with its sha256."""
    from flows.commands.corpus import add

    raise typer.Exit(add(file, folder, {"title": title, "doi": doi, "licence": licence, "form": form}))


@corpus.command("verify")
def corpus_verify(folder: FolderOption = None) -> None:
    """Compare the files of a manifest with their sha256."""
    from flows.commands.corpus import verify

    raise typer.Exit(verify(folder))


@store.command("prune")
def store_prune(
    outputs: OutputsOption = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell what would go.")] = False,
) -> None:
    """Remove the parts that earlier versions of the rules made."""
    from flows.commands.store import prune
    from flows.settings import load_settings

    raise typer.Exit(prune(load_settings(outputs=outputs), dry_run=dry_run))


@app.command(rich_help_panel="Corpus")
def runs(
    outputs: OutputsOption = None,
    number: Annotated[int, typer.Option("--last", help="Show so many.", min=1)] = 20,
) -> None:
    """Show which runs there were: when, how long, with which versions, what came of them."""
    from flows.commands.runs import runs as runs_command
    from flows.settings import load_settings

    raise typer.Exit(runs_command(load_settings(outputs=outputs), number))


@app.command(rich_help_panel="Corpus")
def doctor(outputs: OutputsOption = None, api_url: ApiOption = None) -> None:
    """Look whether this machine has what a run needs: versions, disk, folders, second reader, Prefect."""
    from flows.commands.doctor import doctor as doctor_command
    from flows.settings import load_settings

    raise typer.Exit(doctor_command(load_settings(outputs=outputs, api_url=api_url)))


def main() -> None:
    """Entry point of the console script: whatever goes wrong is told in one line."""
    from flows.faults import told_in_one_line

    with told_in_one_line():
        app()


if __name__ == "__main__":
    main()
