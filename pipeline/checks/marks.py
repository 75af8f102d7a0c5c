"""How a check leaves its mark on a record."""

from __future__ import annotations

from extractors.records import Record


def mark(record: Record, flag: str, reason: str = "") -> None:
    """Add a flag once, and the reason for it."""
    if flag not in record.flags:
        record.flags.append(flag)
    if reason and reason not in record.reasons:
        record.reasons.append(reason)
