"""``ionmine run --plan`` and ``ionmine store prune``: what a run would read, and parts that no run reads any more."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

from rich.text import Text

from flows.command import only_folders
from flows.console import OK, complain, output
from pipeline.discover import discover
from pipeline.extraction import due, open_store
from pipeline.names import shown
from pipeline.settings import Settings


def plan(corpora: list[Path], settings: Settings) -> int:
    """Print which documents a run would read and why; nothing is read or written. The exit code."""
    only_folders(settings)
    found = discover(corpora, settings.max_file_size)
    wanted = list(due(found.inputs, open_store(settings), settings))
    for item, why in wanted:
        output().print(Text.assemble((shown(item.path), "bold"), f": {why}"))
    for item in found.inputs:
        if item.problem:
            complain(shown(item.path), item.problem)
    for each in found.skipped:
        complain(shown(each.path), each.message)
    reasons = ", ".join(f"{count} {why.name.lower()}" for why, count in Counter(why for _, why in wanted).items())
    output().print(f"{len(found.inputs)} documents, {len(wanted)} to read{f' ({reasons})' if reasons else ''}")
    return OK


def prune(settings: Settings, *, dry_run: bool) -> int:
    """Remove the parts that other versions of the rules made; with ``dry_run`` only tell of them. The exit code."""
    kept = {open_store(settings.model_copy(update={"second_reader": each})).folder.name for each in (True, False)}
    total = 0
    for folder in sorted(path for path in settings.store_folder.glob("*-*") if path.is_dir() and path.name not in kept):
        files = [path for path in folder.rglob("*") if path.is_file()]
        size = sum(path.stat().st_size for path in files)
        total += size
        output().print(f"{folder}: {len(files)} parts, {size / 1e6:.1f} MB")
        if not dry_run:
            shutil.rmtree(folder)
    output().print(f"{total / 1e6:.1f} MB {'would be freed' if dry_run else 'freed'}")
    return OK
