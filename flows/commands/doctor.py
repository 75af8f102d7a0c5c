"""``ionmine doctor``: whether this machine has what a run needs."""

from __future__ import annotations

import importlib.metadata
import platform
import re
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.text import Text

from flows.console import OK, SOME_FAILED, output
from flows.local import home_of, server_address
from flows.prefect_server import DATABASE, answers
from pipeline.rules import library_version, package_root, rules_version, second_reader_available
from pipeline.settings import Settings

LEAST_DISK = 1.0  # GB


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; ``good`` is None where there is nothing to be good or bad."""

    name: str
    told: str
    good: bool | None = True


def findings(settings: Settings) -> Iterator[Finding]:
    """Everything that is looked at, in order."""
    supported = (3, 11) <= sys.version_info[:2] < (3, 14)
    yield Finding("Python", f"{platform.python_version()} on {platform.system()} {platform.machine()}", supported)
    yield Finding("ionmine", f"{library_version('ionmine')}, rules {rules_version()}")
    yield _pins()
    yield _writable("outputs", settings.outputs)
    yield _writable("store", settings.store_folder)
    folder = settings.outputs.resolve()
    room = shutil.disk_usage(next(path for path in (folder, *folder.parents) if path.exists())).free / 1e9
    yield Finding("disk", f"{room:.1f} GB free", room >= LEAST_DISK)
    yield Finding("processes", f"{settings.workers}, {settings.memory} MB and {settings.timeout:g} s a document", None)
    yield Finding("second reader", "installed" if second_reader_available() else "not installed", None)
    address = server_address(settings)
    if address:
        good = answers(address)
        yield Finding("Prefect server", f"{address} {'answers' if good else 'does not answer'}", good)
    else:
        yield Finding("Prefect server", "none given; runs need none", None)
    yield _prefect_home(home_of(settings))


def _pins() -> Finding:
    """Installed versions against the lock, where the project's folder is at hand."""
    lock = package_root() / "requirements.lock"
    if not lock.is_file():
        return Finding("pins", "no requirements.lock here", None)
    pins: dict[str, list[str]] = {}  # several versions of one package are for several versions of Python
    for name, version in re.findall(r"^([a-z0-9-]+)==([^\s;\\]+)", lock.read_text(encoding="utf-8"), re.MULTILINE):
        pins.setdefault(name, []).append(version)
    others = []
    for name, versions in pins.items():
        try:
            installed = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # another system's or Python's, or an extra
        if installed not in versions:
            others.append(f"{name} {installed} for {' or '.join(versions)}")
    return Finding("pins", ", ".join(others) or "as requirements.lock has them", not others)


def _writable(name: str, folder: Path) -> Finding:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".doctor.tmp"
        probe.touch()
        probe.unlink()
    except OSError as error:
        return Finding(name, f"{folder}: {error.strerror}", False)
    return Finding(name, str(folder))


def _prefect_home(home: Path) -> Finding:
    database = home / DATABASE
    if not database.exists():
        return Finding("Prefect home", f"{home}, empty", None)
    try:
        with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError as error:
        return Finding("Prefect home", f"{database}: {error}; it is set aside when next needed", False)
    return Finding("Prefect home", str(home))


def doctor(settings: Settings) -> int:
    """Print what was found, a line each; the exit code is 1 when something is wrong."""
    wrong = False
    for finding in findings(settings):
        sign, style = {True: ("ok", "green"), False: ("WRONG", "red"), None: ("", "dim")}[finding.good]
        output().print(Text.assemble((f"{finding.name:<15}", "bold"), (f"{sign:<6}", style), finding.told))
        wrong |= finding.good is False
    return SOME_FAILED if wrong else OK
