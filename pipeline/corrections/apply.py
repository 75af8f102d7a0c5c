"""Puts the word of people into the records of one document, between extraction and consolidation."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from extractors.composition.families import family_of
from pipeline.corrections.anchoring import Records
from pipeline.corrections.decision import PAIRS, Action, Decision
from pipeline.corrections.fields import fields_of
from pipeline.corrections.verdicts import Verdict, verdicts

REJECTED = "rejected"
"""Flag of a record that leaves the tables and stays in problems."""

Fields = dict[str, Any]
Confidence = Callable[[Mapping[str, Any]], float]


class Outcome(StrEnum):
    """What came of a decision in a run."""

    APPLIED = "applied"
    SUPERSEDED = "superseded"  # a later decision on the row stands
    KEPT = "kept"  # the rules no longer read the row; it is kept as the person said it
    NO_PLACE = "no_place"  # nothing that it speaks of is read any more
    READ_OTHERWISE = "read_otherwise"  # what was rejected is read otherwise now


TOLD = {
    Outcome.KEPT: "the rules no longer read this row; it is kept as it was said to be",
    Outcome.NO_PLACE: "nothing is read any more where this was decided",
    Outcome.READ_OTHERWISE: "what was rejected is read otherwise now; look again",
}
"""What problems say of a decision that did not meet its record."""


@dataclass(frozen=True, slots=True)
class Met:
    """One decision and what came of it; ``index`` is the number of its record in the corrected document."""

    decision: Decision
    outcome: Outcome
    index: int | None = None
    extracted: Fields | None = None  # the record as the rules read it


@dataclass(slots=True)
class Corrected:
    """The records of a document with every person's word in them, and what came of each decision."""

    records: list[Fields]
    met: list[Met] = field(default_factory=list)


def correct(
    records: Sequence[Mapping[str, Any]],
    decisions: Sequence[Decision],
    entries: Mapping[int, str] | None = None,
    confidence: Confidence | None = None,
) -> Corrected:
    """The records with the decisions on them; nothing that is given is changed.

    The records keep their number: rejected ones stay with the flag ``rejected``, added ones follow behind. ``entries``
    are the texts of the document's bibliography, ``confidence`` the probability of a record that nobody judged.
    """
    index = Records(records)
    result = Corrected([_unjudged(record, confidence) for record in records])
    for verdict in verdicts(decisions, index):
        _settle(verdict, records, result, entries or {})
    for decision in decisions:
        if decision.action in PAIRS:
            result.met.append(_link(decision, index, result.records))
    return result


def _unjudged(record: Mapping[str, Any], confidence: Confidence | None) -> Fields:
    corrected = dict(record)
    if confidence is not None:
        corrected["confidence"] = confidence(record)
        if corrected["confidence"] != record["confidence"]:
            corrected["extracted_confidence"] = record["confidence"]
    return corrected


def _settle(
    verdict: Verdict, records: Sequence[Mapping[str, Any]], result: Corrected, entries: Mapping[int, str]
) -> None:
    """Put one verdict into the corrected records."""
    last, place = verdict.last, verdict.index
    extracted = dict(records[place]) if place is not None else None
    outcome = Outcome.APPLIED
    if last.action is Action.REJECT:
        if place is not None and verdict.says_the_same:
            result.records[place] = _rejected(extracted or {}, last)
        elif last.target is None:
            outcome = Outcome.NO_PLACE if place is None else Outcome.READ_OTHERWISE
    elif place is not None:
        read = {f"extracted_{name}": records[place].get(name) for name in fields_of(last.place.kind, "extracted")}
        if "extracted_steps" in read:  # the column holds JSON
            read["extracted_steps"] = json.dumps(read["extracted_steps"], ensure_ascii=False)
        result.records[place] = _said(dict(extracted or {}), last, entries) | read
    else:
        outcome = Outcome.APPLIED if verdict.decisions[0].action is Action.ADD else Outcome.KEPT
        place = len(result.records)
        result.records.append(_said(last.record().model_dump(mode="json"), last, entries))
    result.met += [Met(decision, Outcome.SUPERSEDED, place) for decision in verdict.decisions[:-1]]
    result.met.append(Met(last, outcome, place, extracted))


def _rejected(record: Fields, decision: Decision) -> Fields:
    return record | {
        "flags": [*record["flags"], REJECTED],
        "reasons": [*record["reasons"], f"{REJECTED}: by {decision.by}, {decision.at[:10]} {decision.note}".rstrip()],
        "curated_by": decision.by,
        "curated_at": decision.at,
    }


def _said(record: Fields, decision: Decision, entries: Mapping[int, str]) -> Fields:
    """The record with what the person said of it."""
    said = decision.record().model_dump(mode="json")
    before = record["formula"] or record["material"]
    record |= {name: said[name] for name in fields_of(record["kind"], "said")}
    record |= {"confidence": 1.0, "curated_by": decision.by, "curated_at": decision.at}
    if (record["formula"] or record["material"]) != before:
        record["family"] = family_of(record["formula"] or record["material"] or "")
    record["sources"] = [entries[number] for number in record["references"] if number in entries]
    return record


def _link(decision: Decision, index: Records, records: list[Fields]) -> Met:
    """Let two rows be of one sample, or of two."""
    assert decision.other is not None
    one = index.find(decision.place, decision.read or {})
    other = index.find(decision.other, decision.other_read or {})
    if one is None or other is None or one.index == other.index:
        return Met(decision, Outcome.NO_PLACE, one.index if one else None)
    first, second = records[one.index], records[other.index]
    if decision.action is Action.SAME_SAMPLE:
        second["sample_id"] = first["sample_id"] = first["sample_id"] or second["sample_id"] or f"s{decision.id[:12]}"
    elif first["sample_id"] == second["sample_id"]:
        second["sample_id"] = f"s{decision.id[:12]}"
    return Met(decision, Outcome.APPLIED, one.index)


def told_of(met: Sequence[Met]) -> Iterator[tuple[Met, str]]:
    """The decisions that did not meet their record, each with a line on it."""
    for each in met:
        if each.outcome in TOLD:
            what = f"{each.decision.action} by {each.decision.by}, {each.decision.at[:10]}"
            yield each, f"{what}, of {each.decision.place.surface}: {TOLD[each.outcome]}"
