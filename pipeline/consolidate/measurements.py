"""Statements of one material joined to measurements: one row each, with all evidence for it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Any

from extractors.quantities.numbers import find_numbers
from pipeline.checks.measure import Measure, of_row
from pipeline.checks.repetition import group_measurements
from pipeline.consolidate.sources import least_works

Row = dict[str, Any]
_DIGITS = re.compile(r"\d+(?:\.\d+)?")


def joined(rows: Sequence[Row]) -> Iterator[tuple[Measure, Row]]:
    """The measurements of one material, each as its first statement with the sources of all, and as a row."""
    by_id = {row["record_id"]: row for row in rows}
    # Two files of one article count as one document.
    groups = group_measurements([of_row(row | {"document_id": row["article_id"]}) for row in rows])
    evidence = [[by_id[measure.key] for measure in group] for group in groups]
    works = least_works(_possible_works(told) for told in evidence)
    for group, told in zip(groups, evidence, strict=True):
        measure = replace(group[0], sources=frozenset().union(*(each.sources for each in group)))
        yield measure, _row(measure, told) | {"counted_source": works[_possible_works(told)]}


def _possible_works(rows: Iterable[Row]) -> frozenset[str]:
    """The works of which one made the measurement: those cited for it, else the article that tells it."""
    told = list(rows)
    return frozenset(source for row in told for source in row["source_ids"]) or frozenset(r["article_id"] for r in told)


def _row(measure: Measure, rows: list[Row]) -> Row:
    """What is told of a measurement by all its statements; all else is told by the surest one, ``record_id``."""
    surest = max(rows, key=lambda row: (row["trusted"], row["confidence"]))
    documents = sorted({row["document_id"] for row in rows})
    first = {
        name: next((each[name] for each in rows if each[name] is not None), None)
        for name in ("temperature_k", "form", "phase", "sample_id", "value_uncertainty")
    }
    return first | {
        "measurement_id": "m" + hashlib.sha256(measure.key.encode()).hexdigest()[:12],
        "material_id": measure.material,
        "record_id": surest["record_id"],
        "evidence": len(rows),
        "documents": len(documents),
        "document_ids": documents,
        "record_ids": [row["record_id"] for row in rows],
        "source_ids": sorted({source for row in rows for source in row["source_ids"]}),
        "trusted": any(row["trusted"] for row in rows),
        "composed": measure.composed,
    }


def uncertainty(row: Mapping[str, Any]) -> float | None:
    """What stands behind ± (or in brackets behind the digits), in the unit of the value; None when nothing does."""
    share = _uncertain_share(row["value_surface"])
    return float(f"{share * row['value_low']:.4g}") if share else None


@lru_cache(maxsize=4096)
def _uncertain_share(surface: str) -> float | None:
    told = (number for number in find_numbers(surface) if number.uncertainty and number.low)
    return next((number.uncertainty / abs(number.low) for number in told if number.uncertainty), None)


def rounding(row: Mapping[str, Any]) -> float | None:
    """Half a unit of the last digit that is printed, in the unit of the value; None of a range.

    >>> rounding({"value_surface": "1.3 mS/cm", "value_low": 1.3e-3, "value_high": 1.3e-3})
    5e-05
    """
    digits = _DIGITS.search(row["value_surface"])
    if digits is None or row["value_low"] != row["value_high"]:
        return None
    printed = Decimal(digits.group())
    exponent = printed.as_tuple().exponent
    if not printed or not isinstance(exponent, int):
        return None
    return float(f"{0.5 * 10.0**exponent / float(printed) * row['value_low']:.4g}")
