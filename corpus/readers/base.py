"""What a reader is and what it hands over."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from corpus.document import BibliographyEntry, BlockKind, Box, Citation, Layout, Metadata, Problem, Status, Table
from corpus.mapped_text import MappedText


@dataclass(slots=True)
class Region:
    """A stretch of the raw text whose role the reader knows (from the page, from marks), in reading order.

    A region that goes on after a float or on the next page is given as several regions with the same ``flow`` number.
    Where the raw text is marked up, ``text`` is what it says (scripts as ``^{..}`` and ``_{..}``) and ``citations`` are
    those the marks name, found in it by their raw offsets.
    """

    start: int
    end: int
    kind: BlockKind
    page: int | None = None
    box: Box | None = None
    label: str = ""
    table: Table | None = None
    flow: int | None = None
    text: MappedText | None = None
    citations: tuple[Citation, ...] = ()
    level: int = 0  # of a heading, 1 for the highest; 0 when unknown


@dataclass(slots=True)
class RawDocument:
    """A document as it was read, before any repair. ``regions`` is empty when the structure must be inferred.

    ``bibliography`` is filled by a reader whose format tells the entries apart.
    """

    raw: str
    media_type: str
    regions: list[Region] = field(default_factory=list)
    layout: Layout | None = None
    metadata: Metadata = field(default_factory=Metadata)
    problems: list[Problem] = field(default_factory=list)
    status: Status = Status.SUCCESS
    bibliography: dict[int, BibliographyEntry] = field(default_factory=dict)

    @property
    def wording(self) -> str:
        """What the document says, its tables too, without marks of its format."""
        texts = [region.text.text for region in self.regions if region.text is not None]
        if not texts:
            return self.raw
        cells = (cell.text.text for region in self.regions if region.table is not None for cell in region.table.cells)
        return "\n".join([*texts, *cells])


class Reader(Protocol):
    """Turns bytes of one format into a :class:`RawDocument`; registered under the entry point ``ionmine.readers``."""

    name: str
    suffixes: frozenset[str]  # of the files it reads, in small letters, with their dot

    def accepts(self, head: bytes, suffix: str) -> float:
        """How sure the reader is (0 to 1) that bytes beginning with ``head`` are its format."""
        ...

    def read(self, data: bytes, name: str, password: str | None = None) -> RawDocument:
        """Read the whole file; never raises for bad content, but says so in status and problems."""
        ...
