"""When a record and a gold tuple say the same, and how the records of one document match its gold, kind by kind."""

from __future__ import annotations

import math
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.materials import same_material
from pipeline.reconcile.gold import GoldTuple

Row = dict[str, Any]
TREATMENT_ONLY = "sample treatment only"
"""What a note of gold may tell: the tuple says how a finished sample was treated, not how it was made."""
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


@dataclass(slots=True)
class Count:
    """Agreements, records that count, gold that counts."""

    matched: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.matched + other.matched, self.predicted + other.predicted, self.gold + other.gold)

    @property
    def precision(self) -> float | None:
        """Share of records that agree; None when there are none."""
        return self.matched / self.predicted if self.predicted else None

    @property
    def recall(self) -> float | None:
        """Share of gold that is found; None when there is none."""
        return self.matched / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean: agreements over the mean of records and gold."""
        return 2 * self.matched / (self.predicted + self.gold) if self.predicted + self.gold else None


@dataclass(slots=True)
class Comparison:
    """One kind of one document: counts by level, and the cases behind them."""

    levels: dict[str, Count] = field(default_factory=dict)
    right: list[tuple[Row, GoldTuple]] = field(default_factory=list)  # agree at level pair
    missed: list[GoldTuple] = field(default_factory=list)
    spurious: list[Row] = field(default_factory=list)
    wrong_material: list[tuple[Row, GoldTuple]] = field(default_factory=list)
    judged: list[tuple[Row, bool]] = field(default_factory=list)  # records that count, and whether they are right


def pair_up(rows: Sequence[Row], golds: Sequence[GoldTuple], score: Callable[[Row, GoldTuple], int]) -> dict[int, int]:
    """One-to-one pairs (row index to gold index), best scores first; 0 is no pair."""
    scored = [(-score(row, gold), i, j) for i, row in enumerate(rows) for j, gold in enumerate(golds)]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for negative, i, j in sorted(scored):
        if negative < 0 and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def compare_values(rows: Sequence[Row], golds: Sequence[GoldTuple], anchor: str) -> Comparison:
    """Conductivities or activation energies.

    Statements on classes of materials neither count nor cost, but a definite material given a class's value is wrong.
    """

    def score(row: Row, gold: GoldTuple) -> int:
        if not agree_value(row, gold, anchor):
            return 0
        material = agree_material(row, gold)
        if anchor != "offsets" and not material:
            return 0  # without a place, a number alone proves nothing
        return 1 + 4 * material + 2 * (material and agree_temperature(row, gold)) + agree_property(row, gold)

    def same_statement(row: Row, gold: GoldTuple) -> int:
        definite = row["subject_kind"] != "class" and row.get("material")
        return int(agree_value(row, gold, anchor) and (not definite or agree_material(row, gold)))

    specific = [gold for gold in golds if gold["subject_kind"] == "specific"]
    general = [gold for gold in golds if gold["subject_kind"] != "specific"]
    pairs = pair_up(rows, specific, score)
    spurious = _spurious(rows, pairs, general, same_statement)
    found = [(rows[i], specific[j]) for i, j in sorted(pairs.items())]
    right = [pair for pair in found if agree_material(*pair)]
    full = sum(agree_full(row, gold) for row, gold in right)
    cited = sum(agree_references(row, gold) for row, gold in right)
    predicted, wanted = len(pairs) + len(spurious), len(specific)
    return Comparison(
        levels={
            "value": Count(len(found), predicted, wanted),
            "pair": Count(len(right), predicted, wanted),
            "full": Count(full, predicted, wanted),
            "refs": Count(cited, len(right), len(right)),
        },
        right=right,
        missed=_missed(specific, pairs),
        spurious=spurious,
        wrong_material=[pair for pair in found if not agree_material(*pair)],
        judged=[(pair[0], agree_material(*pair)) for pair in found] + [(row, False) for row in spurious],
    )


def _spurious(
    rows: Sequence[Row], pairs: Container[int], neutral: Sequence[GoldTuple], score: Callable[[Row, GoldTuple], int]
) -> list[Row]:
    """Records of definite materials that are paired neither with gold that counts nor with gold that does not."""
    rest = [row for i, row in enumerate(rows) if i not in pairs]
    paired = pair_up(rest, neutral, score)
    return [row for k, row in enumerate(rest) if k not in paired and row["subject_kind"] != "class"]


def _missed(golds: Sequence[GoldTuple], pairs: Mapping[int, int]) -> list[GoldTuple]:
    found = set(pairs.values())
    return [gold for j, gold in enumerate(golds) if j not in found]


def counts_for_routes(gold: GoldTuple) -> bool:
    """Whether a synthesis tuple counts: the making of a definite electrolyte, seen by both annotators."""
    definite = gold["subject_kind"] == "specific" and gold.get("role", "electrolyte") == "electrolyte"
    return definite and int(gold.get("annotators", 2)) == 2 and TREATMENT_ONLY not in (gold.get("note") or "")


def compare_routes(rows: Sequence[Row], golds: Sequence[GoldTuple], anchor: str) -> Comparison:
    """Syntheses. Coatings, electrodes, interlayers, classes and doubtful gold neither count nor cost."""

    def score(row: Row, gold: GoldTuple) -> int:
        return int(near_route(row, gold, anchor) and agree_method(row, gold) and agree_material(row, gold))

    def beside(row: Row, gold: GoldTuple) -> int:
        return int(near_route(row, gold, anchor) and (row["subject_kind"] == "class" or agree_material(row, gold)))

    wanted = [gold for gold in golds if counts_for_routes(gold)]
    others = [gold for gold in golds if not counts_for_routes(gold)]
    pairs = pair_up(rows, wanted, score)
    strange = _spurious(rows, pairs, others, beside)
    spurious = [row for row in strange if row.get("role", "electrolyte") == "electrolyte"]
    steps = Count()
    for i, j in pairs.items():
        mine, theirs = condition_values(rows[i].get("steps")), condition_values(wanted[j].get("steps"))
        steps += Count(len(mine & theirs), len(mine), len(theirs))
    right = [(rows[i], wanted[j]) for i, j in sorted(pairs.items())]
    return Comparison(
        levels={"pair": Count(len(pairs), len(pairs) + len(spurious), len(wanted)), "steps": steps},
        right=right,
        missed=_missed(wanted, pairs),
        spurious=spurious,
        judged=[(row, True) for row, _ in right] + [(row, False) for row in spurious],
    )


def compare(kind: str, rows: Sequence[Row], golds: Sequence[GoldTuple], anchor: str) -> Comparison:
    """Records and gold of one kind in one document."""
    return (compare_routes if kind == "synthesis" else compare_values)(rows, golds, anchor)
