"""Gold from decisions: what people looked at, in the project's gold format, with how much of each text it covers."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from pipeline.corrections.decision import Action
from pipeline.corrections.desk import Desk, Item, State
from pipeline.reconcile.gold import ANNOTATED, RANGES, GoldTuple
from pipeline.store import write_atomically

LOOKED_AT = frozenset({State.ACCEPTED, State.CHANGED, State.ADDED})
STEP_NAMES = {"temperature_c": "temperature_C", "pressure_mpa": "pressure_MPa"}
"""Names of a step's conditions that gold writes otherwise."""

Span = tuple[int, int]


def gold_tuple(item: Item, number: int) -> GoldTuple:
    """A row that a person looked at as a tuple of gold (see ``corpus/gold/README.md``)."""
    row = item.row
    place = [row["start"], row["end"]]
    told: GoldTuple = {"id": f"{item.document_id}-{number:03}", "kind": row["kind"], "context": row["block"]}
    told |= {name: row[name] for name in ("material", "material_surface", "subject_kind", "form")}
    told["material_full"] = row["formula"] or row["material"]
    if row["page"] is not None:
        told["page"] = row["page"]
    if row["material_start"] is not None and item.state is State.ACCEPTED:
        told["material_span"] = [row["material_start"], row["material_end"]]
    told["refs"] = row["references"]
    if row["kind"] == "synthesis":
        steps = [{STEP_NAMES.get(name, name): value for name, value in step.items()} for step in row["steps"]]
        told |= {"method_span": place, "methods_all": row["methods"] or [row["method"]], "steps": steps}
        return told | {name: row[name] for name in ("role", "method", "method_surface", "precursors")}
    low, high = row["value_low"], row["value_high"]
    value = low if low == high else [low, high]
    told |= {"value_span": place, "value": value, "value_std": value, "temperature_K": row["temperature_k"]}
    return told | {
        name: row[name] for name in ("value_surface", "unit", "comparator", "property", "origin", "temperature_surface")
    }


def export(desk: Desk, folder: Path) -> dict[str, int]:
    """Write ``DOCUMENT.gold.jsonl`` for every document somebody looked at, and ``ranges.json``; tuples by document.

    The ranges are the passages that somebody said are complete, and the characters of values of which every row was
    judged: only there a record that gold does not know counts as wrong. Raises OSError.
    """
    complete = _complete(desk)
    written: dict[str, int] = {}
    ranges: dict[str, list[Span]] = {}
    for document in desk.documents():
        name = document["document_id"]
        items = desk.of_document(name)
        covered = _united([*complete.get(document["sha256"], ()), *_judged(items)])
        if not covered:
            continue
        looked_at = [item for item in items if item.state in LOOKED_AT
                     and any(start <= item.row["start"] < end for start, end in covered)]  # fmt: skip
        tuples = [gold_tuple(item, number) for number, item in enumerate(looked_at, start=1)]
        lines = [json.dumps(told, ensure_ascii=False) + "\n" for told in tuples]
        write_atomically(folder / f"{name}.gold.jsonl", "".join(lines).encode())
        ranges[name], written[name] = covered, len(tuples)
    write_atomically(folder / RANGES, json.dumps({ANNOTATED: ranges}, indent=1).encode() + b"\n")
    return written


def _complete(desk: Desk) -> Mapping[str, Sequence[Span]]:
    """The passages that were said to be complete, by the document's sha256."""
    found: dict[str, list[Span]] = defaultdict(list)
    for decision in desk.history.standing():
        if decision.action is Action.COMPLETE and decision.document is not None:
            found[decision.document.sha256].append((decision.place.start, decision.place.end))
    return found


def _judged(items: Iterable[Item]) -> list[Span]:
    """Places at which every row was judged."""
    by_place: dict[Span, list[Item]] = defaultdict(list)
    for item in items:
        by_place[item.row["start"], max(item.row["end"], item.row["start"] + 1)].append(item)
    return [place for place, here in by_place.items() if all(item.state is not State.OPEN for item in here)]


def _united(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that touch as one."""
    united: list[Span] = []
    for start, end in sorted(spans):
        if united and start <= united[-1][1]:
            united[-1] = united[-1][0], max(end, united[-1][1])
        else:
            united.append((start, end))
    return united
