"""The desk at which rows are judged: what a run read, the log's word on it, and new decisions.

The log is the only state: it is read again whenever it has changed, whoever wrote it.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from extractors.properties import specification, specifications
from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.corrections import log
from pipeline.corrections.anchoring import Records
from pipeline.corrections.apply import Outcome, correct
from pipeline.corrections.decision import (
    JUDGEMENTS,
    Action,
    Anchor,
    Decision,
    DocumentName,
    Drawn,
    as_record,
    new_id,
    now,
)
from pipeline.corrections.fields import changes, fields_of, tell
from pipeline.corrections.readings import Reading, load

Fields = dict[str, Any]


NOT_KEPT = frozenset({"sentence", "document_id", "reasons"})


class State(StrEnum):
    """What was said of a row."""

    OPEN = "open"
    ACCEPTED = "accepted"
    CHANGED = "changed"
    REJECTED = "rejected"
    ADDED = "added"


STATES = {
    Action.ACCEPT: State.ACCEPTED,
    Action.REJECT: State.REJECTED,
    Action.CHANGE: State.CHANGED,
    Action.ADD: State.ADDED,
}


class NoSuchRowError(KeyError):
    """The key is of no row, document or decision."""


@dataclass(slots=True)
class Item:
    """A row on the desk. ``read`` is the record as the rules read it, None for one that they do not read."""

    key: str
    document_id: str
    row: Fields  # as it stands now
    read: Fields | None = None
    index: int | None = None
    state: State = State.OPEN
    decision: Decision | None = None  # the last word
    root: Decision | None = None  # of a row that the rules do not read: what brought it into being
    conflict: bool = False
    influence: float = 0.0


@dataclass(slots=True)
class _Sheet:
    """One document on the desk."""

    reading: Reading
    records: Records
    decisions: list[Decision] | None = None  # those that its items show
    items: list[Item] = field(default_factory=list)


class Desk:
    """Rows of a published run with the decisions of a log on them; safe to use from several threads."""

    def __init__(self, base: Path, path: Path, who: str) -> None:
        with KnowledgeBase(base, read_only=True) as opened:
            self._readings = load(opened)
        self.path, self.who = path, who
        self.drawn: dict[str, Drawn] = {}  # strata of the rows of the sample at hand, by key
        self._sheets = {
            name: _Sheet(reading, Records(reading.records)) for name, reading in self._readings.documents.items()
        }
        self._lock = threading.RLock()
        self._seen: str | None = None
        self._by_key: dict[str, Item] = {}
        self.history = log.History()
        self.refresh()

    def refresh(self) -> None:
        """Take in what was written to the log since."""
        with self._lock:
            seen = log.fingerprint(self.path)
            if seen != self._seen:
                self.history, self._seen = log.read(self.path), seen
                self._arrange()

    @property
    def version(self) -> int:
        """How many lines the log has that are decisions."""
        return len(self.history.decisions)

    def _arrange(self) -> None:
        contents = {name: sheet.reading.document["sha256"] for name, sheet in self._sheets.items()}
        found = self.history.by_document(contents)
        for name, sheet in self._sheets.items():
            decisions = found.get(name, [])
            if decisions != sheet.decisions:
                sheet.items, sheet.decisions = self._items(name, sheet, decisions), decisions
        self._by_key = {item.key: item for sheet in self._sheets.values() for item in sheet.items}

    def _items(self, name: str, sheet: _Sheet, decisions: list[Decision]) -> list[Item]:
        reading = sheet.reading
        corrected = correct(reading.records, decisions)
        last = {
            met.index: met.decision
            for met in corrected.met
            if met.index is not None
            and met.outcome in (Outcome.APPLIED, Outcome.KEPT)
            and met.decision.action in JUDGEMENTS
        }
        items: list[Item] = []
        for index, row in enumerate(corrected.records):
            decision = last.get(index)
            item = Item("", name, row, decision=decision)
            if decision is not None:
                item.state = STATES[decision.action]
            if index < len(reading.records):
                item.key, item.read, item.index = reading.ids[index], reading.records[index], index
                item.conflict = item.key in self._readings.conflicts
                item.influence = self._readings.influence.get(item.key, 0.0)
            elif decision is not None:
                item.root = self._root(decision)
                item.key = item.root.id
                item.state = State.ADDED if item.root.action is Action.ADD else item.state
            items.append(item)
        return sorted(items, key=lambda item: (item.row["start"], item.row["end"], item.key))

    def _root(self, decision: Decision) -> Decision:
        known = {each.id: each for each in self.history.decisions}
        while decision.target in known and decision.action in JUDGEMENTS:
            decision = known[decision.target]
        return decision

    def items(self) -> list[Item]:
        """Every row, document by document in order of place."""
        self.refresh()
        return [item for sheet in self._sheets.values() for item in sheet.items]

    def item(self, key: str) -> Item:
        """A row by its key. Raises NoSuchRowError."""
        self.refresh()
        try:
            return self._by_key[key]
        except KeyError:
            raise NoSuchRowError(key) from None

    def document(self, name: str) -> Fields:
        """The row of a document. Raises NoSuchRowError."""
        if name not in self._sheets:
            raise NoSuchRowError(name)
        return self._sheets[name].reading.document

    def documents(self) -> list[Fields]:
        """The rows of all documents."""
        return [sheet.reading.document for sheet in self._sheets.values()]

    def of_document(self, name: str) -> list[Item]:
        """The rows of a document in order of place."""
        self.document(name)
        return self._sheets[name].items

    def keep(self, *decisions: Decision) -> None:
        """Write decisions to the log, all or none. Raises OSError when they cannot be written."""
        if decisions:
            log.append(self.path, decisions)
        self.refresh()

    def judgement(self, item: Item, action: Action, typed: Mapping[str, str] | None = None, note: str = "") -> Decision:
        """Accept, reject or change a row, with its fields as they were typed; the caller keeps it.

        Raises FieldsError for fields that cannot be read.
        """
        base = item.read
        if base is None:
            assert item.root is not None
            base = item.root.read or item.root.record().model_dump(mode="json")
        right: Fields = {} if action is Action.REJECT else changes(base, typed if typed is not None else tell(item.row))
        if action is not Action.REJECT:
            action = Action.CHANGE if right else Action.ACCEPT
        told: Fields = {"anchor": self._anchor(item), "read": _kept(item.read), "right": right}
        if item.root is not None:
            told["target"], told["read"] = item.root.id, item.root.read
            if item.root.action is Action.ADD:
                told["right"] = {**item.root.right, **right}
        return self._decision(item.document_id, action, **told, note=note, drawn=self.drawn.get(item.key))

    def _anchor(self, item: Item) -> Anchor:
        if item.index is not None:
            return self._sheets[item.document_id].records.anchor(item.index)
        assert item.root is not None
        return item.root.place

    def addition(self, name: str, place: Anchor, typed: Mapping[str, str], drawn: Drawn | None = None) -> Decision:
        """A row that was not read, at a place of a document. Raises FieldsError, and NoSuchRowError."""
        self.document(name)
        blank = blank_record(place.kind, place.surface)
        right = {each: blank[each] for each in fields_of(place.kind, "said")} | {
            each: blank[each] for each in ("value_surface", "method_surface") if each in blank
        }
        return self._decision(name, Action.ADD, anchor=place, right=right | changes(blank, typed), drawn=drawn)

    def link(self, item: Item, other: Item, *, same: bool) -> Decision:
        """Two rows of a document are of one sample, or of two."""
        action = Action.SAME_SAMPLE if same else Action.OTHER_SAMPLE
        if item.read is None or other.read is None or item.document_id != other.document_id or item is other:
            raise NoSuchRowError(other.key)
        return self._decision(
            item.document_id, action, anchor=self._anchor(item), read=_kept(item.read),
            other=self._anchor(other), other_read=_kept(other.read),
        )  # fmt: skip

    def complete(self, name: str, place: Anchor, drawn: Drawn | None = None) -> Decision:
        """A passage of a document holds no more facts than its rows say."""
        return self._decision(name, Action.COMPLETE, anchor=place, drawn=drawn)

    def undo(self, decision_id: str | None = None) -> Decision:
        """Take back a decision, the last one of this person when none is named. Raises NoSuchRowError."""
        self.refresh()
        mine = [d for d in self.history.standing() if (d.id == decision_id if decision_id else d.by == self.who)]
        mine = [d for d in mine if d.action is not Action.SAMPLE]
        if not mine:
            raise NoSuchRowError(decision_id or "no decision")
        return Decision(id=new_id(), action=Action.UNDO, target=mine[-1].id, by=self.who, at=now())

    def _decision(self, name: str, action: Action, **told: Any) -> Decision:
        document = self.document(name)
        return Decision(
            id=new_id(), action=action, by=self.who, at=now(), rules=document["rules_version"] or "",
            document=DocumentName(sha256=document["sha256"], document_id=name), **told,
        )  # fmt: skip


def _kept(read: Fields | None) -> Fields | None:
    """What a decision keeps of a record: its anchor has the words."""
    return None if read is None else {name: told for name, told in read.items() if name not in NOT_KEPT}


def blank_record(kind: str, surface: str) -> Fields:
    """A record of a kind that says nothing yet. Raises NoSuchRowError for what is no kind."""
    told: Fields = {"kind": kind, "start": 0, "end": 0}
    if kind == "synthesis":
        told |= {"method": "other", "method_surface": surface}
    elif kind in specifications():
        told |= {"property": specification(kind).default, "value_surface": surface, "value_low": 0.0, "value_high": 0.0}
    else:
        raise NoSuchRowError(kind)
    return as_record(told).model_dump(mode="json")
