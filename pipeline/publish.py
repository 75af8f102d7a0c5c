"""Publishing: a run builds all it leaves in a folder of its own, and one rename puts that in place of what was there.

``outputs/generations/`` holds the finished generations, the present one and the one before it; ``current`` is a link to
the present one, and ``outputs/tables``, ``outputs/ionmine.duckdb`` and so on lead through it. Who reads sees the old or
the new generation, whole; who wants several files of one generation resolves ``current`` once. A lock on the folder
lets one run build at a time, and goes with its process.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.store import WRITING, clear_temporaries

TABLES = "tables"
KNOWLEDGE_BASE = "ionmine.duckdb"
LINKED_DATA = "measurements.jsonld"
REPORT = "report.html"
SUMMARY = "summary.json"
PUBLISHED = (TABLES, KNOWLEDGE_BASE, LINKED_DATA, REPORT, SUMMARY)
LEFT_BY_DUCKDB = (f"{KNOWLEDGE_BASE}.wal", f"{KNOWLEDGE_BASE}.tmp")

GENERATIONS = "generations"
CURRENT = "current"
WORK_PREFIX = ".work-"
KEPT = 2  # generations: the present one, and the one that readers may still be at


def published(outputs: Path) -> Path | None:
    """The folder of the present generation; None when nothing is published."""
    current = outputs / GENERATIONS / CURRENT
    return current.resolve() if current.is_dir() else None


@contextmanager
def building(outputs: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[Path]:
    """A new, empty folder for what a run leaves; :func:`publish` puts it in place, else it goes with the block.

    Waits for a run that is building, after a call of ``waiting``. What dead runs left is cleared.
    """
    folder = outputs / GENERATIONS
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder, os.O_RDONLY)
    work = None
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        _adopt(outputs)
        _clear(outputs)
        work = Path(tempfile.mkdtemp(dir=folder, prefix=WORK_PREFIX))
        work.chmod(0o755)
        yield work
    finally:
        if work is not None:
            shutil.rmtree(work, ignore_errors=True)
        os.close(descriptor)


def restore(outputs: Path) -> None:
    """Make what leads to the present generation lead to it again; to be called inside of :func:`building`."""
    for name in PUBLISHED:
        _link(outputs / name, Path(GENERATIONS) / CURRENT / name)
    for name in LEFT_BY_DUCKDB:  # of a base that goes: with another one it makes both unreadable
        _remove(outputs / name)


def publish(work: Path, outputs: Path) -> Path:
    """Put a finished generation in place; to be called inside of :func:`building`. Gives its folder."""
    folder = outputs / GENERATIONS
    finished = folder / f"{_latest(folder) + 1:06}"
    work.rename(finished)
    restore(outputs)
    _link(folder / CURRENT, Path(finished.name))
    for old in _generations(folder)[:-KEPT]:
        shutil.rmtree(old, ignore_errors=True)
    return finished


def _generations(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.name.isdigit() and path.is_dir())


def _latest(folder: Path) -> int:
    return max((int(path.name) for path in _generations(folder)), default=0)


def _link(place: Path, target: Path) -> None:
    """Make ``place`` a link to ``target``, in one step where it is another link."""
    if place.is_symlink() and place.readlink() == target:
        return
    if not place.is_symlink():
        _remove(place)
    fresh = place.parent / f".{place.name}.{os.getpid()}.tmp"
    _remove(fresh)
    fresh.symlink_to(target)
    fresh.replace(place)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _adopt(outputs: Path) -> None:
    """Make a generation of what was written without any, so that the first one published is compared with it."""
    folder = outputs / GENERATIONS
    loose = [name for name in PUBLISHED if (outputs / name).exists() and not (outputs / name).is_symlink()]
    if published(outputs) is not None or not loose:
        return
    first = folder / f"{_latest(folder) + 1:06}"
    first.mkdir()
    for name in loose:
        (outputs / name).rename(first / name)
    _link(folder / CURRENT, Path(first.name))
    for name in loose:
        _link(outputs / name, Path(GENERATIONS) / CURRENT / name)


def _clear(outputs: Path) -> None:
    """Remove what dead runs left. The lock is ours, so no work folder has a living owner."""
    folder = outputs / GENERATIONS
    for left in [*folder.glob(f"{WORK_PREFIX}*"), *outputs.glob(f"{WORK_PREFIX}*")]:
        shutil.rmtree(left, ignore_errors=True)
    for place in (outputs, folder):
        for link in place.glob(".*.tmp"):
            if link.is_symlink():
                link.unlink(missing_ok=True)
    kept = _generations(folder)
    places = [outputs, folder, *kept, *(generation / TABLES for generation in kept)]
    clear_temporaries([*places, *(outputs / "store").glob(f"*/{WRITING}")])
