"""Which runs there were: a line each in ``outputs/runs.jsonl``, and how to tell that a run would change nothing."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.corrections import log
from pipeline.discover import Discovery, digest_of
from pipeline.extraction import uses_second_reader
from pipeline.names import shown
from pipeline.rules import library_version, package_root, rules_version
from pipeline.settings import Settings
from pipeline.store import append_lines
from pipeline.tables import arrow_schema, arrow_table

RUNS = "runs.jsonl"
SEAL = "generation.json"  # of a generation: what it was made of, and the sha256 of each of its files
CODE = ("corpus", "extractors", "pipeline")


Row = dict[str, Any]


class Ended(StrEnum):
    """How a run ended."""

    PUBLISHED = "published"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@cache
def code_version() -> str:
    """sha256 of all code and data that tables, report and exports depend on."""
    digest = hashlib.sha256()
    for folder in CODE:
        for path in sorted((package_root() / folder).rglob("*")):
            if path.is_file() and path.suffix not in {".pyc", ".tmp"}:
                digest.update(f"{path.relative_to(package_root()).as_posix()}\0".encode() + path.read_bytes() + b"\0")
    return digest.hexdigest()


def fingerprint(found: Discovery, rules: str, settings: Settings) -> str:
    """What the outcome of a run depends on: documents, what is known of them and of cited works, people's decisions,
    what the report shall show, the rules and all other code."""
    known = digest_of(settings.dois) if settings.dois else None
    told: list[Any] = [code_version(), rules, known, settings.pictures, log.fingerprint(found.corrections)]
    told += [[shown(each.path), each.code, each.message] for each in found.skipped]
    digest = hashlib.sha256(_line(told))
    for item in found.inputs:
        digest.update(_line([item.document_id, shown(item.path), item.sha256, item.problem, item.manifest]))
    return digest.hexdigest()


def _line(told: list[Any]) -> bytes:
    return json.dumps(told, sort_keys=True, default=str).encode() + b"\n"


def seal(generation: Path, made_of: str) -> None:
    """Write down what a finished generation was made of and what its files hold."""
    told = {"made_of": made_of, "files": _digests(generation)}
    (generation / SEAL).write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def is_intact(generation: Path, made_of: str) -> bool:
    """Whether a generation was made of the same and all of its files are as they were written."""
    told = _told(generation)
    return told.get("made_of") == made_of and told == {"made_of": made_of, "files": _digests(generation)}


def is_sealed(generation: Path, name: str) -> bool:
    """Whether a file of a finished generation is as it was written."""
    try:
        return bool(_told(generation)["files"][name] == digest_of(generation / name))
    except (OSError, KeyError, TypeError):
        return False


def _told(generation: Path) -> Row:
    """What stands on the seal of a generation; nothing where there is none that can be read."""
    try:
        told = json.loads((generation / SEAL).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def _digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): digest_of(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != SEAL and not path.name.startswith(".")
    }


def run_row(corpora: Sequence[Path], settings: Settings, ended: Ended, message: str, seconds: float) -> Row:
    """What is kept of a run that ends now, as a row of the table ``runs`` without what it counted."""
    reader = uses_second_reader(settings)
    return {
        "ended_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "ended": ended,
        "message": message,
        "seconds": round(seconds, 1),
        "corpora": [shown(corpus) for corpus in corpora],
        "workers": settings.workers,
        "second_reader": reader,
        "version": library_version("ionmine"),
        "rules_version": rules_version(reader),
        "python": platform.python_version(),
    }


def record_run(outputs: Path, row: Row) -> None:
    """Add a row to the history."""
    append_lines(outputs / RUNS, json.dumps(row, ensure_ascii=False).encode() + b"\n")


def runs_into(outputs: Path) -> list[Row]:
    """The rows of the history, the latest at the end; lines that are none are left out."""
    path = outputs / RUNS
    return [row for line in path.read_bytes().splitlines() if (row := _row(line))] if path.is_file() else []


def _row(line: bytes) -> Row | None:
    import pyarrow as pa

    try:
        row: Row = arrow_table([json.loads(line)], arrow_schema("runs")).to_pylist()[0]
    except (ValueError, TypeError, AttributeError, pa.ArrowException):
        return None
    return row if row["ended_at"] else None
