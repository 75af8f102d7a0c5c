"""How a command is added to the command line: what it does is loaded when it is called, so that help is quick."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import wraps
from importlib import import_module
from typing import TYPE_CHECKING, Any

import typer

from flows.console import USAGE, fail

if TYPE_CHECKING:
    from pipeline.settings import Settings

EXIT_CODES = """
Exit codes: 0 all done; 1 a file could not be read or gave nothing (the others are done); 2 wrong usage; 3 the run was
not published, what was there stays; 130 interrupted.
"""
Signature = Callable[..., None]
CALLED: list[tuple[str, Signature]] = []
"""Every command: what does it, and what may be typed."""

app = typer.Typer(
    name="ionmine",
    help="Reads reviews of solid battery electrolytes and writes traceable tables of composition, ionic conductivity, "
    "activation energy and synthesis.\n\n" + EXIT_CODES,
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def group(name: str, panel: str, about: str) -> typer.Typer:
    """A command with commands of its own."""
    added = typer.Typer(help=about, no_args_is_help=True)
    app.add_typer(added, name=name, rich_help_panel=panel)
    return added


def command(
    does: str, panel: str | None = None, *, to: typer.Typer = app, name: str | None = None, addresses: bool = False
) -> Callable[[Signature], Signature]:
    """Add a command with the options and the help of a function that does nothing itself.

    ``does`` names the function of ``flows.commands`` that does it, as ``module.function``: it is given what was typed,
    by name, and gives the exit code. Where it takes ``settings``, the options that are settings are part of these;
    outputs at an address are for commands that can work there (``addresses``).
    """

    def add(signature: Signature) -> Signature:
        @wraps(signature)
        def call(**typed: Any) -> None:
            function = function_of(does)
            if "settings" in inspect.signature(function).parameters:
                typed = with_settings(typed, addresses)
            raise typer.Exit(function(**typed))

        to.command(name, rich_help_panel=panel)(call)
        CALLED.append((does, signature))
        return signature

    return add


def function_of(does: str) -> Callable[..., int]:
    """The function of ``flows.commands`` that a name of :func:`command` stands for."""
    module, _, name = does.partition(".")
    function: Callable[..., int] = getattr(import_module(f"flows.commands.{module}"), name)
    return function


def with_settings(typed: dict[str, Any], addresses: bool) -> dict[str, Any]:
    """What was typed, the options that are settings in one object; ends the program when one does not fit."""
    from pydantic import ValidationError

    from pipeline.settings import PREFIX, Settings, first_fault

    options = {name: typed.pop(name) for name in Settings.model_fields.keys() & typed}
    try:
        settings = Settings.load(**options)
        return {**typed, "settings": settings if addresses else only_folders(settings)}
    except ValidationError as error:
        name, told = first_fault(error)
        given = str(error.errors()[0]["input"])
        fail(f"setting {name} ({PREFIX}{name.upper()}): {told}, not {given!r}", USAGE)


def only_folders(settings: Settings) -> Settings:
    """The settings; ends the program where outputs or store are at an address: most commands read folders."""
    from pipeline.settings import address_of

    address = address_of(settings.outputs) or address_of(settings.store_folder)
    if address:
        fail(f"{address}: runs write there, this command reads folders; copy it here first", USAGE)
    return settings
