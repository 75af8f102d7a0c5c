"""What a reader is and what it hands over."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from corpus.document import BlockKind, Box, Layout, Metadata, Problem, Status, Table


@dataclass(slots=True)
class Region:
    """A stretch of the raw text whose role the reader knows from the page (PDF geometry), in reading order.

    A region that goes on after a float or on the next page is given as several regions with the same ``flow`` number.
    """

    start: int
    end: int
    kind: BlockKind
    page: int | None = None
    box: Box | None = None
    label: str = ""
    table: Table | None = None
    flow: int | None = None


@dataclass(slots=True)
class RawDocument:
    """A document as it was read, before any repair. ``regions`` is empty when the structure must be inferred."""

    raw: str
    media_type: str
    regions: list[Region] = field(default_factory=list)
    layout: Layout | None = None
    metadata: Metadata = field(default_factory=Metadata)
    problems: list[Problem] = field(default_factory=list)
    status: Status = Status.SUCCESS


class Reader(Protocol):
    """Turns bytes of one format into a :class:`RawDocument`; registered under the entry point ``ionmine.readers``."""

    name: str

    def accepts(self, head: bytes, suffix: str) -> float:
        """How sure the reader is (0 to 1) that bytes beginning with ``head`` are its format."""
        ...

    def read(self, data: bytes, name: str, password: str | None = None) -> RawDocument:
        """Read the whole file; never raises for bad content, but says so in status and problems."""
        ...
