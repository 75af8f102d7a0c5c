"""``ionmine gold export``: what people looked at as gold of one's own."""

from __future__ import annotations

from pathlib import Path

from flows.commands.curation import open_desk
from flows.console import OK, SOME_FAILED, complain, fail, output
from pipeline.corrections.gold import export
from pipeline.settings import Settings


def export_gold(settings: Settings, folder: Path) -> int:
    """Write the gold files and their ranges; the exit code."""
    desk = open_desk(settings, None)
    try:
        written = export(desk, folder)
    except OSError as error:
        fail(f"{folder}: {error.strerror or error}")
    if not written:
        complain(str(desk.path), "nothing was looked at yet")
        return SOME_FAILED
    told = f"{sum(written.values())} tuples of {len(written)} documents"
    output().print(f"{folder}: {told}; ionmine reconcile --gold {folder}", soft_wrap=True)
    return OK
