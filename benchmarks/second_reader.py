"""What the second reader is worth by the referee: ``python -m benchmarks.second_reader [OUTPUTS] [GOLD_FOLDER]``.

Of a run that it read along: the share of right pairs among the values it confirms and among the others, and how many of
the annotated values that no record has right it alone read.
"""

from __future__ import annotations

import sys
from pathlib import Path

from extractors.properties import specifications
from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.publish import KNOWLEDGE_BASE
from pipeline.reconcile.compare import Row, agree_value, compare
from pipeline.reconcile.gold import GoldSet, from_files, own_gold, read_ranges
from pipeline.reconcile.report import Judged, annotated_documents


def gold_in(folder: Path) -> GoldSet:
    """The gold of a folder, with its ranges where they stand beside it."""
    ranges = folder.parent / "ranges.json"
    return from_files(sorted(folder.glob("*.gold.jsonl")), read_ranges(ranges) if ranges.exists() else None)


def measure(outputs: Path, gold: GoldSet) -> dict[str, list[int]]:
    """Counts: [right, all] of confirmed and of other values; [found, all] of the missed ones; [matching, all] alone."""
    counts = {name: [0, 0] for name in ("confirmed", "others", "missed", "alone")}
    with KnowledgeBase(outputs / KNOWLEDGE_BASE, read_only=True) as base:
        for document in annotated_documents(base, gold):
            alone = list(base.rows("SELECT * FROM second_readings WHERE document_id = ?", [document.document_id]))
            for kind in specifications():
                _count(counts, kind, document, alone)
    return counts


def _count(counts: dict[str, list[int]], kind: str, document: Judged, alone: list[Row]) -> None:
    by_place = document.anchor == "offsets"
    golds = [each for each in document.gold.annotated() if each["kind"] == kind]

    def counted(rows: list[Row]) -> list[Row]:
        return [r for r in rows if r["kind"] == kind and (not by_place or document.gold.covers(r["start"]))]

    found = compare(kind, counted(document.rows), golds, document.anchor)
    for row, right in found.judged:
        _add(counts["confirmed" if row["confirmed_by"] else "others"], [right])
    if by_place:
        read = counted(alone)
        _add(counts["missed"], [any(agree_value(row, g, "offsets") for row in read) for g in found.missed])
        _add(counts["alone"], [any(agree_value(row, g, "offsets") for g in golds) for row in read])


def _add(count: list[int], told: list[bool]) -> None:
    count[:] = count[0] + sum(told), count[1] + len(told)


if __name__ == "__main__":
    chosen = [Path(argument) for argument in sys.argv[1:]]
    for name, (part, whole) in measure(
        chosen[0] if chosen else Path("outputs"), gold_in(chosen[1]) if len(chosen) > 1 else own_gold()
    ).items():
        print(f"{name}: {part} of {whole}" + (f" ({part / whole:.1%})" if whole else ""))
