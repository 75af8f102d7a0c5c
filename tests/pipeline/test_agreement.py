"""What is compared over documents, what is not, and why values differ."""

from __future__ import annotations

from statistics import median
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.records import PropertyRecord
from pipeline.consolidate import conflicts
from pipeline.quality import least_quality, reading_quality
from tests.pipeline.conftest import Builder
from tests.pipeline.hand_made import part, route, value

ROOM: dict[str, Any] = {"temperature_k": 298.15}
LIMIT = least_quality()


def told(number: float, **fields: Any) -> PropertyRecord:
    return value("Li3HoBr6", number, **{**ROOM, **fields})


@pytest.mark.parametrize(
    "other",
    [
        told(8e-4, temperature_k=None),
        told(8e-4, temperature_k=304.0),
        told(8e-4, phase="trigonal"),
        told(8e-4, form="glass"),
        told(8e-4, property="bulk"),
        told(8e-4, origin="computed"),
        value("Li3HoBr5.5Cl0.5", 8e-4, **ROOM),
    ],
)
def test_only_what_belongs_together_is_in_one_row(build: Builder, other: PropertyRecord) -> None:
    base = build(part("a", [told(5e-4)]), part("b", [other]))
    assert [row["measurements"] for row in base.table("consensus")] == [1, 1]


@pytest.mark.parametrize(
    "left_out",
    [
        told(8e-4, confidence=0.6),
        told(8e-4, flags=["exponent_suspected"]),
        told(8e-4, comparator=">"),
        value("LHB", 8e-4, formula=None, **ROOM),
    ],
)
def test_what_is_not_sure_is_in_no_row(build: Builder, left_out: PropertyRecord) -> None:
    (row,) = build(part("a", [told(5e-4)]), part("b", [left_out])).table("consensus")
    assert (row["value_median"], row["measurements"]) == (5e-4, 1)


def test_ranges_stay_ranges(build: Builder) -> None:
    base = build(part("a", [told(5e-4), told(1e-4, value_high=9e-4, comparator="range", start=9)]))
    (row,) = base.table("consensus")
    assert (row["measurements"], row["ranges"], row["value_median"], row["spread"]) == (2, 1, 5e-4, 0.0)
    assert (row["value_minimum"], row["value_maximum"]) == (1e-4, 9e-4)


def test_two_values_of_one_sentence_are_no_two_measurements_of_the_same(build: Builder) -> None:
    both = {"sentence": "It conducts at 0.5 mS/cm below and at 0.8 mS/cm above the transition."}
    base = build(part("a", [told(5e-4, **both), told(8e-4, start=9, **both)]), part("b", [told(6e-4)]))
    (row,) = base.table("consensus")
    assert (row["measurements"], row["value_median"]) == (1, 6e-4)


def test_what_is_read_badly_is_left_out(build: Builder) -> None:
    bad = part("bad", [told(8e-4), *(value(None, 1e-3, start=n) for n in range(9, 40))])
    assert reading_quality(bad).score < LIMIT < reading_quality(part("good", [told(5e-4)])).score
    base = build(part("good", [told(5e-4)]), bad)
    assert [row["measurements"] for row in base.table("consensus")] == [1]
    worst = next(row for row in base.table("documents") if row["document_id"] == "bad")
    assert "without a material" in worst["reading_faults"][0] and worst["remedy"]


def test_lost_signs_and_unread_tables_tell_of_a_bad_reading() -> None:
    sound = part("a", [told(5e-4, start=n) for n in range(20)], tables=4)
    damaged = {**sound, "problems": [{"code": "signs_lost", "message": "a sign is lost at 9 places; none read there"}]}
    unread = {**sound, "problems": [{"code": "unreadable_table", "message": "Table 1"}]}
    scores = [reading_quality(each).score for each in (sound, unread, damaged)]
    assert scores[0] == 1.0 > scores[1] > scores[2] > 0


CAUSES = [
    ({"property": "bulk"}, {"property": "total"}, "grain boundaries"),
    ({"property": "total"}, {"property": "bulk"}, "nothing told sets the samples apart"),  # the bulk is never worse
    ({"sentence": "The hot-pressed pellet"}, {}, "under pressure and heat"),
    ({"sentence": "After exposure to air it had"}, {}, "exposed to air"),
    ({"sentence": "The as-milled powder"}, {}, "before its heat treatment"),
    ({"sentence": "AIMD gives"}, {}, "calculated"),
    ({"sentence": "NMR relaxation rates in this region give"}, {}, "one regime or of a local motion"),
    ({"sentence": "Upon substitution of Sc for Ho"}, {}, "with a substitution"),
    ({"sentence": "The sample prepared from ethanol"}, {}, "from a solution"),
    ({"sentence": "It crystallised in a cubic structure"}, {"sentence": "Li3HoBr6 (84 %, tetragonal phase)"},
     "one is told beside cubic, the other beside tetragonal"),
    ({"sentence": "It is cubic above, tetragonal below"}, {"sentence": "a tetragonal phase"}, "nothing told sets"),
    ({}, {}, "nothing told sets the samples apart"),
    ({"block": "table", "sentence": "Li3HoBr6 | sol-gel | 1"}, {"block": "table", "sentence": "Li3HoBr6 | milled | 2"},
     "differ in sol-gel against milled"),
]  # fmt: skip


@pytest.mark.parametrize("one, other, words", CAUSES)
def test_a_conflict_tells_its_likely_cause(build: Builder, one: Any, other: Any, words: str) -> None:
    (row,) = build(part("a", [told(7e-4, **one), told(1.3e-6, **{"start": 9, **other})])).table("conflicts")
    assert words in row["cause"]
    assert row["effect"] > 1


def test_two_routes_explain_two_values(build: Builder) -> None:
    def heated(celsius: float, **fields: Any) -> Any:
        return route("Li3HoBr6", steps=[{"op": "heat", "surface": "heated", "temperature_c": celsius}], **fields)

    records = [
        told(7e-4, sample_id="s", references=[1]), heated(300, sample_id="s", references=[1]),
        told(1.3e-6, sample_id="t", start=9, references=[2]), heated(550, sample_id="t", start=20, references=[2]),
    ]  # fmt: skip
    (row,) = build(part("a", records)).table("conflicts")
    assert row["cause"] == "other heat treatment: 300 against 550 °C"


@pytest.mark.parametrize(
    "other", [told(1.3e-6, temperature_k=None), told(1.3e-6, phase="cubic"), told(1.3e-6, confidence=0.5)]
)
def test_what_cannot_be_compared_is_no_conflict(build: Builder, other: PropertyRecord) -> None:
    assert build(part("a", [told(7e-4)]), part("b", [other])).table("conflicts") == []


def test_conflicts_that_move_the_consensus_most_come_first(build: Builder) -> None:
    crowd = [told(5e-4 + n * 1e-5, start=n, references=[n + 1]) for n in range(6)]
    base = build(
        part("a", [*crowd, told(1.1e-6, start=50, references=[9])]),
        part("b", [value("Li3TmI6", 7e-4, **ROOM), value("Li3TmI6", 1.3e-6, start=9, **ROOM)]),
    )
    effects = [row["effect"] for row in base.table("conflicts")]
    assert effects == sorted(effects, reverse=True) and effects[0] > 1 > effects[-1]


@given(st.lists(st.floats(-5, 5), min_size=2, max_size=9), st.data())
def test_the_median_without_a_value_is_that_of_the_others(numbers: list[float], data: st.DataObject) -> None:
    numbers.sort()
    gap = data.draw(st.integers(0, len(numbers) - 1))
    assert conflicts.middle(numbers) == median(numbers)
    assert conflicts.middle(numbers, gap) == median(numbers[:gap] + numbers[gap + 1 :])


def test_a_misprinted_formula_is_offered_with_the_right_one(build: Builder) -> None:
    flag = {"flags": ["composition_unbalanced"], "reasons": ["balanced neighbour: Li6PS5Br"]}
    base = build(part("a", [value("Li6P5SBr", 1e-3, **flag)]), part("b", [value("Li6PS5Br", 1.1e-3)]))
    (row,) = base.table("misreadings")
    assert (row["material"], row["other_material"], row["reason"]) == ("Li6P5SBr", "Li6PS5Br", "composition")


def test_one_paper_in_two_forms_is_one_document(build: Builder) -> None:
    records = [value("Li3HoBr6", number * 1e-4, start=number) for number in range(1, 9)]
    marked = part("page", [*records[:7], value("Li3HoBr6", 9e-4, start=70)], media_type="application/xml")
    base = build(part("text", records), marked, part("other", records[:2]))
    same = {row["document_id"]: row["same_as"] for row in base.table("documents")}
    assert same == {"text": "page", "page": None, "other": None}
    assert {row["document_id"] for row in base.table("conductivity")} == {"page", "other"}
    assert sum(row["evidence"] for row in base.table("measurements")) == 10
