"""The queue as a sheet: written as CSV, edited in a spreadsheet, read back whole or not at all."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from pydantic import ValidationError

from extractors.properties import specifications
from pipeline.corrections.decision import Action, Decision
from pipeline.corrections.desk import Desk, Item, NoSuchRowError, State
from pipeline.corrections.fields import FieldsError, fields_of, tell
from pipeline.corrections.passages import LONGEST_SURFACE, ChangedFileError, Sentence, anchor_at, read_again
from pipeline.corrections.sampling import Place
from pipeline.export.cells import escaped
from pipeline.store import write_atomically

KEY, DECISION, NOTE, KIND = "key", "decision", "note", "kind"
SHOWN = ("read", "document", "page", "confidence", "flags", "sentence")
TYPED = tuple(dict.fromkeys([*fields_of(next(iter(specifications())), "typed"), *fields_of("synthesis", "typed")]))
COLUMNS = (KEY, DECISION, KIND, *TYPED, NOTE, *SHOWN)
NOTHING, ADD = "nothing", "add"
"""What may be said of a place without rows: that nothing is missing, or (once a row) what is."""

LARGEST = 50_000_000  # bytes
DECIDED = {State.ACCEPTED: "accept", State.CHANGED: "change", State.REJECTED: "reject", State.ADDED: "accept"}


class SheetError(ValueError):
    """Cells that cannot be read, each told by row and column; nothing of the sheet was applied."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = list(faults)


def write(path: Path, items: Iterable[Item], places: Iterable[Place] = ()) -> int:
    """Write rows and places; the number of lines. Raises OSError."""
    stream = io.StringIO()
    sheet = csv.DictWriter(stream, COLUMNS, restval="", lineterminator="\r\n")
    sheet.writeheader()
    lines = [*map(_row, items), *map(_place, places)]
    sheet.writerows({name: escaped(text) for name, text in line.items()} for line in lines)
    write_atomically(path, b"\xef\xbb\xbf" + stream.getvalue().encode("utf-8", "backslashreplace"))
    return len(lines)


def _row(item: Item) -> dict[str, str]:
    row = item.row
    shown = {
        "read": _read_as(item), "document": item.document_id, "page": str(row["page"] or ""),
        "confidence": f"{row['confidence']:.2f}",
        "flags": "; ".join(row["flags"]), "sentence": row["sentence"] or "",
    }  # fmt: skip
    return {KEY: item.key, DECISION: DECIDED.get(item.state, ""), KIND: row["kind"], **tell(row), **shown}


def _read_as(item: Item) -> str:
    """What the rules read, by which a row is known again when its number has become another's."""
    told = tell(item.read if item.read is not None else item.row)
    return " · ".join(filter(None, (told.get(name) for name in ("material", "value", "unit", "method", "temperature"))))


def _place(place: Place) -> dict[str, str]:
    sentence = place.sentence
    return {
        KEY: place.key, "document": place.document_id, "page": str(sentence.page or ""), "sentence": sentence.text,
    }  # fmt: skip


def read(path: Path, desk: Desk, places: Iterable[Place] = ()) -> list[Decision]:
    """What an edited sheet decides beyond what was decided before; the caller keeps it.

    Raises SheetError naming every bad cell, and OSError.
    """
    lines = _lines(path.read_bytes())
    known = {place.key: place for place in places}
    faults: list[str] = []
    decisions: list[Decision] = []
    for number, line in enumerate(lines, start=2):
        try:
            place = known.get(line[KEY])
            decisions += _of_place(desk, place, line) if place is not None else _of_row(desk, line)
        except FieldsError as error:
            faults += [f"row {number}, column {name}: {fault}" for name, fault in error.faults.items()]
        except NoSuchRowError:
            faults.append(f"row {number}, column {KEY}: {line[KEY] or 'nothing'} is no row of the last run")
        except (ChangedFileError, ValidationError) as error:
            faults.append(f"row {number}: {error}")
    if faults:
        raise SheetError(faults)
    return decisions


def _lines(data: bytes) -> list[dict[str, str]]:
    """The cells of each line by their column. Raises SheetError."""
    if len(data) > LARGEST:
        raise SheetError([f"larger than {LARGEST // 1_000_000} MB"])
    try:
        rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
        missing = [name for name in (KEY, DECISION) if name not in (rows.fieldnames or ())]
        if missing:
            raise SheetError([f"row 1: no column {name}" for name in missing])
        return [{name: _cell(text) for name, text in row.items() if name} for row in rows]
    except (UnicodeDecodeError, csv.Error) as error:
        raise SheetError([f"is no CSV in UTF-8: {error}"]) from None


def _cell(text: str | list[str] | None) -> str:
    """A cell's text as it was before it was kept from being run as a formula."""
    told = text if isinstance(text, str) else ""
    plain = told.removeprefix("'")
    return plain if told != plain and escaped(plain) == told else told


def _of_row(desk: Desk, line: dict[str, str]) -> list[Decision]:
    item = desk.item(line[KEY])
    if line.get("read", "") not in ("", _cell(escaped(_read_as(item)))):
        raise NoSuchRowError(line[KEY])
    told, before = tell(item.row), DECIDED.get(item.state, "")
    typed = {name: line[name] for name in fields_of(item.row["kind"], "typed") if name in line}
    edited = any(typed[name].split() != told[name].split() for name in typed)
    said = line[DECISION].strip().casefold()
    if said not in ("", "accept", "change", "reject"):
        raise FieldsError({DECISION: f"{said} is none of accept, change, reject"})
    if said == "reject" and edited:
        raise FieldsError({DECISION: "rejects a row of which other cells were changed"})
    if not edited and said in ("", before):
        return []
    action = Action.REJECT if said == "reject" else Action.ACCEPT
    return [desk.judgement(item, action, {**told, **typed} if edited else None, line.get(NOTE, "")[:2000])]


def _of_place(desk: Desk, place: Place, line: dict[str, str]) -> list[Decision]:
    said, drawn = line[DECISION].strip().casefold(), desk.drawn.get(place.key)
    if any(each.drawn == drawn for each in desk.history.standing() if drawn is not None):
        return []  # was judged before
    sentence = place.sentence
    document = desk.document(place.document_id)
    again = read_again(Path(document["file"]), document["sha256"])
    if said == NOTHING:
        return [desk.complete(place.document_id, anchor_at(again, "", sentence.start, _end(sentence)), drawn)]
    if said == ADD:
        kind = line.get(KIND, "").strip()
        if kind not in (*specifications(), "synthesis"):
            raise FieldsError({KIND: f"{kind or 'nothing'} is none of {', '.join(specifications())}, synthesis"})
        typed = {name: line[name] for name in fields_of(kind, "typed") if line.get(name)}
        anchor = anchor_at(again, kind, sentence.start, _end(sentence))
        return [desk.addition(place.document_id, anchor, typed, drawn)]
    if said:
        raise FieldsError({DECISION: f"{said} is none of {NOTHING}, {ADD}"})
    return []


def _end(sentence: Sentence) -> int:
    return min(sentence.end, sentence.start + LONGEST_SURFACE)
