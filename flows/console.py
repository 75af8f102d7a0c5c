"""What the commands share: the two consoles, exit codes and one-line complaints."""

from __future__ import annotations

import os
import sys
from functools import cache
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from rich.console import Console

OK = 0
SOME_FAILED = 1  # some or all files gave nothing; the others are done
USAGE = 2  # wrong options or arguments
INTERRUPTED = 130
PLAIN_WIDTH = 160  # columns of a table that goes to a file or a pipe


@cache
def output() -> Console:
    """Standard output; without colours and control characters when it is no terminal."""
    from rich.console import Console

    told = sys.stdout.isatty() or "COLUMNS" in os.environ
    return Console(highlight=False, soft_wrap=not sys.stdout.isatty(), width=None if told else PLAIN_WIDTH)


@cache
def errors() -> Console:
    """Standard error."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, soft_wrap=True)


def complain(file: str, cause: str) -> None:
    """One line on standard error: which file, and why."""
    from rich.markup import escape

    errors().print(f"[red]ionmine:[/] {escape(file)}: {escape(' '.join(cause.split()))}")


def fail(message: str, code: int = SOME_FAILED) -> NoReturn:
    """One line on standard error, and the end of the program."""
    import typer
    from rich.markup import escape

    errors().print(f"[red]ionmine:[/] {escape(message)}")
    raise typer.Exit(code)
