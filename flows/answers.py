"""The commands that answer a question: query the tables, compare two forms of a paper."""

from __future__ import annotations

from typing import Annotated

import typer

from flows.options import OutputsOption, QueryFormat


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command(rich_help_panel="Corpus")(query)
    app.command(rich_help_panel="One document")(compare)


def query(
    question: Annotated[str, typer.Argument(help="SQL; docs/questions.md has examples.")],
    form: Annotated[QueryFormat, typer.Option("--format", "-f", help="How to print the answer.")] = QueryFormat.TABLE,
    outputs: OutputsOption = None,
) -> None:
    """Ask the tables of the last run a question in SQL; they are only read."""
    from flows.commands.query import query as query_command
    from flows.settings import load_settings

    raise typer.Exit(query_command(question, form.value, load_settings(outputs=outputs)))


def compare(
    one: Annotated[str, typer.Argument(help="A document.")],
    other: Annotated[str, typer.Argument(help="The same paper in another form.")],
) -> None:
    """Print what one form of a paper gave and the other did not."""
    from flows.commands.compare import compare as compare_command
    from flows.settings import load_settings

    raise typer.Exit(compare_command(one, other, load_settings(addresses=True)))
