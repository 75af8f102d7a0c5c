"""What the words of a column's head alone say of what stands below it."""

from __future__ import annotations

from extractors.properties import PropertySpec, Scale, specifications
from extractors.tables import patterns
from extractors.tables.columns import Meaning
from extractors.tables.cues import CUES, HEADS


def head_meaning(head: str) -> Meaning:
    """The meaning that a head's words alone give."""
    text = head.strip()
    if not text or CUES.NO_VALUE.search(text):
        return Meaning.OTHER
    if HEADS.REFERENCE.search(text):
        return Meaning.REFERENCE
    if CUES.MEASURED_AT.search(text):
        return Meaning.TEMPERATURE
    if head_property(text) is not None:
        return Meaning.VALUE
    if CUES.NOT_WANTED.search(text) or CUES.ELECTRODE_HEAD.search(text):
        return Meaning.OTHER
    return next((Meaning[name] for name in HEADS.entries if HEADS[name].search(text)), Meaning.OTHER)


def head_property(head: str) -> PropertySpec | None:
    """The property whose values stand below a head's words; None for heads of other things."""
    if patterns.LOGARITHM.search(head):
        return next(spec for spec in specifications().values() if spec.scale is Scale.LOGARITHMIC)
    unwanted = CUES.NOT_WANTED.search(head)
    for spec in reversed(specifications().values()):
        if spec.table_head.search(head):
            return spec if not unwanted or spec.table_head.match(head) else None
    return None
