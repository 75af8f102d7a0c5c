from __future__ import annotations

from typing import Any

from pipeline.corrections.apply import REJECTED, Outcome, correct
from pipeline.corrections.decision import Action
from tests.pipeline.corrections.decided import Fields, decide, fields_of
from tests.pipeline.hand_made import route, value

SENTENCE = "Pellets of Li3YCl6 conduct 0.5 mS/cm at 25 °C."


def one(**fields: Any) -> list[Fields]:
    known: dict[str, Any] = {"start": 30, "end": 39, "value_surface": "0.5 mS/cm", "sentence": SENTENCE}
    return fields_of(value(fields.pop("material", "Li3YCl6"), fields.pop("number", 5e-4), **{**known, **fields}))


def test_an_accepted_row_is_sure_and_says_who_looked_at_it() -> None:
    before = one(confidence=0.4)
    decision = decide(Action.ACCEPT, before)
    (row,) = correct(before, [decision]).records
    assert (row["confidence"], row["extracted_confidence"]) == (1.0, 0.4)
    assert (row["curated_by"], row["curated_at"], row["extracted_material"]) == ("Ada", decision.at, "Li3YCl6")
    assert "curated_by" not in before[0], "what was read stays as it was read"


def test_a_changed_row_shows_the_persons_word_and_what_was_read() -> None:
    before = one()
    right = {"material": "Li6PS5Cl", "formula": "Li6PS5Cl", "value_low": 5e-3, "value_high": 5e-3, "references": [7]}
    corrected = correct(before, [decide(Action.CHANGE, before, right=right)], {7: "A paper"})
    (row,) = corrected.records
    assert (row["material"], row["extracted_material"], row["family"]) == ("Li6PS5Cl", "Li3YCl6", "argyrodite")
    assert (row["value_low"], row["extracted_value_low"]) == (5e-3, 5e-4)
    assert (row["sources"], row["extracted_references"]) == (["A paper"], [])
    assert corrected.met[0].extracted == before[0]


def test_the_last_word_on_a_row_stands() -> None:
    before = one()
    words = [decide(Action.REJECT, before), decide(Action.CHANGE, before, right={"temperature_k": 298.15})]
    corrected = correct(before, words)
    assert [met.outcome for met in corrected.met] == [Outcome.SUPERSEDED, Outcome.APPLIED]
    assert corrected.records[0]["temperature_k"] == 298.15
    assert REJECTED in correct(before, [*words, decide(Action.REJECT, before)]).records[0]["flags"]


def test_a_row_that_moved_is_found_by_its_words() -> None:
    before, now = one(), [*one(start=90, end=99), *one(start=5, end=14, sentence="Another 0.5 mS/cm is here.")]
    rows = correct(now, [decide(Action.ACCEPT, before)]).records
    assert [row.get("curated_by") for row in rows] == ["Ada", None]


def test_a_row_that_is_read_otherwise_keeps_the_persons_word() -> None:
    before, now = one(), one(material="YCl3", number=5e-1)
    (row,) = correct(now, [decide(Action.ACCEPT, before)]).records
    assert (row["material"], row["value_low"], row["extracted_material"]) == ("Li3YCl6", 5e-4, "YCl3")


def test_what_was_rejected_and_is_read_otherwise_now_is_looked_at_again() -> None:
    before, now = one(material="YCl3"), one()
    corrected = correct(now, [decide(Action.REJECT, before)])
    assert corrected.met[0].outcome is Outcome.READ_OTHERWISE
    assert not corrected.records[0]["flags"]


def test_a_row_that_was_split_is_not_guessed_at() -> None:
    before = one(value_surface="0.5-0.7 mS/cm", end=43)
    now = [*one(start=30, end=33, number=7e-4), *one(start=34, end=43, number=7.5e-4)]
    corrected = correct(now, [decide(Action.REJECT, before)])
    assert corrected.met[0].outcome is Outcome.NO_PLACE
    assert not any(row["flags"] for row in corrected.records)


def test_a_confirmed_row_that_the_rules_lose_is_kept() -> None:
    before = one()
    corrected = correct([], [decide(Action.CHANGE, before, right={"comparator": "~"})])
    (row,) = corrected.records
    assert (corrected.met[0].outcome, row["comparator"], row["start"]) == (Outcome.KEPT, "~", 30)
    assert (row["confidence"], row["sentence"]) == (1.0, SENTENCE)


def test_an_added_row_stands_beside_what_is_read_until_the_rules_read_it_too() -> None:
    missed = one()
    added = decide(Action.ADD, missed, read=None, right=_told(missed[0]))
    other = one(material="Li3InCl6", number=1e-3, start=60, end=69)
    assert [row["material"] for row in correct(other, [added]).records] == ["Li3InCl6", "Li3YCl6"]
    (row,) = correct(missed, [added]).records
    assert (row["curated_by"], row["extracted_value_low"]) == ("Ada", 5e-4)


def test_an_added_row_can_be_changed_and_rejected_through_the_decision_that_added_it() -> None:
    missed = one()
    added = decide(Action.ADD, missed, read=None, right=_told(missed[0]))
    told = _told(missed[0]) | {"material": "Li3YBr6", "formula": "Li3YBr6"}
    changed = decide(Action.CHANGE, missed, read=None, right=told, target=added.id)
    assert [row["material"] for row in correct([], [added, changed]).records] == ["Li3YBr6"]
    gone = decide(Action.REJECT, missed, read=None, right=told, target=added.id)
    assert correct([], [added, changed, gone]).records == []


def _told(record: Fields) -> Fields:
    said = ("material", "formula", "property", "value_surface", "value_low", "value_high", "unit", "comparator")
    return {name: record[name] for name in said}


def test_two_materials_with_one_value_are_two_rows() -> None:
    before = [*one(), *one(material="Li3InCl6")]
    decision = decide(Action.REJECT, before, 1)
    assert [REJECTED in row["flags"] for row in correct(before, [decision]).records] == [False, True]
    left = correct(before[:1], [decision])
    assert (left.met[0].outcome, left.records[0]["flags"]) == (Outcome.NO_PLACE, [])


def test_a_route_keeps_its_steps_as_they_were_read() -> None:
    before = fields_of(route("Li6PS5Cl", steps=[{"op": "mill", "surface": "milled", "duration_h": 10}]))
    right = {"steps": [{"op": "mill", "surface": "milled", "duration_h": 20}]}
    (row,) = correct(before, [decide(Action.CHANGE, before, right=right)]).records
    assert row["steps"][0]["duration_h"] == 20
    assert '"duration_h": 10' in row["extracted_steps"]
    bare = fields_of(route("Li6PS5Cl"))
    (row,) = correct(bare, [decide(Action.ACCEPT, bare)]).records
    assert row["extracted_steps"] == "[]", "as a column holds it, also where no step was read"


def test_rows_are_joined_to_samples_and_parted_from_them() -> None:
    rows = [*one(sample_id="s1"), *fields_of(route("Li3YCl6", start=80, end=90, sample_id="s1"))]
    pair: dict[str, Any] = {"other": decide(Action.ACCEPT, rows, 1).anchor, "other_read": rows[1]}
    parted = decide(Action.OTHER_SAMPLE, rows, **pair)
    first, second = correct(rows, [parted]).records
    assert first["sample_id"] == "s1" != second["sample_id"]
    joined = decide(Action.SAME_SAMPLE, rows, **pair)
    first, second = correct(rows, [parted, joined]).records
    assert first["sample_id"] == second["sample_id"]


def test_confidence_of_a_corpus_leaves_the_rules_own_beside_it() -> None:
    before = [*one(confidence=0.9), *one(start=60, end=69, confidence=0.9, material="Li3InCl6")]
    rows = correct(before, [decide(Action.ACCEPT, before)], confidence=lambda record: 0.7).records
    assert [(row["confidence"], row["extracted_confidence"]) for row in rows] == [(1.0, 0.9), (0.7, 0.9)]
