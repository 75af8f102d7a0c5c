"""What the decisions on one document come to: for each row the word that stands, and the record it is of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pipeline.corrections.anchoring import Found, Records
from pipeline.corrections.decision import JUDGEMENTS, Action, Decision


@dataclass(slots=True)
class Verdict:
    """The decisions on one row in order, the last of which stands, and the record's number; None when it has none."""

    index: int | None
    decisions: list[Decision] = field(default_factory=list)
    says_the_same: bool = True  # the record, as what was read when the last decision was taken

    @property
    def last(self) -> Decision:
        """The decision that stands."""
        return self.decisions[-1]


def verdicts(decisions: Iterable[Decision], records: Records) -> list[Verdict]:
    """The verdict on every row of one document that was judged; each decision is in exactly one of them.

    ``decisions`` are those that stand, in order.
    """
    judgements = [decision for decision in decisions if decision.action in JUDGEMENTS]
    found = _without_strangers({d.id: _find(d, records) for d in judgements}, judgements)
    by_record: dict[int, Verdict] = {}
    by_decision: dict[str, Verdict] = {}
    by_place: dict[str, Verdict] = {}
    result: list[Verdict] = []
    for decision in judgements:
        hit = found[decision.id]
        verdict = by_decision.get(decision.target or "")
        if verdict is None:
            verdict = by_record.get(hit.index) if hit is not None else by_place.get(_place(decision))
        if verdict is None:
            verdict = Verdict(hit.index if hit is not None else None)
            result.append(verdict)
        if verdict.index is None and hit is not None and hit.index not in by_record:
            verdict.index = hit.index
        if verdict.index is not None:
            by_record.setdefault(verdict.index, verdict)
        else:
            by_place.setdefault(_place(decision), verdict)
        verdict.decisions.append(decision)
        verdict.says_the_same = hit is None or hit.says_the_same
        by_decision[decision.id] = verdict
    return result


def _find(decision: Decision, records: Records) -> Found | None:
    if decision.action is Action.ADD or decision.read is None:
        return records.find(decision.place, decision.record().model_dump(mode="json"))
    return records.find(decision.place, decision.read)


def _without_strangers(found: dict[str, Found | None], decisions: Sequence[Decision]) -> dict[str, Found | None]:
    """Decisions on two records of one reading cannot both be of one record now: it is the one that says the same."""
    sure: dict[int, set[str]] = defaultdict(set)
    for decision in decisions:
        hit = found[decision.id]
        if hit is not None and hit.says_the_same:
            sure[hit.index].add(decision.rules)
    return {
        d.id: None if (hit := found[d.id]) is not None and not hit.says_the_same and d.rules in sure[hit.index] else hit
        for d in decisions
    }


def _place(decision: Decision) -> str:
    """The same for decisions on the same row of the same reading."""
    read = decision.read or decision.record().model_dump(mode="json")
    told = [decision.place.model_dump_json(), *(str(read.get(name)) for name in ("material", "value_low", "method"))]
    return "\0".join(told)
