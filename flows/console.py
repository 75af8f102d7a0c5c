"""What the commands share: the two consoles, exit codes and one-line complaints."""

from __future__ import annotations

import os
import sys
from collections.abc import Container, Iterable
from functools import cache
from typing import TYPE_CHECKING, NoReturn

from pipeline.export.cells import PICTURES

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

OK = 0
SOME_FAILED = 1  # some or all files gave nothing; the others are done
USAGE = 2  # wrong options or arguments
REFUSED = 3  # the run is not published, what was published stays
INTERRUPTED = 130
PLAIN_WIDTH = 160  # columns of a table that goes to a file or a pipe
# Marks that turn the direction of a line show another text than there is.
_TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], 0xFFFD)
HARMLESS = PICTURES | _TURNING


@cache
def output() -> Console:
    """Standard output; without colours and control characters when it is no terminal."""
    told = sys.stdout.isatty() or "COLUMNS" in os.environ
    return _console(soft_wrap=not sys.stdout.isatty(), width=None if told else PLAIN_WIDTH)


@cache
def errors() -> Console:
    """Standard error."""
    return _console(stderr=True, soft_wrap=True)


def _console(**options: object) -> Console:
    """A console that writes texts as they are: no markup in them, no control characters, any encoding."""
    from rich.console import Console

    from flows.harmless import Harmless

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    console = Console(highlight=False, markup=False, emoji=False, **options)  # type: ignore[arg-type]
    console.push_render_hook(Harmless())
    return console


def table(title: str, heads: Iterable[str], rows: Iterable[Iterable[object]], left: Container[str]) -> Table:
    """A table of short words and numbers, to be printed; those of the columns named in ``left`` begin there."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    made = Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, pad_edge=False)
    for name in heads:
        made.add_column(name, justify="left" if name in left else "right", no_wrap=True)
    for row in rows:
        made.add_row(*(Text(str(cell)) for cell in row))  # no cell is markup
    return made


def complain(file: str, cause: str) -> None:
    """One line on standard error: which file, and why."""
    from pipeline.names import shown

    say(f"{shown(file)}: {cause}")


def say(message: str) -> None:
    """One line on standard error that begins with the program's name."""
    from rich.text import Text

    errors().print(Text.assemble(("ionmine:", "red"), " ", " ".join(message.split())))


def fail(message: str, code: int = SOME_FAILED) -> NoReturn:
    """One line on standard error, and the end of the program."""
    import typer

    say(message)
    raise typer.Exit(code)
