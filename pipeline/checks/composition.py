"""Formulas whose charges do not add up, with the nearest one that does."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.composition.codes import is_weak
from extractors.records import Record
from pipeline.checks.marks import mark
from pipeline.materials import balanced_neighbour

FLAG = "composition_unbalanced"
NEIGHBOUR = "balanced neighbour: "


def check_compositions(records: Sequence[Record]) -> None:
    """Flag unbalanced formulas of definite materials; the neighbour is offered in ``reasons``, never put in."""
    known = tuple(sorted({name for record in records for name in (record.formula, record.material) if name}))
    for record in records:
        if record.subject_kind != "specific":
            continue
        name = record.formula or record.material or ""
        # A name without amounts (LiPON) and a sample's code (N5) are no formulas, though they may read like one.
        written = any(character.isdigit() for character in name) and (record.formula is not None or not is_weak(name))
        offer = balanced_neighbour(name, known) if written else None
        if offer is not None:
            mark(record, FLAG, f"{NEIGHBOUR}{offer}" if offer else "charges do not add up")
