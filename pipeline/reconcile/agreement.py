"""When a record and a gold tuple say the same, level by level."""

from __future__ import annotations

import math
from typing import Any

from pipeline.materials import same_material
from pipeline.reconcile.gold import GoldTuple

Row = dict[str, Any]
VALUE_PRECISION = 0.01  # relative
VALUE_SLACK = 2  # characters by which two value spans may miss each other
ROUTE_SLACK = 400  # characters between a record's evidence and the gold's method words or target
TEMPERATURE_SLACK = 1.0  # K
# An approximate value is the value; a bound including its end is a bound.
COMPARATORS = {"=": "=", "~": "=", "range": "range", ">": ">", ">=": ">", "<": "<", "<=": "<"}
GOLD_CONDITIONS = {
    "temperature": ("temperature_C", "temperature_c", 0),
    "duration": ("duration_h", "duration_h", 2),
    "speed": ("speed_rpm", "speed_rpm", 0),
    "pressure": ("pressure_MPa", "pressure_mpa", 1),
}


def ends(value: float | list[float]) -> tuple[float, float]:
    """Both ends of a number or range."""
    return (value[0], value[-1]) if isinstance(value, list) else (value, value)


def overlap(a: tuple[int, int] | list[int], b: tuple[int, int] | list[int], slack: int = 0) -> bool:
    """Whether two half-open spans touch within ``slack`` characters."""
    return a[0] < b[1] + slack and b[0] < a[1] + slack


def agree_value(row: Row, gold: GoldTuple, anchor: str) -> bool:
    """The same number, and (anchored by offsets) at the same place."""
    if row["kind"] != gold["kind"]:
        return False
    low, high = ends(gold["value_std"])
    if not (
        math.isclose(row["value_low"], low, rel_tol=VALUE_PRECISION)
        and math.isclose(row["value_high"], high, rel_tol=VALUE_PRECISION)
    ):
        return False
    if anchor != "offsets":
        return True
    if gold.get("value_span"):
        return overlap((row["start"], row["end"]), gold["value_span"], VALUE_SLACK)
    return same_page(row, gold)


def same_page(row: Row, gold: GoldTuple) -> bool:
    """Facts of a PDF have no offsets: the same page where both name one."""
    return row.get("page") is None or gold.get("page") is None or row["page"] == gold["page"]


def agree_material(row: Row, gold: GoldTuple) -> bool:
    """The same material by any of its names."""
    return same_material(
        (row.get("material"), row.get("formula"), row.get("material_surface")),
        (gold.get("material"), gold.get("material_full"), gold.get("material_surface")),
    )


def agree_temperature(row: Row, gold: GoldTuple) -> bool:
    """The same measuring temperature; both not given is the same."""
    mine, theirs = row.get("temperature_k"), gold.get("temperature_K")
    theirs = theirs[0] if isinstance(theirs, list) else theirs
    if mine is None or theirs is None:
        return mine is None and theirs is None
    return bool(abs(mine - theirs) <= TEMPERATURE_SLACK)


def property_family(name: str | None) -> str:
    """Ionic, electronic or barrier."""
    return {"electronic": "electronic", "migration_barrier": "barrier"}.get(name or "", "ionic")


def agree_property(row: Row, gold: GoldTuple) -> bool:
    """Ions or electrons, activation energy or barrier."""
    return property_family(row.get("property")) == property_family(gold.get("property"))


def agree_full(row: Row, gold: GoldTuple) -> bool:
    """Temperature, property and comparator too."""
    same_sign = COMPARATORS[row.get("comparator") or "="] == COMPARATORS[gold["comparator"]]
    return same_sign and agree_property(row, gold) and agree_temperature(row, gold)


def agree_references(row: Row, gold: GoldTuple) -> bool:
    """Exactly the cited sources."""
    return set(row.get("references") or ()) == set(gold.get("refs") or ())


def near_route(row: Row, gold: GoldTuple, anchor: str) -> bool:
    """The record's evidence lies near the gold's method words or target (any place when not anchored)."""
    if anchor != "offsets":
        return True
    spans = [gold[name] for name in ("method_span", "material_span") if gold.get(name)]
    if not spans:
        return same_page(row, gold)
    return any(overlap((row["start"], row["end"]), s, ROUTE_SLACK) for s in spans)


def agree_method(row: Row, gold: GoldTuple) -> bool:
    """A method that gold names for this route."""
    return row.get("method") in {gold["method"], *(gold.get("methods_all") or ())}


def condition_values(steps: list[dict[str, Any]] | None) -> set[tuple[str, str, float]]:
    """Every stated condition of a route as (operation, what, number), whatever naming the steps use."""
    found: set[tuple[str, str, float]] = set()
    for step in steps or ():
        for what, (gold_name, name, digits) in GOLD_CONDITIONS.items():
            value = step.get(gold_name) if step.get(gold_name) is not None else step.get(name)
            if value is not None:
                found.update((step["op"], what, round(end, digits)) for end in ends(value))
    return found
