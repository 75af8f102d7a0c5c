"""What the commands of curation share: the desk of the last run, its log, and the table of what was verified."""

from __future__ import annotations

import getpass
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rich import box
from rich.table import Table

from flows.commands.published import published_base
from flows.console import OK, SOME_FAILED, USAGE, complain, fail, output, say
from pipeline.corrections.decision import Decision
from pipeline.corrections.desk import Desk
from pipeline.corrections.sampling import Drawing
from pipeline.corrections.sheet import SheetError
from pipeline.corrections.sheet import read as read_sheet
from pipeline.corrections.trust import EVERY, trust_rows
from pipeline.publish import SUMMARY
from pipeline.settings import Settings

LONGEST_NAME = 100


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
        return keep_all(desk, path, read_sheet(path, desk, places.places if places else ()))
    except SheetError as error:
        for fault in error.faults:
            complain(str(path), fault)
        say(f"{path}: nothing was applied")
        return SOME_FAILED
    except OSError as error:
        fail(f"{path}: {error.strerror or error}")


def keep_all(desk: Desk, path: Path, decisions: list[Decision]) -> int:
    """Write a sheet's decisions to the log in one go."""
    if decisions:
        desk.keep(*decisions)
    output().print(f"{path}: {len(decisions)} decisions more in {desk.path}; the next run applies them")
    return OK


def print_trust(desk: Desk) -> None:
    """What was verified so far, with intervals."""
    rows = trust_rows(desk.history)
    if not rows:
        output().print("no row of a sample was judged yet")
        return
    table = Table(title="Verified by people", title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("kind", "confidence", "precision", "recall", "right/rows looked at", "places"):
        table.add_column(name, no_wrap=True, justify="left" if name in ("kind", "confidence") else "right")
    for row in rows:
        places = "" if row["gold"] is None else str(row["gold"])
        band = "all of the corpus" if row["block_group"] == EVERY else row["block_group"]
        counts = f"{row['matched']}/{row['predicted']}"
        table.add_row(row["kind"], band, _share(row, "precision"), _share(row, "recall"), counts, places)
    output().print(table)


def _share(row: dict[str, Any], name: str) -> str:
    return "" if row[name] is None else f"{row[name]:.2f} ({row[f'{name}_low']:.2f} to {row[f'{name}_high']:.2f})"
