"""Values that are read right and are no value of a sample: of liquids, requirements, barriers of other processes.

Also values whose unit or number is not what the text can have meant: a unit without its exponent, the mean of a range.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.patterns import read_patterns
from extractors.records import PropertyRecord
from pipeline.checks.marks import mark

REACH = 80
"""Characters before a value within which words speak of it."""

HIGHEST_MEASURED = 1.5
"""eV; above it an activation energy of conduction is a barrier of another process or of a calculation."""

_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_JOINED = re.compile(r"(?<![\d.])(\d{1,4}(?:\.\d{1,4})?)\s?(?:[-–—]|to)\s?(\d{1,4}(?:\.\d{1,4})?)(?![\d.])")
_PER = re.compile(r"[-−–⁻/]|\bper\b|\^")
_CONDUCTANCE = re.compile(r"S\W{0,3}(?:[cm]?m)\b")


CUES = read_patterns(__file__)
"""What the words before a value may tell."""

FLAGS = {CUES.LIQUID: "liquid_suspected", CUES.REQUIREMENT: "requirement_suspected"}


def check_statements(records: Iterable[PropertyRecord]) -> None:
    """Flag what is stated, but of no sample, or not so."""
    for record in records:
        before = words_before(record)
        for told, flag in FLAGS.items():
            if before and told.search(before):
                mark(record, flag, told.about)
        if record.kind == "conductivity" and _CONDUCTANCE.search(record.unit) and not _PER.search(record.unit):
            mark(record, "unit_incomplete", f"the unit is written {record.unit!r}, without its exponent")
        if record.property == "activation_energy" and record.value_low > HIGHEST_MEASURED:
            mark(record, "barrier_suspected", f"activation energies of conduction are below {HIGHEST_MEASURED:g} eV")
        if record.value_low == record.value_high and _is_range(record.value_surface):
            mark(record, "mean_of_range", "the text gives a range, the record one number")


def _is_range(surface: str) -> bool:
    """Whether two numbers are joined in it; "10–6" is a power of ten."""
    ends = _JOINED.search(surface)
    return ends is not None and ends[1] != "10" and float(ends[1]) < float(ends[2])


def words_before(record: PropertyRecord) -> str:
    """The words before the value, from behind the last material named there; empty where the place is not plain."""
    digits = _DIGITS.search(record.value_surface)
    if digits is None or record.block == "table":
        return ""
    places = [m.start() for m in re.finditer(rf"(?<![\d.]){re.escape(digits.group())}(?![\d.]*\d)", record.sentence)]
    if len(places) != 1:
        return ""
    before = record.sentence[max(places[0] - REACH, 0) : places[0]]
    named = before.rfind(record.material) if record.material else -1
    return before[named + len(record.material or "") :] if named >= 0 else before
