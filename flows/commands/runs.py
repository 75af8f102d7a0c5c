"""``ionmine runs``: the history of an outputs folder."""

from __future__ import annotations

from rich.table import Table
from rich.text import Text

from flows.console import OK, SOME_FAILED, complain, output
from pipeline.history import RUNS, runs_into
from pipeline.settings import Settings


def runs(settings: Settings, number: int) -> int:
    """Show the last ``number`` runs, the latest at the end; the exit code."""
    told = runs_into(settings.outputs)
    if not told:
        complain(str(settings.outputs / RUNS), "no runs yet")
        return SOME_FAILED
    table = Table(box=None, pad_edge=False)
    for name in ("ended (UTC)", "s", "how", "rules"):
        table.add_column(name, no_wrap=True, justify="right" if name == "s" else "left")
    table.add_column("what came of it", overflow="fold")
    for row in told[-number:]:
        when = str(row["ended_at"])[:16].replace("T", " ")
        cells = (when, f"{row['seconds'] or 0:.1f}", row["ended"], str(row["rules_version"])[:8], row["message"])
        table.add_row(*(Text(str(cell or "")) for cell in cells))  # its words are no markup
    output().print(table)
    return OK
