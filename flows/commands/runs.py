"""``ionmine runs``: the history of an outputs folder."""

from __future__ import annotations

import json

from rich.table import Table
from rich.text import Text

from flows.console import OK, SOME_FAILED, complain, output
from pipeline.history import RUNS
from pipeline.settings import Settings

COLUMNS = ("ended_at", "seconds", "ended", "documents", "message")


def runs(settings: Settings, number: int) -> int:
    """Show the last ``number`` runs, the latest at the end; the exit code."""
    path = settings.outputs / RUNS
    if not path.is_file():
        complain(str(path), "no runs yet")
        return SOME_FAILED
    table = Table(*COLUMNS, box=None, pad_edge=False)
    for line in path.read_text(encoding="utf-8").splitlines()[-number:]:
        told = json.loads(line)
        table.add_row(*(Text(str(told.get(name, ""))) for name in COLUMNS))  # its words are no markup
    output().print(table)
    return OK
