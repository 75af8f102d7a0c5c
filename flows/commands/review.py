"""``ionmine review``: rows judged at a page of this machine, or in a sheet."""

from __future__ import annotations

from pathlib import Path

from flows.commands.curation import exchange, open_desk, serve_page
from pipeline.corrections.queue import Wanted, queue
from pipeline.corrections.sheet import write
from pipeline.settings import Settings


def review(settings: Settings, by: str | None, table: Path | None, port: int) -> int:
    """Serve the page, or with ``table`` write the queue as a sheet and read the edited one back; the exit code."""
    desk = open_desk(settings, by)
    if table is not None:
        return exchange(desk, table, lambda path: write(path, queue(desk.items(), Wanted())))
    return serve_page(desk, None, port)
