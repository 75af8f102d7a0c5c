"""A decision: what a person said of one row, with all that is needed to find the row again.

A decision is one JSON object of the log. It is checked when it is read, so that what was merged or edited by hand
costs its own line at most.
"""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from extractors.properties import specifications
from extractors.records import AnyRecord, PropertyRecord, SynthesisRecord

LONGEST_WORDS = 20_000  # characters of an evidence sentence or table row that a decision keeps
FROM_ANCHOR = ("kind", "start", "end", "page", "bbox", "section", "block")
NO_ANSWER = frozenset({"confidence", "flags", "confirmed_by", "reasons", "sentence", "document_id", *FROM_ANCHOR})
"""Fields of a record that are no statement of its document and so cannot be changed."""

Short = Annotated[str, StringConstraints(max_length=500)]
Moment = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00$")]


class Action(StrEnum):
    """What a person said."""

    ACCEPT = "accept"  # the row is right as it was read
    REJECT = "reject"  # there is no such fact
    CHANGE = "change"  # the fact is there, and some of its fields are others
    ADD = "add"  # a fact that was not read
    SAME_SAMPLE = "same_sample"  # two rows are of one sample
    OTHER_SAMPLE = "other_sample"  # two rows are not of one sample
    COMPLETE = "complete"  # a passage holds no more facts than its rows say
    UNDO = "undo"  # an earlier decision no longer holds
    SAMPLE = "sample"  # a random sample was drawn: its seed and what it was drawn from


JUDGEMENTS = frozenset({Action.ACCEPT, Action.REJECT, Action.CHANGE, Action.ADD})
PAIRS = frozenset({Action.SAME_SAMPLE, Action.OTHER_SAMPLE})


class _Told(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class DocumentName(_Told):
    """A document by its content and its name."""

    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{1,128}$")]
    document_id: Short


class Anchor(_Told):
    """Where a row stands: raw offsets, page and box, and the words around it.

    ``here`` counts the document's rows of the kind at these very characters, ``alike`` those of the same words,
    material and value, of which this is number ``rank`` (from 0) in order of place.
    """

    kind: Short
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    page: int | None = None
    bbox: tuple[float, float, float, float] | None = None
    section: str = ""
    block: str = "text"
    surface: Annotated[str, StringConstraints(max_length=2000)] = ""
    words: Annotated[str, StringConstraints(max_length=LONGEST_WORDS)] = ""
    here: Annotated[int, Field(ge=1)] = 1
    alike: Annotated[int, Field(ge=1)] = 1
    rank: Annotated[int, Field(ge=0)] = 0


class Drawn(_Told):
    """The stratum of a random sample in which a row or place was judged."""

    sample: Short
    stratum: Short


class Sample(_Told):
    """A random sample: how large each stratum of rows was, and the places without rows in the documents looked at."""

    seed: int
    size: int
    strata: dict[str, int]
    documents: int = 0  # of the corpus
    places: dict[str, int] = {}  # places without rows, by document drawn


class Decision(_Told):
    """One line of the log. ``read`` is the record as the rules read it then, ``right`` what of it is otherwise.

    ``target`` is the decision that is undone, or the one that brought the row into being (an added row, or one the
    rules no longer read).
    """

    id: Short
    action: Action
    document: DocumentName | None = None
    anchor: Anchor | None = None
    read: dict[str, Any] | None = None
    right: dict[str, Any] = {}
    other: Anchor | None = None
    other_read: dict[str, Any] | None = None
    target: Short | None = None
    by: Short
    at: Moment
    rules: Short = ""
    note: Annotated[str, StringConstraints(max_length=2000)] = ""
    drawn: Drawn | None = None
    drew: Sample | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if self.action is Action.UNDO:
            if self.target is None:
                raise ValueError("undo names no decision")
        elif self.action is Action.SAMPLE:
            if self.drew is None:
                raise ValueError("sample without what was drawn")
        elif self.document is None or self.anchor is None:
            raise ValueError(f"{self.action} names no place")
        if self.action in PAIRS and self.other is None:
            raise ValueError(f"{self.action} names no second place")
        if self.action in JUDGEMENTS:
            if NO_ANSWER & self.right.keys():
                raise ValueError(f"cannot be changed: {', '.join(sorted(NO_ANSWER & self.right.keys()))}")
            self.record()
        return self

    @property
    def place(self) -> Anchor:
        """The anchor of a decision that has one."""
        assert self.anchor is not None
        return self.anchor

    def record(self) -> AnyRecord:
        """The row as the person says it is. Raises ValueError when it is no record."""
        fields = self.place.model_dump(include=set(FROM_ANCHOR))
        fields |= {"sentence": self.place.words, **(self.read or {}), **self.right}
        return as_record({**fields, "document_id": self.document.document_id if self.document else ""})


def as_record(fields: dict[str, Any]) -> AnyRecord:
    """A record's fields as a record, checked. Raises ValueError when they are none."""
    return (PropertyRecord if fields.get("kind") in specifications() else SynthesisRecord)(**fields)


def new_id() -> str:
    """An id that no other decision has."""
    return secrets.token_hex(8)


def now() -> str:
    """This moment as decisions have it: UTC, to the microsecond."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
