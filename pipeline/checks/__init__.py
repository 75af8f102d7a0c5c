"""Checks that make a table trustworthy: each marks records with a flag and changes no value.

| flag | what it says |
| --- | --- |
| ``composition_unbalanced`` | the formula's charges do not add up; ``reasons`` names the nearest formula that does |
| ``value_out_of_range`` | outside what is known of this property, family and temperature |
| ``implausible`` | no such material can have this value or temperature: it enters no table over documents |
| ``unit_slip_suspected`` | another statement of the same value is a thousand (or hundred) times this one |
| ``exponent_suspected`` | another statement has the same digits and another power of ten |
| ``values_disagree`` | another statement for the same material and temperature is further off than repeats are |
| ``arrhenius_disagrees`` | the sample's conductivities and activation energy do not fit together |
| ``liquid_suspected`` | the words before the value speak of a liquid |
| ``requirement_suspected`` | the words before the value say what it should be, not what it is |
| ``barrier_suspected`` | an activation energy so high that it is none of conduction |
| ``unit_incomplete`` | a unit without its exponent (``S cm`` for S/cm) |
| ``mean_of_range`` | the text gives a range, the record one number |
| ``repeated`` | an earlier record of the document tells the same measurement |
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.document import Document
from extractors.records import AnyRecord, PropertyRecord
from pipeline.checks.arrhenius import check_arrhenius
from pipeline.checks.composition import check_compositions
from pipeline.checks.disagreement import check_disagreement
from pipeline.checks.measure import of_records
from pipeline.checks.plausibility import check_plausibility
from pipeline.checks.repetition import check_repetition
from pipeline.checks.statement import check_statements

FLAGS = tuple(line.split("``")[1] for line in (__doc__ or "").splitlines() if line.startswith("| ``"))


def check(document: Document, records: Sequence[AnyRecord]) -> None:
    """Run every check over one document's records and add flags and reasons to them."""
    check_compositions(records)
    values = [record for record in records if isinstance(record, PropertyRecord)]
    check_plausibility(values)
    check_statements(values)
    measured = of_records(values)
    check_repetition(measured)
    check_disagreement(measured)
    check_arrhenius(measured)
