"""Matches the records of one document with its gold, kind by kind."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.reconcile.agreement import (
    Row,
    agree_full,
    agree_material,
    agree_method,
    agree_property,
    agree_references,
    agree_temperature,
    agree_value,
    condition_values,
    near_route,
)
from pipeline.reconcile.gold import GoldTuple

TREATMENT_ONLY = "sample treatment only"
"""What a note of gold may tell: the tuple says how a finished sample was treated, not how it was made."""


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
