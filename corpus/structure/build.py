"""Puts the parts of the structure together."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from corpus.document import BibliographyEntry, Block, BlockKind, Citation, Definition, Metadata, Problem
from corpus.mapped_text import MappedText
from corpus.readers.base import RawDocument
from corpus.repair import DocumentSigns, repair_plain, repair_with_citations
from corpus.repair.displaced_scripts import restore_scripts
from corpus.repair.profile import Profile, citing_as_in
from corpus.structure.bibliography import (
    RawEntry,
    find_bibliographies,
    parse_entry,
    split_entries,
    tables_among,
    with_bibliography,
)
from corpus.structure.body import Assembler, Piece
from corpus.structure.captions import Caption, find_captions
from corpus.structure.front_matter import metadata_of
from corpus.structure.glossary import definitions_of, glossary_entries
from corpus.structure.headings import begins_part
from corpus.structure.lines import Line, column_width, contents_lines, cut_lines, debris, lines_of, running_heads
from corpus.structure.offsets import move_blocks
from corpus.structure.patterns import STRUCTURE
from corpus.structure.printed_columns import in_reading_order
from corpus.structure.table_notes import attach_notes
from corpus.tables import FoundTable, find_tables

Clean = Callable[[MappedText], tuple[MappedText, tuple[Citation, ...]]]
Plain = Callable[[MappedText], MappedText]
_DASH_BULLET = re.compile(r"^[-•▪◦·*]\s+")


@dataclass(slots=True)
class Structure:
    """What was found in a raw document."""

    blocks: list[Block] = field(default_factory=list)
    bibliography: dict[int, BibliographyEntry] = field(default_factory=dict)
    definitions: list[Definition] = field(default_factory=list)
    metadata: Metadata = field(default_factory=Metadata)
    problems: list[Problem] = field(default_factory=list)


def build(document: RawDocument) -> Structure:
    """Blocks, bibliography, definitions and metadata of a raw document."""
    from corpus.structure.regions import build_from_regions

    if document.regions:
        return build_from_regions(document)
    signs = DocumentSigns.of(document.raw)
    reading, displaced = restore_scripts(signs.read(in_reading_order(document.raw)))
    result = _Builder(replace(document, raw=reading.text), signs.profile_of(reading.text)).build()
    if reading.text != document.raw:
        move_blocks(result.blocks, reading)
        result.definitions = [replace(d, raw_start=_at(reading, d.raw_start)) for d in result.definitions]
        result.problems = [
            p if p.raw_start is None else replace(p, raw_start=_at(reading, p.raw_start)) for p in result.problems
        ]
    result.problems += [*signs.problems(reading), *displaced]
    return result


def _at(reading: MappedText, offset: int) -> int:
    """The raw offset of one place of the text that was read."""
    return reading.raw_span(offset, offset)[0]


class _Builder:
    """One text without layout on its way to a structure."""

    def __init__(self, document: RawDocument, profile: Profile) -> None:
        self.raw = document.raw
        self.lines = lines_of(document.raw)
        self.profile = profile
        self.width = column_width(self.lines)
        self.heads = running_heads(self.lines) if len(self.lines) > 3 else set[int]()
        self.contents = contents_lines(self.lines)
        self.references: list[range] = []
        self.told_anew: set[int] = set()  # numbers of references that several chapters give to different works
        self.chapters: list[tuple[int, Profile]] = []  # where a part with a list of references of its own ends
        self.floats: list[range] = []  # lines of tables that stand between their entries
        self.tabled: set[int] = set()  # lines that tables own
        self.result = Structure(metadata=replace(document.metadata))

    def build(self) -> Structure:
        entries = self._bibliography()
        tables = [
            table
            for start, end in self._body()
            for table in find_tables(self.raw, start, end, self._clean)
            if not self._is_contents(table)
        ]
        self._cut_at_tables(tables)
        taken = self.heads | self.contents | {index for part in self.references for index in part}
        self._tables(tables, taken)
        self._debris(taken)
        self.heads -= self.tabled
        found = find_captions(self.lines, taken.__contains__, self.profile, self.heads)
        captions = {caption.left[0]: caption for caption in found}
        assembler = Assembler(self.raw, self.lines, taken, captions, self.profile.line_wrapped, self.width)
        for piece in assembler.run():
            self._add(piece, captions)
        add_glossary(self.result, self.raw, self.lines, assembler.glossary, self.profile)
        add_references(self.result, self.raw, entries, partial(repair_plain, profile=self.profile))
        self._leave_out_told_anew()
        for index in sorted(self.heads | self.contents):
            kind = BlockKind.RUNNING_HEAD if index in self.heads else BlockKind.FRONT_MATTER
            text = MappedText.from_raw(self.raw, self.lines[index].start, self.lines[index].end)
            self.result.blocks.append(Block(kind, text))
        self.result.blocks.sort(key=lambda block: block.raw_span()[0])
        _give_sections(self.result.blocks)
        attach_notes(self.result.blocks)
        if self.references:
            _close_body(self.result.blocks, self.lines[self.references[-1].stop - 1].end, self._second_part())
        for block in self.result.blocks:
            if block.kind in (BlockKind.PARAGRAPH, BlockKind.CAPTION):
                self.result.definitions.extend(definitions_of(block.text))
        metadata_of(self.result.blocks, self.result.metadata)
        return self.result

    def _bibliography(self) -> list[RawEntry]:
        """Entries of all lists of references; of a number that several give to the same work, that of the first."""
        self.references = [range(first, last) for first, last in find_bibliographies(self.lines)]
        entries: dict[int, RawEntry] = {}
        self.floats = [rows for part in self.references for rows in tables_among(self.lines, part.start + 1, part.stop)]
        apart = self.heads.union(*self.floats)
        for part in self.references:
            for entry in split_entries(self.lines, apart.__contains__, part.start + 1, part.stop):
                first = entries.setdefault(entry.number, entry)
                if _told(self.raw, first) != _told(self.raw, entry):
                    self.told_anew.add(entry.number)
        self.profile = with_bibliography(self.profile, self.raw, list(entries.values()))
        start = 0
        for part in self.references:
            stop = self.lines[part.start].start
            self.chapters.append((stop, citing_as_in(self.profile, self.raw[start:stop])))
            start = self.lines[part.stop - 1].end
        return list(entries.values())

    def _leave_out_told_anew(self) -> None:
        """A number that several chapters give to different works names none."""
        if self.told_anew:
            for number in self.told_anew:
                self.result.bibliography.pop(number, None)
            message = f"{len(self.told_anew)} numbers of references stand for several works, none is named"
            start = self.lines[self.references[1].start].start
            self.result.problems.append(Problem("references_numbered_anew", message, raw_start=start))

    def _clean(self, text: MappedText) -> tuple[MappedText, tuple[Citation, ...]]:
        """A repaired text and its citations; each chapter with a list of references cites in its own way."""
        at = text.raw_span(0, len(text))[0]
        place = bisect_right(self.chapters, at, key=lambda chapter: chapter[0])
        own = len(self.chapters) > 1 and place < len(self.chapters)
        return repair_with_citations(text, self.chapters[place][1] if own else self.profile)

    def _second_part(self) -> int:
        """Where appendices, supporting information or another article begin behind the last list of references."""
        stop = self.references[-1].stop if self.references else len(self.lines)
        behind = (line.start for line in self.lines[stop:] if begins_part(line.text))
        return next(behind, len(self.raw))

    def _body(self) -> list[tuple[int, int]]:
        """The stretches of the text that are no lists of references, nor what publishers set behind the last."""
        stretches = [(self.lines[rows.start].start, self.lines[rows.stop - 1].end) for rows in self.floats]
        start = 0
        for part in self.references:
            stretches.append((start, self.lines[part.start].start))
            start = self.lines[part.stop - 1].end
        return [*sorted(stretches), (self._second_part() if self.references else 0, len(self.raw))]

    def _is_contents(self, table: FoundTable) -> bool:
        return any(start <= self.lines[i].start < end for start, end in table.consumed for i in self.contents)

    def _cut_at_tables(self, found: Sequence[FoundTable]) -> None:
        """Lines are cut where a table begins or ends inside one."""
        bounds = [bound for table in found for span in table.consumed for bound in span]
        lines, first = cut_lines(self.lines, bounds)
        if len(lines) > len(self.lines):
            self.lines = lines
            self.heads = {first[index] for index in self.heads}
            self.contents = {first[index] for index in self.contents}
            self.references = [range(first[part.start], first[part.stop]) for part in self.references]

    def _tables(self, found: Sequence[FoundTable], taken: set[int]) -> None:
        spans = sorted(span for table in found for span in table.consumed)
        place = 0
        for index, line in enumerate(self.lines):
            while place < len(spans) and spans[place][1] <= line.start:
                place += 1
            if place < len(spans) and not line.blank and spans[place][0] <= line.start and line.end <= spans[place][1]:
                taken.add(index)
                self.tabled.add(index)
        for table in found:
            self.result.problems.extend(table.problems)
            kind = BlockKind.TABLE if table.table.cells else BlockKind.UNREADABLE
            self.result.blocks.append(
                Block(kind, MappedText("", ()), label=table.table.label, table=table.table, page=table.table.page)
            )

    def _debris(self, taken: set[int]) -> None:
        for first, last in debris(self.lines):
            filled = [i for i in range(first, last) if not self.lines[i].blank]
            left = [i for i in filled if i not in taken]
            taken.update(left)
            if len(left) < 0.5 * len(filled):
                continue  # a table that was set sideways, told of by the table reader
            text = MappedText.from_raw(self.raw, self.lines[first].start, self.lines[last - 1].end)
            if STRUCTURE.SIDEWAYS_STAMP.search("".join(self.lines[i].text for i in filled).replace(" ", "")):
                self.result.blocks.append(Block(BlockKind.RUNNING_HEAD, text))
                continue
            self.result.blocks.append(Block(BlockKind.UNREADABLE, text))
            message = f"lines {first + 1} to {last} hold one or a few characters each (text set sideways)"
            self.result.problems.append(Problem("unreadable_text", message, raw_start=self.lines[first].start))

    def _add(self, piece: Piece, captions: dict[int, Caption]) -> None:
        if piece.kind is BlockKind.CAPTION:
            parts = captions[piece.lines[0]].parts(self.raw, self.lines, self.profile)
        else:
            parts = self._parts(piece)
        joined = MappedText.join(parts)
        if piece.kind.is_evidence or piece.kind is BlockKind.HEADING:
            text, citations = self._clean(joined)
        else:
            text, citations = repair_plain(joined, self.profile), ()
        if text.text:
            self.result.blocks.append(Block(piece.kind, text, citations, label=piece.label))

    def _parts(self, piece: Piece) -> list[MappedText | str]:
        """The raw stretches of a piece's lines; lines with only blanks between them are one stretch."""
        parts: list[MappedText | str] = []
        first = self.lines[piece.lines[0]]
        start, end = first.start, first.end
        if piece.skip < 0:
            return [MappedText.from_raw(self.raw, start, start - piece.skip)]
        start += piece.skip
        if piece.kind in (BlockKind.HEADING, BlockKind.TITLE):
            start += len(first.text) - len(first.text.lstrip("# "))
        bullet = _DASH_BULLET.match(first.text) if piece.kind is BlockKind.PARAGRAPH and not piece.skip else None
        if bullet and STRUCTURE.BULLET.match(first.text):
            start += bullet.end()
        for index in piece.lines[1:]:
            line = self.lines[index]
            if self.raw[end : line.start].strip():
                parts += [MappedText.from_raw(self.raw, start, end), "\n"]
                start = line.start
            end = line.end
        return [*parts, MappedText.from_raw(self.raw, start, end)]


def _told(raw: str, entry: RawEntry) -> str:
    """The words of an entry, however its lines are broken."""
    return " ".join(" ".join(raw[start:end] for start, end in entry.spans).split())


def add_references(result: Structure, raw: str, entries: Sequence[RawEntry], plain: Plain) -> None:
    """Blocks and bibliography of the entries of a list of references."""
    for entry in entries:
        text = plain(MappedText.of_lines(raw, entry.spans))
        result.blocks.append(Block(BlockKind.REFERENCE, text))
        result.bibliography[entry.number] = parse_entry(entry.number, text.text)


def add_glossary(result: Structure, raw: str, lines: Sequence[Line], indices: Sequence[int], profile: Profile) -> None:
    """Blocks and definitions of the entries that stand on the lines of a list of abbreviations."""
    for entry in glossary_entries(lines, indices):
        long_text = repair_with_citations(MappedText.of_lines(raw, entry.long), profile)[0]
        if entry.short is None:
            result.blocks.append(Block(BlockKind.GLOSSARY, long_text))
            continue
        short_text = repair_with_citations(MappedText.from_raw(raw, *entry.short), profile)[0]
        result.blocks.append(Block(BlockKind.GLOSSARY, MappedText.join([short_text, ": ", long_text])))
        if short_text.text and long_text.text:
            result.definitions.append(Definition(short_text.text, long_text.text, entry.short[0], "glossary"))


def _give_sections(blocks: Sequence[Block]) -> None:
    """Every block takes the title of the last heading before it."""
    section = ""
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            section = block.text.text
        block.section = section


def _close_body(blocks: Sequence[Block], start: int, end: int) -> None:
    """Prose right behind the bibliography is no evidence (graphical abstracts, disclaimers)."""
    for block in blocks:
        if block.kind is BlockKind.PARAGRAPH and start <= block.raw_span()[0] < end:
            block.kind = BlockKind.BACK_MATTER
