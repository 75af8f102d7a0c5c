"""Reduce gold annotation of texts that are not ours to what may be kept here: offsets, values, short surfaces.

Usage: ``python -m benchmarks.gold.stand_off GOLD_FOLDER`` reads ``*.gold.jsonl`` and ``ranges.json`` of that folder and
writes them, reduced, into ``corpus/gold/``. The text itself is not needed: a dropped surface is found again from its
span.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

from pipeline.reconcile.compare import TREATMENT_ONLY

LONGEST_SURFACE = 60
"""Characters; a longer surface is a phrase of the text rather than a name or a number, and its span is enough."""

LONGEST_METHOD_SURFACE = 40
"""Characters; "spark plasma sintering", but no clause that tells of a route."""

LONGEST_STEP_SURFACE = 30
"""Characters; words for one operation of a synthesis ("subsequent heat treatment")."""

LONGEST_NAME = 90
"""Characters; the plain name of a material, written by the annotators and needed to compare materials."""

SURFACES = {
    "value_surface": LONGEST_SURFACE,
    "material_surface": LONGEST_SURFACE,
    "method_surface": LONGEST_METHOD_SURFACE,
    "temperature_surface": LONGEST_SURFACE,
}
NAMES = ("material", "material_full")
DROPPED = ("note", "line", "material_line", "value_nth", "material_nth", "method_nth")
"""Free text, and line numbers and counts that the spans make superfluous."""

FOLDER = Path(__file__).resolve().parents[2] / "corpus" / "gold"
Gold = dict[str, Any]


def reduce_tuple(gold: Gold) -> Gold:
    """One gold tuple without free text and long surfaces; raises ValueError when a name is too long to be one.

    >>> reduce_tuple({"kind": "conductivity", "note": "a doubt", "material": "LLZO", "value_surface": "1 mS/cm"})
    {'kind': 'conductivity', 'material': 'LLZO', 'value_surface': '1 mS/cm'}
    """
    kept = {key: value for key, value in gold.items() if key not in DROPPED}
    if TREATMENT_ONLY in (gold.get("note") or ""):
        kept["note"] = TREATMENT_ONLY
    for key, longest in SURFACES.items():
        if kept.get(key) and len(kept[key]) > longest:
            kept[key] = None
    for key in NAMES:
        if kept.get(key) and len(kept[key]) > LONGEST_NAME:
            raise ValueError(f"{key} of {gold.get('id')} is no name: {len(kept[key])} characters")
    if "steps" in kept:
        kept["steps"] = [_reduce_step(step) for step in kept["steps"]]
    return kept


def _reduce_step(step: Gold) -> Gold:
    """One operation: its stated conditions, and its words when they are short."""
    kept = {key: value for key, value in step.items() if value is not None and key != "surface"}
    surface = step.get("surface") or ""
    return {"op": kept.pop("op"), "surface": surface if len(surface) <= LONGEST_STEP_SURFACE else "", **kept}


def write_stand_off(source: Path, target: Path) -> int:
    """Reduce every gold file of ``source`` into ``target``; the number of tuples written."""
    count = 0
    for file in sorted(source.glob("*.gold.jsonl")):
        tuples = [reduce_tuple(json.loads(line)) for line in file.read_text(encoding="utf-8").splitlines() if line]
        lines = [json.dumps(gold, ensure_ascii=False) for gold in tuples]
        (target / file.name).write_text("\n".join(lines) + "\n", encoding="utf-8")
        count += len(tuples)
    shutil.copyfile(source / "ranges.json", target / "ranges.json")
    return count


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    print(write_stand_off(Path(sys.argv[1]), FOLDER), "tuples")
