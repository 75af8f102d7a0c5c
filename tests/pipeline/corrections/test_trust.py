"""Statistics, samples and what they tell: intervals, recalibration, rows of the tables."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.corrections.decision import Action, Decision, Drawn, Sample, new_id
from pipeline.corrections.log import History
from pipeline.corrections.recalibration import ENOUGH, fit, recalibrated
from pipeline.corrections.statistics import Stratum, bootstrap, stratified, wilson
from pipeline.corrections.trust import trust_rows
from tests.pipeline.corrections.decided import Fields, decide, fields_of, moment, undo
from tests.pipeline.hand_made import route, value

HIGH, LOW = "conductivity 0.9 to 1", "conductivity below 0.7"


@given(st.integers(0, 60), st.integers(0, 60))
def test_wilson_holds_the_share_and_narrows(right: int, wrong: int) -> None:
    share = wilson(right, right + wrong)
    if share is None:
        assert right + wrong == 0
        return
    assert 0 <= share.low <= share.value <= share.high <= 1
    more = wilson(4 * right, 4 * (right + wrong))
    assert more is not None and more.high - more.low < share.high - share.low


def test_a_stratified_share_counts_rows_not_looks() -> None:
    share = stratified([Stratum(900, 10, 10), Stratum(100, 10, 0), Stratum(50, 0, 0)])
    assert share is not None and share.value == pytest.approx(0.9)
    assert share.low < 0.9 < share.high


def test_the_interval_of_a_stratified_share_holds_the_truth_as_often_as_it_says() -> None:
    chance = random.Random(7)
    sizes, truth = (600, 200, 200), (0.97, 0.8, 0.45)
    whole = sum(size * share for size, share in zip(sizes, truth, strict=True)) / sum(sizes)
    held = 0
    for _ in range(400):
        seen = [sum(chance.random() < share for _ in range(15)) for share in truth]
        share = stratified([Stratum(size, 15, right) for size, right in zip(sizes, seen, strict=True)])
        assert share is not None
        held += share.low <= whole <= share.high
    assert held >= 0.92 * 400


def test_the_bootstrap_draws_documents_whole() -> None:
    def mean(values: Sequence[float]) -> float:
        return sum(values) / len(values)

    apart = bootstrap([0.0] * 10 + [1.0] * 10, mean)
    assert apart is not None and apart.value == 0.5 and 0.2 < apart.low < 0.4 < 0.6 < apart.high < 0.8
    alone = bootstrap([0.7], mean)
    assert alone is not None and (alone.low, alone.high) == (0.0, 1.0)


def rows(number: int, confidence: float) -> list[Fields]:
    first = round(1000 * confidence)
    places = range(first, first + 10 * number, 10)
    return fields_of(*(
        value("Li3YCl6", 1e-6 * place, start=place, end=place + 4, confidence=confidence) for place in places
    ))  # fmt: skip


def sample(**fields: object) -> Decision:
    known: dict[str, object] = {"seed": 1, "size": 10, "strata": {HIGH: 80, LOW: 20}, "documents": 4}
    drew = Sample(**{**known, **fields})  # type: ignore[arg-type]
    return Decision(id=new_id(), action=Action.SAMPLE, by="Ada", at=moment(), drew=drew)


def judged(drawn: Decision, stratum: str, records: list[Fields], *actions: Action) -> list[Decision]:
    said = Drawn(sample=drawn.id, stratum=stratum)
    right: dict[Action, Fields] = {Action.CHANGE: {"material": "Li3InCl6", "formula": "Li3InCl6"}}
    return [
        decide(action, records, index, drawn=said, right=right.get(action, {})) for index, action in enumerate(actions)
    ]


def test_precision_and_recall_of_a_corpus() -> None:
    drawn = sample(places={"a": 10, "b": 10})
    high = judged(drawn, HIGH, rows(4, 0.95), *[Action.ACCEPT] * 4)
    low = judged(drawn, LOW, rows(4, 0.3), Action.ACCEPT, Action.ACCEPT, Action.REJECT, Action.CHANGE)
    nothing = decide(Action.COMPLETE, rows(1, 0.5), drawn=Drawn(sample=drawn.id, stratum="place 0-9 a"))
    said = ("material", "property", "value_surface", "value_low", "value_high")
    right = {name: rows(1, 0.5)[0][name] for name in said}
    place = Drawn(sample=drawn.id, stratum="place 20-29 a")
    missed = decide(Action.ADD, rows(1, 0.5), read=None, drawn=place, right=right)
    whole, *bands = trust_rows(History((drawn, *high, *low, nothing, missed)))
    assert (whole["document_id"], whole["kind"], whole["anchor"]) == ("VERIFIED", "conductivity", "person")
    assert (whole["matched"], whole["predicted"], whole["gold"]) == (6, 8, 2)
    assert whole["precision"] == pytest.approx((80 * 1 + 20 * 0.5) / 100)
    # 90 right rows, 5 facts read wrongly, and half a fact in each of 40 places without rows.
    assert whole["recall"] == pytest.approx(90 / (90 + 5 + 20), abs=1e-3)
    assert [(row["block_group"], row["matched"], row["predicted"]) for row in bands] == [
        ("0.9 to 1", 4, 4), ("below 0.7", 2, 4),
    ]  # fmt: skip


def test_the_last_word_on_a_row_of_a_sample_counts() -> None:
    drawn, records = sample(), rows(1, 0.95)
    accepted = judged(drawn, HIGH, records, Action.ACCEPT)
    assert trust_rows(History((drawn, *accepted)))[0]["matched"] == 1
    rejected = decide(Action.REJECT, records)
    (whole, _) = trust_rows(History((drawn, *accepted, rejected)))
    assert (whole["matched"], whole["predicted"]) == (0, 1)
    assert trust_rows(History((drawn, *accepted, undo(accepted[0])))) == []
    assert trust_rows(History((decide(Action.ACCEPT, records),))) == [], "what was chosen by a person is no sample"


def test_a_change_beside_the_claim_leaves_the_row_right() -> None:
    drawn, records = sample(), rows(1, 0.95)
    said = Drawn(sample=drawn.id, stratum=HIGH)
    warmer = decide(Action.CHANGE, records, drawn=said, right={"temperature_k": 330.0})
    assert trust_rows(History((drawn, warmer)))[0]["matched"] == 1


def test_confidence_is_fitted_to_the_corpus_when_enough_was_judged() -> None:
    drawn, records = sample(), rows(ENOUGH, 0.95)
    half = [Action.ACCEPT if index % 2 else Action.REJECT for index in range(ENOUGH)]
    few = judged(drawn, HIGH, records, *half[:-1])
    assert recalibrated(History((drawn, *few))) is None
    confidence = recalibrated(History((drawn, *judged(drawn, HIGH, records, *half))))
    assert confidence is not None
    assert 0.4 < confidence(records[0]) < 0.75
    assert confidence({"kind": "synthesis", "confidence": 0.95}) == 0.95, "no route was judged"


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=40))
def test_any_judgements_can_be_fitted_and_keep_the_order(told: list[tuple[float, bool]]) -> None:
    _, stretch = fit(told)
    assert stretch > 0


def test_what_was_not_seen_in_a_few_looks_may_still_be_there() -> None:
    drawn = sample(strata={HIGH: 80}, documents=1, places={"b": 40})
    right = judged(drawn, HIGH, rows(6, 0.95), *[Action.ACCEPT] * 6)
    nothing = [
        decide(Action.COMPLETE, rows(1, 0.5), document="b", drawn=Drawn(sample=drawn.id, stratum=f"place {number} b"))
        for number in range(5)
    ]
    whole, _ = trust_rows(History((drawn, *right, *nothing)))
    assert whole["recall"] == whole["recall_high"] == 1
    # By Wilson up to 39 % of six rows are facts read wrongly, and up to 43 % of five places hold a fact.
    assert whole["recall_low"] == pytest.approx(80 / (80 + 0.390 * 80 + 0.434 * 40), abs=1e-3)


def test_no_recall_is_told_of_what_is_sought_nowhere() -> None:
    drawn = sample(strata={"synthesis 0.9 to 1": 9}, places={"a": 10})
    routes = fields_of(route("Li3YCl6", confidence=0.95))
    nothing = decide(Action.COMPLETE, routes, drawn=Drawn(sample=drawn.id, stratum="place 0-9 a"))
    accepted = judged(drawn, "synthesis 0.9 to 1", routes, Action.ACCEPT)
    whole, _ = trust_rows(History((drawn, nothing, *accepted)))
    assert (whole["precision"], whole["recall"], whole["gold"]) == (1.0, None, None)
