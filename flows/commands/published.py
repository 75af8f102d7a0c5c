"""The tables of the last run, for commands that read them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from flows.console import fail
from pipeline.publish import KNOWLEDGE_BASE
from pipeline.settings import Settings


def base_of(settings: Settings) -> Path:
    """The file of the tables; ends the program with a line when it is not there."""
    base = settings.outputs / KNOWLEDGE_BASE
    return base if base.exists() else fail(f"{base}: no such file; run `ionmine run` first")


@contextmanager
def published_base(settings: Settings) -> Iterator[Path]:
    """The file of the tables; ends the program with a line when the block cannot read it."""
    base = base_of(settings)
    try:
        yield base
    except (duckdb.CatalogException, duckdb.BinderException):  # a table or column that is not there
        fail(f"{base}: is of an earlier version; run `ionmine run` again")
    except duckdb.Error as error:
        fail(f"{base}: {str(error).splitlines()[0]}")
