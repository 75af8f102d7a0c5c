"""Decisions made by hand, as the page and the sheets make them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pipeline.corrections.anchoring import Records
from pipeline.corrections.decision import Action, Decision, DocumentName, new_id

Fields = dict[str, Any]
CLOCK = iter(range(10**9))


def moment() -> str:
    """Moments one after the other, as fast as a test likes."""
    number = next(CLOCK)
    return f"2026-01-01T00:{number // 60_000_000 % 60:02}:{number // 1_000_000 % 60:02}.{number % 1_000_000:06}+00:00"


def fields_of(*records: Any) -> list[Fields]:
    """Records as a part of the store has them."""
    return [record.model_dump(mode="json") for record in records]


def decide(action: Action, records: Sequence[Fields], index: int = 0, document: str = "a", **more: Any) -> Decision:
    """A decision on one of a document's records."""
    known = {"id": new_id(), "action": action, "by": "Ada", "at": moment(), "rules": "r1"}
    known["document"] = DocumentName(sha256=(document * 4).encode().hex(), document_id=document)
    known["anchor"] = Records(records).anchor(index)
    known["read"] = records[index]
    return Decision(**{**known, **more})


def undo(decision: Decision) -> Decision:
    """The decision no longer holds."""
    return Decision(id=new_id(), action=Action.UNDO, target=decision.id, by="Ada", at=moment())
