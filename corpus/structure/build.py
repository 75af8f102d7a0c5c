"""Puts the parts of the structure together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import partial

from corpus.document import BibliographyEntry, Block, BlockKind, Cell, Definition, Metadata, Problem, Table
from corpus.mapped_text import MappedText
from corpus.readers.base import RawDocument
from corpus.repair import profile_of, repair_with_citations


@dataclass(slots=True)
class Structure:
    """What was found in a raw document."""

    blocks: list[Block] = field(default_factory=list)
    bibliography: dict[int, BibliographyEntry] = field(default_factory=dict)
    definitions: list[Definition] = field(default_factory=list)
    metadata: Metadata = field(default_factory=Metadata)
    problems: list[Problem] = field(default_factory=list)


_HEADING = re.compile(r"^(?:#{1,6} )?(?:\d+(?:\.\d+)*\.? )?[A-Z][^.!?]{2,110}$")
_CAPTION = re.compile(r"^(?:\*\*)?((?:Fig(?:ure|\.)?|Scheme|Table) ?\d+)")
_REFERENCES = re.compile(r"^#*\s*(?:References|REFERENCES|Bibliography)\s*$")
_TAB = re.compile(r"\t(?!imes|ext\{)")


def build(document: RawDocument) -> Structure:
    """Blocks, bibliography, definitions and metadata of a raw document."""
    raw = document.raw
    profile = profile_of(raw)
    clean = partial(repair_with_citations, profile=profile)
    result = Structure(metadata=document.metadata)
    section = ""
    kind_now = BlockKind.PARAGRAPH
    offset = 0
    table_lines: list[tuple[int, int]] = []
    paragraph: list[tuple[int, int]] = []

    def flush() -> None:
        if paragraph:
            text, citations = clean(MappedText.from_raw(raw, paragraph[0][0], paragraph[-1][1]))
            paragraph.clear()
            if text.text:
                match = _CAPTION.match(text.text)
                kind = BlockKind.CAPTION if match and kind_now is BlockKind.PARAGRAPH else kind_now
                result.blocks.append(
                    Block(kind, text, citations, section=section, label=match.group(1) if match else "")
                )
        if len(table_lines) > 1:
            result.blocks.append(_table(raw, table_lines, section, clean))
        table_lines.clear()

    for line in raw.split("\n"):
        start, end = offset, offset + len(line)
        offset = end + 1
        stripped = line.strip()
        if not stripped:
            if not profile.line_wrapped:
                flush()
            continue
        if _REFERENCES.match(stripped):
            flush()
            kind_now = BlockKind.REFERENCE
            continue
        if _TAB.search(line) and kind_now is BlockKind.PARAGRAPH:
            if paragraph:
                flush()
            table_lines.append((start, end))
            continue
        if table_lines:
            flush()
        if (
            _HEADING.match(stripped)
            and kind_now is BlockKind.PARAGRAPH
            and len(stripped) > 3
            and not profile.line_wrapped
            and len(raw) > 2000
        ):
            flush()
            text, _ = clean(MappedText.from_raw(raw, start, end))
            section = text.text
            result.blocks.append(Block(BlockKind.HEADING, text, section=section))
            continue
        if profile.line_wrapped and re.match(r"^ ?(?:\d+(?:\.\d+)*\.? [A-Z]|Fig\. \d)", line):
            flush()
        paragraph.append((start, end))
        if not profile.line_wrapped or (re.search(r"\.[\d,–]*$", stripped) and len(stripped) < 55):
            flush()
    flush()
    return result


def _table(raw: str, lines: list[tuple[int, int]], section: str, clean: object) -> Block:
    cells = []
    columns = 0
    for row, (start, end) in enumerate(lines):
        position = start
        for column, part in enumerate(_TAB.split(raw[start:end])):
            text, citations = clean(MappedText.from_raw(raw, position, position + len(part)))  # type: ignore[operator]
            cells.append(Cell(row, column, text, citations))
            columns = max(columns, column + 1)
            position += len(part) + 1
    table = Table(cells, len(lines), columns, shape="tab", raw_start=lines[0][0], raw_end=lines[-1][1])
    return Block(BlockKind.TABLE, MappedText("", ()), section=section, table=table)
