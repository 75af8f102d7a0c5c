"""``ionmine review``, ``ionmine gold export``: rows judged at a page of this machine or in a sheet, and gold of them.

Also what the other commands of curation share: the desk of the last run, its log, the table of what was verified.
"""

from __future__ import annotations

import getpass
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from flows.commands.outputs import published_base
from flows.console import OK, SOME_FAILED, USAGE, complain, fail, output, say, table
from pipeline.corrections.desk import Desk
from pipeline.corrections.gold import export
from pipeline.corrections.queue import Wanted, queue
from pipeline.corrections.sampling import Drawing
from pipeline.corrections.sheet import SheetError
from pipeline.corrections.sheet import read as read_sheet
from pipeline.corrections.sheet import write as write_sheet
from pipeline.corrections.trust import EVERY, trust_rows
from pipeline.publish import SUMMARY
from pipeline.settings import Settings

LONGEST_NAME = 100


def review(settings: Settings, by: str | None, table: Path | None, port: int) -> int:
    """Serve the page, or with ``table`` write the queue as a sheet and read the edited one back; the exit code."""
    desk = open_desk(settings, by)
    if table is not None:
        return exchange(desk, table, lambda path: write_sheet(path, queue(desk.items(), Wanted())))
    return serve_page(desk, None, port)


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


def open_desk(settings: Settings, by: str | None) -> Desk:
    """The desk of what was published last; ends the program with a line when there is none."""
    with published_base(settings) as base:
        path = settings.corrections or _log_of(settings.outputs / SUMMARY)
        if path is None:
            fail(f"{settings.outputs}: the last run tells of no log of decisions; run `ionmine run` again")
        try:
            return Desk(base, path, (by or _user())[:LONGEST_NAME])
        except OSError as error:
            fail(f"{path}: {error.strerror or error}")


def _log_of(summary: Path) -> Path | None:
    try:
        told: str = json.loads(summary.read_text(encoding="utf-8")).get("corrections", "")
    except (OSError, ValueError):
        return None
    return Path(told) if told else None


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no name for the user's number
        return "somebody"


def serve_page(desk: Desk, drawing: Drawing | None, port: int) -> int:
    """Serve the page until it is stopped; tells in a line what was decided."""
    from flows.review.app import Review
    from flows.review.server import serve

    before = desk.version
    try:
        serve(Review(desk, drawing), port, lambda address: output().print(f"{address}\nCtrl-C ends", soft_wrap=True))
    except KeyboardInterrupt:
        pass
    except OSError as error:
        fail(f"port {port}: {error.strerror or error}", USAGE)
    desk.refresh()
    told = f"{desk.version - before} decisions more in {desk.path}; the next run applies them"
    output().print(told if desk.version > before else "nothing was decided")
    return OK


def exchange(desk: Desk, path: Path, write: Callable[[Path], int], places: Drawing | None = None) -> int:
    """Write a sheet that is not there yet; read back one that is. The exit code."""
    try:
        if not path.exists():
            output().print(f"{path}: {write(path)} rows; fill in `decision`, edit cells, and give it again")
            return OK
        decisions = read_sheet(path, desk, places.places if places else ())
        desk.keep(*decisions)
        output().print(f"{path}: {len(decisions)} decisions more in {desk.path}; the next run applies them")
        return OK
    except SheetError as error:
        for fault in error.faults:
            complain(str(path), fault)
        say(f"{path}: nothing was applied")
        return SOME_FAILED
    except OSError as error:
        fail(f"{path}: {error.strerror or error}")


def print_trust(desk: Desk) -> None:
    """What was verified so far, with intervals."""
    rows = trust_rows(desk.history)
    if not rows:
        output().print("no row of a sample was judged yet")
        return
    told = []
    for row in rows:
        band = "all of the corpus" if row["block_group"] == EVERY else row["block_group"]
        counts, places = f"{row['matched']}/{row['predicted']}", "" if row["gold"] is None else row["gold"]
        told.append((row["kind"], band, _share(row, "precision"), _share(row, "recall"), counts, places))
    heads = ("kind", "confidence", "precision", "recall", "right/rows looked at", "places")
    output().print(table("Verified by people", heads, told, left=("kind", "confidence")))


def _share(row: dict[str, Any], name: str) -> str:
    return "" if row[name] is None else f"{row[name]:.2f} ({row[f'{name}_low']:.2f} to {row[f'{name}_high']:.2f})"
