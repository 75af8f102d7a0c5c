"""Any sequence of decisions over records that later rules move, read otherwise, split or lose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.corrections.apply import REJECTED, Outcome, correct
from pipeline.corrections.decision import Action, Decision
from pipeline.corrections.log import History
from tests.pipeline.corrections.decided import Fields, decide, fields_of, undo
from tests.pipeline.hand_made import value

MATERIALS = ("Li3YCl6", "Li3InCl6", "Na3PS4", "electrolytes")  # the last is a word that no name keeps
TAG = "tag"
"""Which statement of the document a record is of; no rule reads it."""


@dataclass(frozen=True)
class Statement:
    """A value of the document: the sentence it stands in, and where in it."""

    sentence: int
    place: int
    surface: str
    material: str


class Fate:
    """What new rules make of a statement."""

    AS_IT_WAS, MOVED, READ_OTHERWISE, SPLIT, GONE = range(5)


def read(statement: Statement, shift: int = 0, material: str | None = None) -> list[Fields]:
    start = 100 * statement.sentence + 10 * statement.place + shift
    sentence = f"Sentence number {statement.sentence} tells values of compounds {statement.sentence * 7}."
    record = value(
        material or statement.material, float(statement.surface), start=start, end=start + len(statement.surface),
        value_surface=statement.surface, sentence=sentence,
    )  # fmt: skip
    return [{**each, TAG: statement} for each in fields_of(record)]


def split(statement: Statement) -> list[Fields]:
    """Two records, neither of which is what was read before."""
    (record,) = read(statement, material="Rb3PS4")
    half = record["start"] + 1
    return [record | {"end": half, "value_surface": "0"}, record | {"start": half, "value_surface": "5"}]


def later(statement: Statement, fate: int) -> list[Fields]:
    if fate == Fate.GONE:
        return []
    if fate == Fate.SPLIT:
        return split(statement)
    if fate == Fate.READ_OTHERWISE:
        return read(statement, material="Ag3PS4")
    return read(statement, shift=3 if fate == Fate.MOVED else 0)


statements = st.lists(
    st.builds(
        Statement, st.integers(0, 3), st.integers(0, 2), st.sampled_from(("0.01", "0.02")), st.sampled_from(MATERIALS)
    ),
    unique_by=lambda s: (s.sentence, s.place),
    min_size=1,
    max_size=6,
)  # fmt: skip
acts = st.lists(
    st.tuples(st.sampled_from([Action.ACCEPT, Action.REJECT, Action.CHANGE, Action.UNDO]), st.integers(0, 50)),
    max_size=8,
)


def plain(records: list[Fields]) -> list[Fields]:
    return [{name: told for name, told in record.items() if name != TAG} for record in records]


@settings(max_examples=150, deadline=None)
@given(statements, acts, st.lists(st.integers(0, 4), min_size=6, max_size=6))
def test_no_decision_is_lost_and_none_meets_another_record(
    told: list[Statement], steps: list[tuple[Action, int]], fates: list[int]
) -> None:
    before = [record for statement in told for record in read(statement)]
    log: list[Decision] = []
    of: dict[str, Statement] = {}
    for action, number in steps:
        if action is Action.UNDO:
            if log:
                log.append(undo(log[number % len(log)]))
            continue
        index = number % len(before)
        right: dict[str, Any] = {"temperature_k": 300.0 + len(log)} if action is Action.CHANGE else {}
        log.append(decide(action, plain(before), index, right=right))
        of[log[-1].id] = before[index][TAG]
    standing = History(tuple(log)).standing()
    now = [record for statement, fate in zip(told, fates, strict=False) for record in later(statement, fate)]
    corrected = correct(plain(now), standing)

    assert sorted(met.decision.id for met in corrected.met) == sorted(d.id for d in standing), "none is lost"
    for met in corrected.met:
        if met.index is not None and met.index < len(now):
            assert same_text(now[met.index][TAG], of[met.decision.id]), "none meets another record"
    last = {of[d.id]: d for d in standing}
    judged = [record for record in corrected.records if record.get("curated_at")]
    for decision in last.values():
        mine = [record for record in judged if record["curated_at"] == decision.at]
        if decision.action is Action.REJECT:
            assert all(REJECTED in record["flags"] for record in mine)
        else:
            (row,) = mine
            assert row["material"] == decision.record().material, "a person's word wins"
            assert row["temperature_k"] == decision.record().temperature_k
    untouched = [record for record in corrected.records[: len(now)] if not record.get("curated_at")]
    assert all(record in plain(now) for record in untouched)
    again = correct(plain(now), standing)
    assert again == corrected


def same_text(one: Statement, other: Statement) -> bool:
    """The same statement, or one that stands in the same words and says the same of the same material."""
    return one == other or (one.sentence, one.surface, one.material) == (other.sentence, other.surface, other.material)


def test_decisions_that_met_nothing_are_told() -> None:
    before = plain(read(Statement(0, 0, "0.01", "Li3YCl6")))
    (met,) = correct([], [decide(Action.REJECT, before)]).met
    assert met.outcome is Outcome.NO_PLACE
