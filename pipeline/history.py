"""Which runs there were: a line each in ``outputs/runs.jsonl``, and how to tell that a run would change nothing."""

from __future__ import annotations

import hashlib
import json
import os
import platform
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.corrections import log
from pipeline.discover import Discovery, digest_of
from pipeline.names import shown
from pipeline.rules import library_version, package_root

RUNS = "runs.jsonl"
SEAL = "generation.json"  # of a generation: what it was made of, and the sha256 of each of its files
CODE = ("corpus", "extractors", "pipeline")


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


def fingerprint(found: Discovery, rules: str, dois: Path | None = None) -> str:
    """What the outcome of a run depends on: documents, what is known of them and of cited works, people's decisions,
    the rules and all other code."""
    known = digest_of(dois) if dois else None
    told: list[Any] = [code_version(), rules, known, log.fingerprint(found.corrections)]
    told += [[i.document_id, shown(i.path), i.sha256, i.problem, i.manifest] for i in found.inputs]
    told += [[shown(each.path), each.code, each.message] for each in found.skipped]
    return hashlib.sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()


def seal(generation: Path, made_of: str) -> None:
    """Write down what a finished generation was made of and what its files hold."""
    told = {"made_of": made_of, "files": _digests(generation)}
    (generation / SEAL).write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def is_intact(generation: Path, made_of: str) -> bool:
    """Whether a generation was made of the same and all of its files are as they were written."""
    try:
        told = json.loads((generation / SEAL).read_text(encoding="utf-8"))
        return isinstance(told, dict) and told == {"made_of": made_of, "files": _digests(generation)}
    except (OSError, ValueError):
        return False


def _digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != SEAL and not path.name.startswith(".")
    }


def record_run(outputs: Path, ended: Ended, message: str, seconds: float, counts: dict[str, int], rules: str) -> None:
    """Add a line to the history: when, how long, with which versions, what came out."""
    row = {
        "ended_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "seconds": round(seconds, 1),
        "ended": ended,
        "message": message,
        **counts,
        "version": library_version("ionmine"),
        "rules_version": rules,
        "python": platform.python_version(),
    }
    outputs.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(outputs / RUNS, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
    try:
        os.write(descriptor, json.dumps(row, ensure_ascii=False).encode() + b"\n")
    finally:
        os.close(descriptor)
