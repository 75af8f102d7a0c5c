"""The command line: what may be typed. What the commands do stands in :mod:`flows.commands`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from flows.command import app, command, group
from flows.options import (
    ApiOption,
    CorporaArgument,
    CorrectionsOption,
    Kind,
    Order,
    OutputsOption,
    PasswordOption,
    SampleOption,
    TableFormat,
    TimeoutOption,
    WorkersOption,
    path_of,
)
from flows.overlap import Overlap

JUDGING, CORPUS, DOCUMENT, SCHEDULE = "Judging rows", "Corpus", "One document", "Schedule"
FolderOption = Annotated[
    Path | None, typer.Option(parser=path_of, help="Folder of the manifest.", show_default="the project's own corpus")
]
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
CronOption = Annotated[str | None, typer.Option(help="When to run, as cron has it.", show_default=False)]
IntervalOption = Annotated[float | None, typer.Option(help="Seconds from one run to the next.", show_default=False)]
TimezoneOption = Annotated[
    str | None, typer.Option(help="Timezone of the cron expression.", show_default="the machine's")
]
OverlapOption = Annotated[Overlap, typer.Option(help="What a run does that is due while another one runs.")]
OnceOption = Annotated[bool, typer.Option("--run-once", help="Run once, now; needs no schedule.")]
corpus = group("corpus", CORPUS, "The manifest of a corpus: what is in it, and whether it is still the same.")
store = group("store", CORPUS, "The store of what was read.")


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


@command("curation.review", JUDGING)
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


@command("verify.verify", JUDGING)
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


@command("verify.audit", JUDGING)
def audit(
    outputs: Annotated[Path, typer.Argument(parser=path_of, help="Folder of a run's outputs.")],
    sample: SizeOption = 60,
    seed: SeedOption = 1,
    judged: Annotated[Path | None, typer.Option(parser=path_of, help="The sheet, judged.", show_default=False)] = None,
    by: ByOption = None,
    corrections: CorrectionsOption = None,
) -> None:
    """Draw random rows of a run into a sheet and a page of passages; read the judged sheet back into precision."""


@command("curation.export_gold", to=group("gold", JUDGING, "Gold of one's own."), name="export")
def gold_export(
    folder: Annotated[Path, typer.Argument(parser=path_of, help="Folder to write to.")],
    outputs: OutputsOption = None,
    corrections: CorrectionsOption = None,
) -> None:
    """Write what people looked at as gold, with the ranges that are complete."""


@command("outputs.query", CORPUS)
def query(
    question: Annotated[str, typer.Argument(help="SQL; docs/questions.md has examples.")],
    form: Annotated[
        Literal["table", "csv", "json"], typer.Option("--format", "-f", help="How to print the answer.")
    ] = "table",
    outputs: OutputsOption = None,
) -> None:
    """Ask the tables of the last run a question in SQL; they are only read."""


@command("compare.compare", DOCUMENT, addresses=True)
def compare(
    one: Annotated[str, typer.Argument(help="A document.")],
    other: Annotated[str, typer.Argument(help="The same paper in another form.")],
) -> None:
    """Print what one form of a paper gave and the other did not."""


@command("extract.extract", DOCUMENT, addresses=True)
def extract(
    files: Annotated[list[str], typer.Argument(help="Documents, folders of them; - reads standard input.")],
    form: Annotated[
        Literal["table", "jsonl", "csv", "parquet"], typer.Option("--format", "-f", help="How to write the records.")
    ] = "table",
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


@command("run.run", CORPUS, addresses=True)
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


@command("reconcile.reconcile", CORPUS)
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


@command("outputs.export", CORPUS)
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


@command("show.show", DOCUMENT)
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


@command("tables.tables", DOCUMENT)
def tables(
    file: Annotated[Path, typer.Argument(help="A document.")],
    folder: Annotated[Path | None, typer.Option("--csv", help="Write each table as CSV into this folder.")] = None,
    password: PasswordOption = None,
) -> None:
    """Show the tables of a document as they were understood."""


@command("corpus.list_documents", to=corpus, name="list")
def corpus_list(folder: FolderOption = None) -> None:
    """List the documents of a manifest."""


@command("corpus.add", to=corpus, name="add")
def corpus_add(
    file: Annotated[Path, typer.Argument(help="The document.")],
    folder: FolderOption = None,
    title: Annotated[str, typer.Option(help="Its title.")] = "",
    doi: Annotated[str, typer.Option(help="Its DOI.")] = "",
    licence: Annotated[str, typer.Option(help="Its licence.")] = "",
    form: Annotated[str, typer.Option(help="What kind of file it is.")] = "",
) -> None:
    """Put a document into a manifest, with its sha256."""


@command("corpus.verify", to=corpus, name="verify")
def corpus_verify(folder: FolderOption = None) -> None:
    """Compare the files of a manifest with their sha256."""


@command("store.prune", to=store, name="prune")
def store_prune(
    outputs: OutputsOption = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell what would go.")] = False,
) -> None:
    """Remove the parts that earlier versions of the rules made."""


@command("outputs.runs", CORPUS)
def runs(
    outputs: OutputsOption = None, number: Annotated[int, typer.Option("--last", help="Show so many.", min=1)] = 20
) -> None:
    """Show which runs there were: when, how long, with which versions, what came of them."""


@command("doctor.doctor", CORPUS)
def doctor(outputs: OutputsOption = None, api_url: ApiOption = None) -> None:
    """Look whether this machine has what a run needs: versions, disk, folders, second reader, Prefect."""


@command("schedule.serve", SCHEDULE, addresses=True)
def serve(
    corpora: CorporaArgument = None,
    cron: CronOption = None,
    interval: IntervalOption = None,
    outputs: OutputsOption = None,
    workers: WorkersOption = None,
    timezone: TimezoneOption = None,
    overlap: OverlapOption = Overlap.WAIT,
    no_sample: SampleOption = False,
    run_once: OnceOption = False,
    api_url: ApiOption = None,
) -> None:
    """Stay and run the corpus flow when it is due, one run at a time; a line tells how each ended.

    Starts a Prefect server of its own where none is given.
    """


@command("schedule.deploy", SCHEDULE, addresses=True)
def deploy(
    pool: Annotated[str, typer.Argument(help="Work pool of the Prefect server.")],
    corpora: CorporaArgument = None,
    cron: CronOption = None,
    interval: IntervalOption = None,
    outputs: OutputsOption = None,
    api_url: ApiOption = None,
    timezone: TimezoneOption = None,
    overlap: OverlapOption = Overlap.WAIT,
    no_sample: SampleOption = False,
    run_once: OnceOption = False,
) -> None:
    """Register the corpus flow with a Prefect server; workers of the pool then run it when it is due."""


def main() -> None:
    """Entry point of the console script: whatever goes wrong is told in one line."""
    from flows.faults import told_in_one_line

    with told_in_one_line():
        app()


if __name__ == "__main__":
    main()
