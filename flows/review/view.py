"""What the page is told: rows, passages and counts as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from extractors.properties import specifications
from extractors.quantities.finder import find_quantities
from flows.commands.record_table import value_text
from flows.review.markup_signs import plain
from flows.review.texts import Texts
from pipeline.corrections.desk import Desk, Item, blank_record
from pipeline.corrections.fields import FieldsError, changes, choices, fields_of, remark, tell
from pipeline.corrections.passages import anchor_at
from pipeline.corrections.sampling import Place

KINDS = (*specifications(), "synthesis")
NEAR = 400  # raw characters within which an added row is given the name of another row's material
Data = dict[str, Any]


def brief(item: Item) -> Data:
    """A row of the queue."""
    return {
        "key": item.key, "document": item.document_id, "kind": item.row["kind"], "state": item.state,
        "material": item.row["material"] or "no material", "value": value_text(item.row),
        "confidence": (item.read or item.row)["confidence"], "conflict": item.conflict, "flags": item.row["flags"],
    }  # fmt: skip


def brief_place(place: Place, judged: bool) -> Data:
    """A place without rows in the queue."""
    return {
        "key": place.key, "document": place.document_id, "kind": "place", "state": "accepted" if judged else "open",
        "material": "nothing was read here", "value": place.sentence.text[:60], "confidence": None, "conflict": False,
        "flags": [],
    }  # fmt: skip


def whole(item: Item, texts: Texts) -> Data:
    """Everything on a row: its fields as typed, what the rules read, its passage, its last decision."""
    row, last = item.row, item.decision
    place = item.document_id, row["start"], row["end"], (row["material_start"], row["material_end"])
    told: Data = brief(item) | {
        "typed": form(row), "read": tell(item.read) if item.read is not None else None, "sentence": row["sentence"],
        "section": row["section"], "page": row["page"], "reasons": row["reasons"], "start": row["start"],
        "end": row["end"], "influence": item.influence,
        "passage": texts.passage(*place),
        "picture": row["page"] is not None and texts.is_pdf(item.document_id), "bbox": row["bbox"],
        "decision": None if last is None else {"id": last.id, "by": last.by, "at": last.at, "note": last.note},
    }  # fmt: skip
    return told


def whole_place(place: Place, judged: bool, texts: Texts) -> Data:
    """Everything on a place without rows."""
    start, end = place.sentence.start, place.sentence.end
    return brief_place(place, judged) | {
        "typed": [], "read": None, "sentence": place.sentence.text, "section": place.sentence.section,
        "page": place.sentence.page, "reasons": [], "start": start, "end": end, "influence": 0.0, "picture": False,
        "bbox": None, "decision": None, "passage": texts.passage(place.document_id, start, end),
    }  # fmt: skip


def form(record: Mapping[str, Any]) -> list[Data]:
    """The typed fields of a record in order, with what may be chosen."""
    told = tell(record)
    kind = record["kind"]
    return [
        {"name": n, "text": told[n], "choices": choices(kind, n), "long": n == "steps"}
        for n in fields_of(kind, "typed")
    ]


def checked(record: Mapping[str, Any], typed: Mapping[str, str]) -> Data:
    """What is wrong with typed fields, and what a chemist may want to know of them."""
    faults: dict[str, str] = {}
    right: Data = {}
    try:
        right = changes(record, typed)
    except FieldsError as error:
        faults = error.faults
    remarks = {name: told for name, text in typed.items() if name not in faults and (told := remark(name, text))}
    return {"faults": faults, "remarks": remarks, "changed": bool(right)}


def suggestion(desk: Desk, texts: Texts, name: str, start: int, end: int, kind: str = "") -> Data:
    """A form for a row that was not read, filled with what the marked words and the row beside them tell.

    Raises ValueError for a place outside the text.
    """
    document = texts.document(name)
    place = anchor_at(document, kind, start, end)
    surface = plain(place.surface) if texts.is_markup(name) else place.surface
    kind, typed = _value_in(" ".join(surface.split()), kind)
    near = [item for item in desk.of_document(name) if item.row["material"] and abs(item.row["start"] - start) < NEAR]
    if near:
        beside = min(near, key=lambda item: abs(item.row["start"] - start)).row
        typed |= {"material": beside["material"], "formula": beside["formula"] or ""}
    fields = form(blank_record(kind, place.surface))
    for field in fields:
        blank = "" if field["name"] == "value" else field["text"]
        chosen = typed.get(field["name"], blank)
        field["text"] = chosen if not field["choices"] or chosen in field["choices"] else field["text"]
    return {"kind": kind, "kinds": KINDS, "typed": fields, "surface": surface, "sentence": place.words}


def _value_in(text: str, kind: str) -> tuple[str, dict[str, str]]:
    """The kind, unless it is known, and the fields that the first value of a property in marked words tells."""
    for quantity in find_quantities(text):
        fitting = [spec for spec in specifications().values() if spec.quantity is quantity.kind]
        if fitting:
            ends = dict.fromkeys(f"{end:.6g}" for end in (quantity.low, quantity.high))
            typed = {"value": "–".join(ends), "unit": fitting[0].unit, "comparator": quantity.comparator}
            return kind if kind in KINDS else fitting[0].kind, typed
    return kind if kind in KINDS else KINDS[0], {}
