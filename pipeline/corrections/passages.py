"""Documents as a person reads them: the raw text around a place, and its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus import reader
from corpus.document import Block, BlockKind, Document
from pipeline.corrections.decision import LONGEST_WORDS, Anchor
from pipeline.discover import digest_of

LONGEST_SURFACE = 500  # characters that a row may be read from
AROUND = 900  # raw characters shown on each side of a place


class ChangedFileError(ValueError):
    """The file is not the one that the run read, or cannot be read any more."""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a document's raw text; offsets count raw characters."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or table row: its raw span, clean text, section and kind of block."""

    start: int
    end: int
    text: str
    section: str
    block: str
    page: int | None


def read_again(path: Path, sha256: str) -> Document:
    """The document as the reader has it. Raises ChangedFileError."""
    try:
        if digest_of(path) != sha256:
            raise ChangedFileError("has changed since the run; run again")
        return reader.read(path)
    except OSError as error:
        raise ChangedFileError(error.strerror or str(error)) from None


def window(document: Document, start: int, end: int) -> Window:
    """The text around a place, from line to line."""
    raw = document.raw
    first, last = max(start - AROUND, 0), min(end + AROUND, len(raw))
    first = max(raw.rfind("\n", first - AROUND if first > AROUND else 0, first) + 1, first - AROUND)
    stop = raw.find("\n", last, last + AROUND)
    return Window(first, last if stop < 0 else stop, raw[first : last if stop < 0 else stop])


def anchor_at(document: Document, kind: str, start: int, end: int) -> Anchor:
    """The anchor of raw characters that no record stands at. Raises ValueError for a place outside the text."""
    if not 0 <= start < end <= len(document.raw) or end - start > LONGEST_SURFACE:
        raise ValueError("is no place of the text")
    place = document.layout.place(start, end) if document.layout is not None else None
    sentence = sentence_at(document, start)
    return Anchor(
        kind=kind, start=start, end=end, page=place[0] if place else sentence.page, bbox=place[1] if place else None,
        section=sentence.section, block=sentence.block, surface=document.raw[start:end],
        words=sentence.text[:LONGEST_WORDS],
    )  # fmt: skip


def sentence_at(document: Document, offset: int) -> Sentence:
    """The sentence or table row around a raw offset; its line where the structure has none."""
    for block in document.blocks:
        start, end = block.raw_span()
        if start <= offset < end:
            for sentence in sentences(block):
                if sentence.start <= offset < sentence.end:
                    return sentence
    raw = document.raw
    first, last = raw.rfind("\n", 0, offset) + 1, raw.find("\n", offset)
    last = len(raw) if last < 0 else last
    return Sentence(first, last, " ".join(raw[first:last].split()), "", "text", None)


def sentences(block: Block) -> Iterator[Sentence]:
    """The sentences of a block, the rows of a table."""
    if block.table is not None:
        for row in block.table.rows():
            known = {id(cell): cell for cell in row if cell is not None}  # a cell over several columns is told once
            told = [cell for cell in known.values() if cell.text.segments]
            if told:
                spans = [cell.text.raw_span(0, len(cell.text.text)) for cell in told]
                text = " | ".join(cell.text.text for cell in told)
                start, end = min(a for a, _ in spans), max(b for _, b in spans)
                yield Sentence(start, end, text, block.section, "table", block.page)
        return
    from extractors.language.sentences import sentence_spans  # spaCy loads when it is needed

    kind = "caption" if block.kind is BlockKind.CAPTION else "text"
    for first, last in sentence_spans(block.text.text):
        start, end = block.text.raw_span(first, last)
        yield Sentence(start, end, block.text.text[first:last], block.section, kind, block.page)
