"""Structure of a document whose reader knows the role of every stretch from the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.document import Block, BlockKind, Citation, Table
from corpus.mapped_text import MappedText
from corpus.readers.base import RawDocument, Region
from corpus.repair import DocumentSigns, repair_plain, repair_with_citations
from corpus.repair.citations import place
from corpus.structure.bibliography import parse_entry, split_entries, with_bibliography
from corpus.structure.build import Clean, Structure, _give_sections, add_glossary
from corpus.structure.front_matter import metadata_of
from corpus.structure.glossary import definitions_of
from corpus.structure.lines import lines_of


def build_from_regions(document: RawDocument) -> Structure:
    """Blocks from regions; regions of one flow are one block, hyphens at their joins are repaired."""
    raw = document.raw
    result = Structure(metadata=replace(document.metadata), bibliography=dict(document.bibliography))
    lines = [
        line
        for region in document.regions
        if region.kind is BlockKind.REFERENCE and region.text is None
        for line in lines_of(raw, region.start, region.end)
    ]
    entries = split_entries(lines, lambda index: False, 0, len(lines))
    signs = DocumentSigns.of(document.wording)
    wording = signs.read(MappedText.from_raw(document.wording))
    result.problems += signs.problems(wording)
    profile = with_bibliography(signs.profile_of(wording.text), raw, entries)
    if document.bibliography:
        profile = replace(profile, reference_count=max(document.bibliography))
    if any(region.citations for region in document.regions):  # marked: bare numbers are none
        profile = replace(profile, marked_citations=len(raw), works={})

    def clean(text: MappedText) -> tuple[MappedText, tuple[Citation, ...]]:
        return repair_with_citations(signs.read(text), profile)

    flows: dict[int, list[Region]] = {}
    for region in document.regions:
        if region.flow is not None:
            flows.setdefault(region.flow, []).append(region)
    for region in document.regions:
        together = flows[region.flow] if region.flow is not None else [region]
        if together[0] is not region or (region.kind is BlockKind.REFERENCE and region.text is None):
            continue
        if region.kind is BlockKind.GLOSSARY:
            entries_of = lines_of(raw, region.start, region.end)
            add_glossary(result, raw, entries_of, range(len(entries_of)), profile)
            continue
        if region.table is not None:
            result.blocks.append(_table_block(region, clean))
            continue
        joined = _text_of(together, raw)
        if region.kind.is_evidence or region.kind is BlockKind.HEADING:
            text, citations = clean(joined)
        else:
            text, citations = repair_plain(signs.read(joined), profile), ()
        if text.text:
            citations = _with_marked(citations, region.citations, text)
            block = Block(region.kind, text, citations, label=region.label, page=region.page, box=region.box)
            result.blocks.append(block)
    for entry in entries:
        parts: list[MappedText | str] = []
        for start, end in entry.spans:
            parts += ["\n", MappedText.from_raw(raw, start, end)]
        text = repair_plain(signs.read(MappedText.join(parts[1:])), profile)
        result.blocks.append(Block(BlockKind.REFERENCE, text))
        result.bibliography[entry.number] = parse_entry(entry.number, text.text)
    _give_sections(result.blocks)
    for block in result.blocks:
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.CAPTION):
            result.definitions.extend(definitions_of(block.text))
    metadata_of(result.blocks, result.metadata)
    return result


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
    return Block(
        BlockKind.TABLE,
        MappedText("", ()),
        label=region.label or table.label,
        table=repaired,
        page=region.page,
        box=region.box,
    )
