"""The document model: what every reader fills and every later layer reads.

Offsets named ``raw`` count characters of :attr:`Document.raw`; all others count characters of the block's or cell's
clean text. Boxes are ``(x0, top, x1, bottom)`` in PDF points from the page's top left corner; pages count from 1.
"""

from __future__ import annotations

import math
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from corpus.mapped_text import MappedText

Box = tuple[float, float, float, float]


class Status(StrEnum):
    """How a conversion went."""

    SUCCESS = "success"
    PARTIAL = "partial"  # something could not be read; the rest is here
    FAILURE = "failure"  # nothing was read
    NO_ARTICLE = "no_article"  # read, but nothing about solid electrolytes


class BlockKind(StrEnum):
    """What a block of a document is."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    TABLE = "table"
    FRONT_MATTER = "front_matter"  # authors, affiliations, dates, licence, keywords
    REFERENCE = "reference"  # an entry of the bibliography
    BACK_MATTER = "back_matter"  # acknowledgements, author statements
    GLOSSARY = "glossary"  # an entry of a list of abbreviations
    RUNNING_HEAD = "running_head"  # running heads and feet, page numbers, licence stamps
    UNREADABLE = "unreadable"  # rotated one-character-per-line debris and the like

    @property
    def is_evidence(self) -> bool:
        """Whether facts are taken from such a block."""
        return self in (BlockKind.PARAGRAPH, BlockKind.CAPTION, BlockKind.TABLE, BlockKind.TITLE)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that could not be read or that is doubtful, told in one line."""

    code: str  # "encrypted", "no_text_layer", "unreadable_table", "not_electrolyte" ...
    message: str
    page: int | None = None
    raw_start: int | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation lifted out of a text. It stood at ``position`` of the clean text, between two characters."""

    position: int
    numbers: tuple[int, ...]
    surface: str
    raw_start: int
    raw_end: int
    narrative: bool = False  # part of the sentence: "Kim et al. [84] prepared", "in ref. 12"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table. ``row`` and ``column`` count from 0 over the whole grid, header rows included."""

    row: int
    column: int
    text: MappedText
    citations: tuple[Citation, ...] = ()
    row_span: int = 1
    column_span: int = 1
    page: int | None = None
    box: Box | None = None


@dataclass(slots=True)
class Table:
    """A table as cells. ``header_rows`` rows at the top are column heads; the rest are data or sub-headings.

    ``subheadings`` are the rows that only title the rows below them ("Garnet").
    """

    cells: list[Cell]
    row_count: int
    column_count: int
    header_rows: int = 1
    label: str = ""  # "Table 2"
    caption: MappedText = field(default_factory=lambda: MappedText("", ()))
    caption_citations: tuple[Citation, ...] = ()
    footnotes: list[MappedText] = field(default_factory=list)
    subheadings: tuple[int, ...] = ()
    shape: str = ""  # how it stood in the file: "tab", "pipe", "grid", "halves", "pdf" ...
    raw_start: int = 0
    raw_end: int = 0
    page: int | None = None
    box: Box | None = None
    fit: float = math.inf  # log likelihood a cell that each is one of its column; none where the cells are as given

    def rows(self) -> list[list[Cell | None]]:
        """The grid, holes as None, a spanning cell repeated at every place it covers."""
        grid: list[list[Cell | None]] = [[None] * self.column_count for _ in range(self.row_count)]
        for cell in self.cells:
            for row in range(cell.row, min(cell.row + cell.row_span, self.row_count)):
                for column in range(cell.column, min(cell.column + cell.column_span, self.column_count)):
                    grid[row][column] = cell
        return grid


@dataclass(slots=True)
class Block:
    """A paragraph, heading, caption, table ... in reading order, its text clean and free of citations."""

    kind: BlockKind
    text: MappedText
    citations: tuple[Citation, ...] = ()
    section: str = ""  # title of the section it stands in
    label: str = ""  # "Figure 3", "Table 2" for captions and tables
    table: Table | None = None
    page: int | None = None
    box: Box | None = None

    def raw_span(self) -> tuple[int, int]:
        """From the first to the last raw character of the block."""
        if self.table is not None:
            return self.table.raw_start, self.table.raw_end
        starts = [s.raw_start for s in self.text.segments]
        return (min(starts), max(s.raw_end for s in self.text.segments)) if starts else (0, 0)


@dataclass(frozen=True, slots=True)
class BibliographyEntry:
    """One numbered source as the document lists it; parts that could not be told apart are empty."""

    number: int
    text: str
    authors: str = ""
    title: str = ""
    journal: str = ""
    year: int | None = None
    doi: str = ""


@dataclass(frozen=True, slots=True)
class Definition:
    """A short name the document itself gives to something: ``LATP`` for ``Li1.3Al0.3Ti1.7(PO4)3``."""

    short: str
    long: str
    raw_start: int
    origin: str  # "brackets", "glossary", "denoted", "series"


BOX_UNITS = 20  # a point
NOWHERE = 65535


@dataclass(frozen=True, slots=True)
class PlacedCharacters:
    """A run of raw characters on one PDF page: four box numbers a character, in twentieths of a point.

    A character that the reader added has ``NOWHERE`` four times. Eight bytes a character keep long files small.
    """

    raw_start: int
    page: int
    boxes: array[int]

    def __len__(self) -> int:
        return len(self.boxes) // 4

    def extend(self, corners: Iterable[float]) -> None:
        """Place more characters, four numbers in points each; NaN for those that stand nowhere."""
        top = NOWHERE - 1
        self.boxes.extend(
            [
                NOWHERE if value != value else min(int(value * BOX_UNITS + 0.5), top) if value > 0 else 0
                for value in corners
            ]
        )

    def skip(self, count: int) -> None:
        """Leave room for characters that stand nowhere."""
        self.boxes.extend([NOWHERE] * (4 * count))

    def known(self, start: int, end: int) -> list[Box]:
        """Boxes of the characters ``start`` to ``end`` of the run that stand on the page."""
        numbers = self.boxes[4 * max(start, 0) : 4 * max(end, 0)]
        return [
            (x0 / BOX_UNITS, top / BOX_UNITS, x1 / BOX_UNITS, bottom / BOX_UNITS)
            for x0, top, x1, bottom in zip(numbers[0::4], numbers[1::4], numbers[2::4], numbers[3::4], strict=True)
            if x0 != NOWHERE
        ]


@dataclass(slots=True)
class Layout:
    """Where raw characters stand on the pages of a PDF. Runs are in order of ``raw_start`` and do not overlap."""

    runs: list[PlacedCharacters] = field(default_factory=list)
    page_sizes: list[tuple[float, float]] = field(default_factory=list)  # width and height in points, page 1 first

    def place(self, raw_start: int, raw_end: int) -> tuple[int, Box] | None:
        """Page and box around a raw span (its part on the page where it begins); None when nothing is known of it."""
        for page, boxes in self._parts(raw_start, raw_end):
            if boxes:
                x0s, tops, x1s, bottoms = zip(*boxes, strict=True)
                return page, (min(x0s), min(tops), max(x1s), max(bottoms))
        return None

    def characters(self, raw_start: int, raw_end: int, page: int) -> list[Box]:
        """Boxes of the characters of a raw span that stand on a page."""
        return [box for number, boxes in self._parts(raw_start, raw_end) if number == page for box in boxes]

    def _parts(self, raw_start: int, raw_end: int) -> Iterator[tuple[int, list[Box]]]:
        """Page and boxes of each run that a raw span touches."""
        first = bisect_right(self.runs, raw_start, key=lambda run: run.raw_start) - 1
        for run in self.runs[max(first, 0) :]:
            if run.raw_start >= raw_end:
                break
            yield run.page, run.known(raw_start - run.raw_start, min(raw_end - run.raw_start, len(run)))


@dataclass(slots=True)
class Metadata:
    """What the document says of itself; empty when it does not."""

    title: str = ""
    authors: str = ""
    doi: str = ""
    journal: str = ""
    year: int | None = None
    licence: str = ""
    pages: int | None = None


@dataclass(slots=True)
class Document:
    """One article: its raw text, the blocks in reading order, and what was learned of it."""

    document_id: str  # the file's stem
    source: Path | None
    sha256: str
    media_type: str  # "text/plain", "text/markdown", "application/pdf"
    raw: str
    status: Status = Status.SUCCESS
    problems: list[Problem] = field(default_factory=list)
    metadata: Metadata = field(default_factory=Metadata)
    blocks: list[Block] = field(default_factory=list)
    bibliography: dict[int, BibliographyEntry] = field(default_factory=dict)
    definitions: list[Definition] = field(default_factory=list)
    layout: Layout | None = None

    def tables(self) -> Iterator[Table]:
        """The tables in reading order."""
        return (block.table for block in self.blocks if block.table is not None)

    def titles(self) -> list[str]:
        """The title as the text has it (each of several articles' in one file), else as the file's metadata tell it."""
        printed = [block.text.text for block in self.blocks if block.kind is BlockKind.TITLE]
        return printed or ([self.metadata.title] if self.metadata.title else [])

    def evidence_blocks(self) -> Iterator[Block]:
        """The blocks that facts are taken from, in reading order."""
        return (block for block in self.blocks if block.kind.is_evidence)
