"""Contradictions between trusted statements with their likely cause in words, and what looks like a slip of reading."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from corpus.data import data_of
from corpus.patterns import read_patterns
from extractors.composition.phases import phases_in
from extractors.properties import Scale, specification
from pipeline.checks.composition import FLAG as UNBALANCED
from pipeline.checks.composition import NEIGHBOUR
from pipeline.checks.disagreement import Disagreement, find_disagreements
from pipeline.checks.measure import Measure
from pipeline.consolidate.trust import NEAR

Row = dict[str, Any]
_WORDS = re.compile(r"[^\W\d_]{3}")
_NUMBERS = re.compile(r"^\W*\d")
SLIPS = {
    "unit_slip": "same digits, {factor:g} times apart: a slip of the unit (mS for S, S/m for S/cm) in one of the two",
    "exponent": "same digits, another power of ten: a wrong or lost exponent in one of the two",
    "composition": "its charges do not add up, those of {other}, told elsewhere, do: a misprint in one of the two",
}
ONE_SOURCE = "one cited work, two values: two samples of it, or one of the two cites it wrongly"
UNEXPLAINED = "nothing told sets the samples apart: density, purity or the reading of the spectrum may"
BULK, TOTAL = "bulk", "total"
UNTELLING = frozenset({None, "annealing-only", "other"})  # methods that do not say how a sample was made


CUES = read_patterns(__file__, "causes.toml")
"""What one sentence may tell of its sample and the other not."""


def find_conflicts(measures: Sequence[Measure], by_id: Mapping[str, Row]) -> Iterator[Row]:
    """The contradictions among trusted measurements of one material, as rows; those that weigh most are not first."""
    comparable = _Comparable(measures)
    for found in find_disagreements([measure for measure in measures if _comparable(measure)]):
        if found.reason not in SLIPS and abs((found.first.temperature or 0) - (found.second.temperature or 0)) <= NEAR:
            one, other = by_id[found.first.key], by_id[found.second.key]
            yield _pair(found, one, other) | {
                "cause": cause(found, one, other),
                "scope": _scope(one, other),
                "shared_sources": sorted(found.first.sources & found.second.sources),
                "effect": comparable.effect(found),
            }


def find_misreadings(measures: Sequence[Measure], by_id: Mapping[str, Row]) -> Iterator[Row]:
    """Pairs of statements on one material that look like one of them misread."""
    for found in find_disagreements(measures):
        if found.reason in SLIPS:
            one, other = by_id[found.first.key], by_id[found.second.key]
            factor = 10 ** round(found.difference)
            yield _pair(found, one, other) | {"cause": SLIPS[found.reason].format(factor=factor)}


def find_offers(rows: Iterable[Row]) -> Iterator[Row]:
    """Statements on a material whose charges do not add up, one for each formula that a check offers instead.

    Where that is a material told elsewhere, one of the two looks misprinted.
    """
    for offered, row in {row["offered"]: row for row in reversed(list(rows)) if row["offered"]}.items():
        yield {name: row[name] for name in ("material_id", "record_id", "offered_id")} | {
            "cause": SLIPS["composition"].format(other=offered),
            "standard_unit": specification(row["kind"]).unit,
        }


def neighbour(row: Mapping[str, Any]) -> str | None:
    """The balanced formula that a check offers for a row's own, if it does."""
    if UNBALANCED not in row["flags"]:
        return None
    return next((reason.removeprefix(NEIGHBOUR) for reason in row["reasons"] if reason.startswith(NEIGHBOUR)), None)


def cause(found: Disagreement, one: Row, other: Row) -> str:
    """Why both values may be right, in a sentence of chemistry, or that nothing told sets them apart."""
    if found.reason == "same_source":
        return ONE_SOURCE
    return next(filter(None, (explains(one, other) for explains in _EXPLANATIONS)), UNEXPLAINED)


def _bulk_and_total(one: Row, other: Row) -> str:
    larger = max(one, other, key=lambda row: row["value_low"])
    parted = {one["property"], other["property"]} == {BULK, TOTAL} and larger["property"] == BULK
    return "bulk against total: the total includes the grain boundaries" if parted else ""


def _other_cells(one: Row, other: Row) -> str:
    """The words that two rows of one table have in the same column and not in common."""
    if (one["block"], one["document_id"]) != ("table", other["document_id"]) or other["block"] != "table":
        return ""
    cells = [(row["sentence"] or "").split(" | ") for row in (one, other)]
    if len(cells[0]) != len(cells[1]):
        return ""
    pairs = [(a, b) for a, b in zip(cells[0][1:], cells[1][1:], strict=True) if a != b and _WORDS.search(a + " " + b)]
    columns = "; ".join(f"{a} against {b}" for a, b in pairs if not _NUMBERS.search(a))
    return f"two rows of a table that differ in {columns}" if columns else ""


def _other_treatment(one: Row, other: Row) -> str:
    hottest = {one["treatment_c"], other["treatment_c"]}
    if None in hottest or len(hottest) < 2:
        return ""
    return f"other heat treatment: {min(hottest):g} against {max(hottest):g} °C"


def _other_method(one: Row, other: Row) -> str:
    methods = {one["treatment_method"], other["treatment_method"]}
    if methods & UNTELLING or len(methods) < 2:
        return ""
    return f"made in other ways: {' against '.join(sorted(methods)).replace('-', ' ')}"


def _other_phases(one: Row, other: Row) -> str:
    phases = [phases_in(row["sentence"] or "") for row in (one, other)]
    if not all(phases) or set.intersection(*phases):
        return ""
    first, second = (" and ".join(sorted(told)) for told in phases)
    return f"one is told beside {first}, the other beside {second}"


def _told_of_one(one: Row, other: Row) -> str:
    for cue in (CUES[name] for name in CUES.entries):
        tells = [bool(cue.search(row["sentence"] or "")) for row in (one, other)]
        if tells[0] != tells[1]:
            return f"one sample {cue.about}, the other is not told to be"
    return ""


def _untold_phase(one: Row, other: Row) -> str:
    polymorphs = _polymorphs().get(one["material_id"])
    if not polymorphs or any(row[name] for row in (one, other) for name in ("phase", "form")):
        return ""
    return f"neither tells its phase: {polymorphs} conduct differently"


def _untold_part(one: Row, other: Row) -> str:
    told = {one["property"], other["property"]}
    parts = told & {BULK, TOTAL}
    return f"one is told to be {parts.pop()}, the other may be bulk or total" if len(told) > len(parts) == 1 else ""


_EXPLANATIONS = (
    _bulk_and_total, _other_cells, _other_treatment, _other_method, _other_phases, _told_of_one, _untold_phase,
    _untold_part,
)  # fmt: skip
"""What may set two samples apart, the surest first: each gives a sentence or nothing."""


@cache
def _polymorphs() -> dict[str, str]:
    return data_of(__file__, "polymorphs.toml")


def _comparable(measure: Measure) -> bool:
    """One value (no range) at a stated temperature, where the property needs one."""
    stated = measure.temperature is not None or not specification(measure.kind).needs_temperature
    return stated and measure.low == measure.high


@dataclass(slots=True)
class _Comparable:
    """The comparable values of one material, to tell how far one of them moves their median."""

    measures: Sequence[Measure]
    _alike: dict[tuple[object, ...], tuple[list[float], dict[str, int]]] = field(default_factory=dict)

    def effect(self, found: Disagreement) -> float:
        """How far the median moves when the doubtful value is left out, on the property's scale."""
        off = (found.doubtful or (found.second,))[0]
        values, places = self._values(off)
        left = len(values) - (off.key in places)
        return round(abs(middle(values) - middle(values, places.get(off.key))), 4) if left else 0.0

    def _values(self, off: Measure) -> tuple[list[float], dict[str, int]]:
        """The values at its temperature, in the order of their size, and the place of each by its statement."""
        place = (*_sort_of(off), off.temperature or 0)
        if place not in self._alike:
            logarithmic = specification(off.kind).scale is Scale.LOGARITHMIC
            told = sorted(
                (math.log10(each.low) if logarithmic else each.low, each.key) for each in self.measures
                if _sort_of(each) == _sort_of(off) and abs((each.temperature or 0) - (off.temperature or 0)) <= NEAR
                and _comparable(each) and each.is_exact() and each.low > 0
            )  # fmt: skip
            self._alike[place] = [value for value, _ in told], {key: number for number, (_, key) in enumerate(told)}
        return self._alike[place]


def middle(values: Sequence[float], without: int | None = None) -> float:
    """The median of values in their order, one of them left out; looks at two of them, however many there are."""
    gap = len(values) if without is None else without
    count = len(values) - (without is not None)
    low, high = (values[place + (place >= gap)] for place in ((count - 1) // 2, count // 2))
    return low if count % 2 else (low + high) / 2


def _sort_of(measure: Measure) -> tuple[str, ...]:
    return measure.kind, measure.property, measure.origin, measure.form, measure.phase


def _scope(one: Row, other: Row) -> str:
    if one["article_id"] != other["article_id"]:
        return "documents"
    return "text and table" if (one["block"] == "table") != (other["block"] == "table") else "sentences"


def _values(prefix: str, row: Row) -> Row:
    names = ("material", "value_low", "value_high", "document_id", "record_id")
    return {prefix + name: row[name] for name in names}


def _pair(found: Disagreement, one: Row, other: Row) -> Row:
    named = {name: one[name] for name in ("kind", "property", "material_id", "form", "phase", "temperature_k")}
    told = _values("", one) | _values("other_", other) | named
    return told | {
        "standard_unit": specification(found.first.kind).unit,
        "reason": found.reason,
        "other_property": other["property"],
        "difference": found.difference,
    }
