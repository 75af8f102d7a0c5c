"""The log of decisions: a file of JSON lines that is only ever appended to.

A line is written whole and flushed to the disk before its writer is told so, under a lock that goes with its process.
Lines may be merged by git in any order (``corrections.jsonl merge=union``): each has its own id and moment.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from pipeline.corrections.decision import Action, Decision
from pipeline.settings import first_fault
from pipeline.store import append_lines

NAME = "corrections.jsonl"
LONGEST_LINE = 1_000_000  # bytes


@dataclass(frozen=True, slots=True)
class Fault:
    """A line of the log that is no decision; it stays in the file."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class History:
    """What a log holds: its decisions in order of their moments, and the lines that are none."""

    decisions: tuple[Decision, ...] = ()
    faults: tuple[Fault, ...] = ()

    def standing(self) -> list[Decision]:
        """The decisions that hold: those that were not undone, and no undoing itself.

        An undoing can be undone.
        """
        undone: set[str] = set()
        for decision in reversed(self.decisions):
            if decision.action is Action.UNDO and decision.id not in undone and decision.target:
                undone.add(decision.target)
        return [d for d in self.decisions if d.id not in undone and d.action is not Action.UNDO]

    def by_document(self, contents: Mapping[str, str]) -> dict[str, list[Decision]]:
        """The decisions that hold, by the document they are on; under an empty name those on none of these.

        ``contents`` has each document's sha256 by its id. An edited file keeps the decisions on its name, as long as no
        other file has the content they were taken on.
        """
        names = {sha256: name for name, sha256 in contents.items()}
        found: dict[str, list[Decision]] = defaultdict(list)
        for decision in self.standing():
            if decision.document is not None:
                name, sha256 = decision.document.document_id, decision.document.sha256
                found[names.get(sha256, name if name in contents else "")].append(decision)
        return found


def beside(corpora: Sequence[Path]) -> Path:
    """Where the log of these corpora lies when nothing else is said: in the folder of the first."""
    first = corpora[0] if corpora else Path()
    return (first if first.is_dir() else first.parent) / NAME


def fingerprint(path: Path | None) -> str:
    """sha256 of the log; empty when there is none."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() if path is not None else ""
    except FileNotFoundError:
        return ""


def read(path: Path | None) -> History:
    """The decisions of a log, each once; empty when there is none. Raises OSError when it cannot be read."""
    try:
        data = path.read_bytes() if path is not None else b""
    except FileNotFoundError:
        data = b""
    found: dict[str, Decision] = {}
    faults: list[Fault] = []
    for number, line in enumerate(data.split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            if len(line) > LONGEST_LINE:
                raise ValueError(f"longer than {LONGEST_LINE} bytes")
            decision = Decision.model_validate(json.loads(line))
            found.setdefault(decision.id, decision)
        except (ValueError, RecursionError) as error:
            faults.append(Fault(number, _cause(error)))
    return History(tuple(sorted(found.values(), key=lambda decision: decision.at)), tuple(faults))


def append(path: Path, decisions: Sequence[Decision]) -> None:
    """Add decisions in one write, on disk when this returns; none of them is lost to others who append.

    Raises OSError when they cannot be written; the log is then as it was.
    """
    append_lines(path, b"".join(_line(decision) for decision in decisions))


def _line(decision: Decision) -> bytes:
    """One line; what is not told is left out."""
    told = decision.model_dump(mode="json", exclude_defaults=True)
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace") + b"\n"


def _cause(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return ": ".join(filter(None, first_fault(error)))
    return " ".join(str(error).split())[:200]
