"""Structure of a document whose reader knows the role of every stretch from the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.document import Block, BlockKind, Citation, Table
from corpus.mapped_text import MappedText
from corpus.readers.base import RawDocument, Region
from corpus.repair import DocumentSigns, repair_plain, repair_with_citations
from corpus.repair.citations import place
from corpus.structure.bibliography import split_entries, with_bibliography
from corpus.structure.build import Clean, Structure, _give_sections, add_glossary, add_references
from corpus.structure.front_matter import metadata_of
from corpus.structure.glossary import definitions_of
from corpus.structure.lines import continues, is_closed, lines_of
from corpus.structure.patterns import STRUCTURE
from corpus.structure.table_notes import attach_notes
from corpus.tables.cell_types import cell_type
from corpus.tables.heads import count_header_rows, find_subheadings

_PROSE = 60  # characters from which a paragraph that stops inside a sentence is prose


def build_from_regions(document: RawDocument) -> Structure:
    """Blocks from regions; regions of one flow are one block, hyphens at their joins are repaired."""
    reading = _RegionReading(document)
    for regions in _flows(document.regions, document.raw):
        reading.add(regions)
    result = reading.result
    add_references(result, document.raw, reading.entries, reading.plain)
    _give_sections(result.blocks)
    attach_notes(result.blocks)
    for block in result.blocks:
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.CAPTION):
            result.definitions.extend(definitions_of(block.text))
    metadata_of(result.blocks, result.metadata)
    return result


class _RegionReading:
    """One document whose reader told its regions, and the structure made of them."""

    def __init__(self, document: RawDocument) -> None:
        raw = document.raw
        self.raw = raw
        self.result = Structure(metadata=replace(document.metadata), bibliography=dict(document.bibliography))
        lines = [
            line
            for region in document.regions
            if region.kind is BlockKind.REFERENCE and region.text is None
            for line in lines_of(raw, region.start, region.end)
        ]
        self.entries = split_entries(lines, lambda index: False, 0, len(lines))
        self.signs = DocumentSigns.of(document.wording)
        wording = self.signs.read(MappedText.from_raw(document.wording))
        self.result.problems += self.signs.problems(wording)
        self.profile = with_bibliography(self.signs.profile_of(wording.text), raw, self.entries)
        if document.bibliography:
            self.profile = replace(self.profile, reference_count=max(document.bibliography))
        if any(region.citations for region in document.regions):  # marked: bare numbers are none
            self.profile = replace(self.profile, marked_citations=len(raw), works={})

    def add(self, regions: Sequence[Region]) -> None:
        """The block that the regions of one flow are."""
        first = regions[0]
        if first.kind is BlockKind.REFERENCE and first.text is None:
            return  # an entry of the bibliography
        if first.kind is BlockKind.GLOSSARY:
            lines = lines_of(self.raw, first.start, first.end)
            add_glossary(self.result, self.raw, lines, range(len(lines)), self.profile)
        elif first.table is not None:
            self.result.blocks.append(_table_block(first, self._clean))
        else:
            self._add_text(first, _text_of(regions, self.raw), [c for region in regions for c in region.citations])

    def _add_text(self, region: Region, joined: MappedText, marked: Sequence[Citation]) -> None:
        if region.kind.is_evidence or region.kind is BlockKind.HEADING:
            text, citations = self._clean(joined)
        else:
            text, citations = self.plain(joined), ()
        if text.text:
            citations = _with_marked(citations, marked, text)
            block = Block(region.kind, text, citations, label=region.label, page=region.page, box=region.box)
            self.result.blocks.append(block)

    def _clean(self, text: MappedText) -> tuple[MappedText, tuple[Citation, ...]]:
        return repair_with_citations(self.signs.read(text), self.profile)

    def plain(self, text: MappedText) -> MappedText:
        """The repaired text of a region that is no evidence."""
        return repair_plain(self.signs.read(text), self.profile)


def _flows(regions: Sequence[Region], raw: str) -> list[list[Region]]:
    """The regions, those of one flow together where the first of them stands.

    A paragraph that stops inside a sentence and the next one that goes on with it are one, as a page or a formula parts
    them; where a list's items begin with small letters, none goes on with the one before it.
    """
    flows: dict[object, list[Region]] = {}
    open_flow: list[Region] | None = None
    for region in regions:
        flow = flows.setdefault(id(region) if region.flow is None else ("flow", region.flow), [])
        if region.kind is BlockKind.PARAGRAPH and region.table is None:
            if not flow and open_flow is not None and _goes_on(open_flow, region, raw):
                flow = open_flow
            open_flow = flow
        elif region.kind is BlockKind.HEADING:
            open_flow = None
        flow.append(region)
    return [flow for flow in flows.values() if flow]


def _goes_on(flow: Sequence[Region], region: Region, raw: str) -> bool:
    """Whether a paragraph of prose stops inside a sentence that another goes on with."""
    first, last, text = (_words(part, raw) for part in (flow[0], flow[-1], region))
    if region.page is not None and text[:1].islower():
        return False  # the reader of pages has joined what goes on in small letters, by where it stands
    if len(last) < _PROSE or first[:1].islower() or is_closed(last):
        return False
    return any(map(str.isalpha, text)) and not STRUCTURE.BULLET.match(text) and continues(last, text)


def _words(region: Region, raw: str) -> str:
    return (region.text.text if region.text is not None else raw[region.start : region.end]).strip()


def _text_of(regions: Sequence[Region], raw: str) -> MappedText:
    """What regions of one flow say, one line each."""
    parts: list[MappedText | str] = []
    for region in regions:
        parts += ["\n", region.text if region.text is not None else MappedText.from_raw(raw, region.start, region.end)]
    return MappedText.join(parts[1:])


def _with_marked(lifted: Sequence[Citation], marked: Sequence[Citation], text: MappedText) -> tuple[Citation, ...]:
    """The citations that were lifted out of a clean text and those that marks had named, in order."""
    if not marked:
        return tuple(lifted)
    return tuple(sorted((*lifted, *place(list(marked), text)), key=lambda citation: citation.position))


def _table_block(region: Region, clean: Clean) -> Block:
    """The table of a region with clean cells, caption and footnotes."""
    table = region.table
    assert table is not None
    caption, caption_citations = clean(table.caption)
    cells = []
    for cell in table.cells:
        text, citations = clean(cell.text)
        cells.append(replace(cell, text=text, citations=_with_marked(citations, cell.citations, text)))
    repaired: Table = replace(
        table,
        cells=cells,
        caption=caption,
        caption_citations=_with_marked(caption_citations, table.caption_citations, caption),
        footnotes=[clean(note)[0] for note in table.footnotes],
    )
    if not repaired.header_rows:
        repaired.header_rows = _heads_of(repaired)
    repaired.header_rows = _with_spanned(repaired)
    if region.page is None:  # marks tell no sub-headings; a reader of pages does
        repaired.subheadings = _subheadings_of(repaired)
    return Block(
        BlockKind.TABLE,
        MappedText("", ()),
        label=region.label or table.label,
        table=repaired,
        page=region.page,
        box=region.box,
    )


def _heads_of(table: Table) -> int:
    """How many rows head a table whose marks do not tell."""
    texts = [[cell.text.text if cell is not None else "" for cell in row] for row in table.rows()]
    cited = [[cell is not None and bool(cell.citations) for cell in row] for row in table.rows()]
    return count_header_rows(texts, [list(map(cell_type, row, marks)) for row, marks in zip(texts, cited, strict=True)])


def _with_spanned(table: Table) -> int:
    """The rows of heads with those that a head of the first rows reaches down to: what stands beside it is head too."""
    heads = [cell for cell in table.cells if cell.row < table.header_rows and cell.text.text.strip()]
    deepest = max((cell.row + cell.row_span for cell in heads), default=0)
    return deepest if table.header_rows < deepest < table.row_count else table.header_rows


def _subheadings_of(table: Table) -> tuple[int, ...]:
    """The rows of one cell that title those below them; a cell that spans columns is one, and so it is in each row."""
    texts = [[""] * table.column_count for _ in range(table.row_count)]
    spans = [1] * table.row_count
    for cell in sorted(table.cells, key=lambda cell: -cell.column):
        for row in range(cell.row, min(cell.row + cell.row_span, table.row_count)):
            texts[row][cell.column] = cell.text.text
            if cell.text.text.strip():
                spans[row] = cell.column_span
    kinds = [list(map(cell_type, row)) for row in texts]
    return find_subheadings(texts, kinds, table.header_rows, spans)
