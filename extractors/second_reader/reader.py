"""A document read a second time, by ChemDataExtractor2: its values, each with its material and its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from spacy.language import Language

from corpus.document import Block, Document, Table
from corpus.mapped_text import MappedText
from extractors.composition import NameContext, context_of, find_materials
from extractors.language import build_language
from extractors.second_reader.patterns import (
    CANDIDATE_SENTENCE,
    CANDIDATE_WORD,
    FOOTNOTE_MARK,
    PROPERTY_COLUMN,
    REWRITES,
)

NOT_NAMES = ("class", "ion", "element")
"""Kinds of mention that name no material."""


@dataclass(frozen=True, slots=True)
class SecondReading:
    """A value as the second reader has it: S/cm or eV, offsets in raw characters."""

    kind: str
    names: tuple[str, ...]
    value_low: float
    value_high: float
    value_surface: str
    start: int
    end: int
    sentence: str
    formulas: tuple[str, ...] = ()
    """What the document says the names stand for."""


def read_again(document: Document) -> list[SecondReading]:
    """Conductivities and activation energies of a document, in order; of one value only the first reading.

    Only sentences and tables that hold a unit or a word of these properties are read. Raises
    SecondReaderMissingError when ChemDataExtractor2 is not installed.
    """
    _prepare()
    from extractors.second_reader.tokens import TAGGER

    names = context_of(document)
    TAGGER.find_names = lambda text: _name_spans(text, names)
    try:
        found: dict[tuple[str, int], SecondReading] = {}
        for block in document.evidence_blocks():
            readings = _read_text(block) if block.table is None else _read_table(block.table)
            for reading in readings:
                formulas = _formulas(reading.names, names)
                found.setdefault((reading.kind, reading.start), replace(reading, formulas=formulas))
    finally:
        TAGGER.find_names = lambda text: ()
    return sorted(found.values(), key=lambda reading: reading.start)


@cache
def _prepare() -> None:
    from extractors.second_reader.tokens import install

    install()


@cache
def _language() -> Language:
    return build_language()


def _name_spans(text: str, names: NameContext) -> list[tuple[int, int]]:
    return [(found.start, found.end) for found in find_materials(text, names) if found.kind not in NOT_NAMES]


def _formulas(found: tuple[str, ...], names: NameContext) -> tuple[str, ...]:
    materials = [material for name in found for material in find_materials(name, names)]
    return tuple(dict.fromkeys(material.formula for material in materials if material.formula))


def rewritten(text: MappedText) -> MappedText:
    """A clean text with its numbers and units in the form the second reader understands, its map kept."""
    for pattern, replacement in REWRITES:
        text = text.substitute(pattern, replacement)
    return text


def _read_text(block: Block) -> Iterator[SecondReading]:
    text = block.text.text
    if not CANDIDATE_SENTENCE.search(text):
        return
    from chemdataextractor.doc.text import Sentence

    for sentence in _language()(text).sents:
        if CANDIDATE_SENTENCE.search(sentence.text) and CANDIDATE_WORD.search(sentence.text):
            part = rewritten(block.text.slice(sentence.start_char, sentence.end_char))
            yield from _parse(Sentence(part.text), part, sentence.text)


def _read_table(table: Table) -> Iterator[SecondReading]:
    """Property columns together with the column of names, through the library's own table reader."""
    from chemdataextractor.doc import Caption
    from chemdataextractor.doc import Table as LibraryTable

    heads, rows = _grid(table)
    properties = [column for column, head in enumerate(heads) if PROPERTY_COLUMN.search(head)]
    for column in properties:
        named = _name_column(rows, column)
        if named is None:
            continue
        pairs = [(row[named], row[column]) for row in rows if row[named].text.strip() and row[column].text.strip()]
        grid = [[heads[named] or "Material", heads[column]], *([name.text, value.text] for name, value in pairs)]
        if pairs:
            for cell in _cells(LibraryTable(Caption(""), table_data=grid)):
                place = next((pair for pair in pairs if pair[1].text == cell.data), None)
                if place is not None:
                    pairs.remove(place)
                    yield from _parse(cell, place[1], f"{place[0].text} | {place[1].text}", of_cells=True)


def _cells(table: Any) -> Iterator[Any]:
    for part in table.cde_tables:
        for row in part:
            yield from row


def _grid(table: Table) -> tuple[list[str], list[list[MappedText]]]:
    """Column heads, each with the words of all its header rows, and the data rows, rewritten."""
    empty = MappedText("", ())
    grid = [[empty if cell is None else rewritten(cell.text) for cell in row] for row in table.rows()]
    header = grid[: table.header_rows]
    heads = [" ".join(dict.fromkeys(row[column].text for row in header)) for column in range(table.column_count)]
    rows = [row for number, row in enumerate(grid) if number >= table.header_rows and number not in table.subheadings]
    return [FOOTNOTE_MARK.sub("", head).strip() for head in heads], rows


def _name_column(rows: list[list[MappedText]], value_column: int) -> int | None:
    """The leftmost column in which most cells name a material; None when there is none."""
    from extractors.second_reader.tokens import TAGGER

    for column in range(len(rows[0]) if rows else 0):
        filled = [row[column].text for row in rows if row[column].text.strip()]
        if (
            column != value_column
            and filled
            and 2 * sum(bool(list(TAGGER.find_names(t))) for t in filled) > len(filled)
        ):
            return column
    return None


def _parse(element: Any, text: MappedText, evidence: str, *, of_cells: bool = False) -> Iterator[SecondReading]:
    """Results of every grammar on one sentence or cell; none where no material is named."""
    from extractors.second_reader.grammar import MODELS, NAME, plain, standard_values

    words = plain(element)
    if not any(word[1] == NAME for word in words):
        return
    for kind, model in MODELS.items():
        for parser in model.parsers:
            if parser.of_cells is not of_cells:
                continue
            for found in parser.read(words):
                values, names = standard_values(kind, found), _names(found)
                place = _place(element, found) if values is not None and names else None
                if values is not None and place is not None:
                    start, end = text.raw_span(*place)
                    surface = text.text[slice(*place)]
                    yield SecondReading(kind, names, *values, surface, start, end, evidence)


def _names(found: Any) -> tuple[str, ...]:
    return tuple(sorted(found.compound.names)) if found.compound is not None and found.compound.names else ()


def _place(element: Any, found: Any) -> tuple[int, int] | None:
    """Span, in the element's own text, of the number a result was made of."""
    first, last = found.token_range
    tokens = element.tokens[first:last] if last > first else element.tokens[first:]
    return _find_run(tokens, found.raw_value.replace(" ", ""))


def _find_run(tokens: Iterable[Any], wanted: str) -> tuple[int, int] | None:
    """The first run of tokens that read as ``wanted`` when joined."""
    run = list(tokens)
    for first in range(len(run)):
        joined = ""
        for token in run[first:]:
            joined += token.text
            if joined == wanted:
                return run[first].start, token.end
            if not wanted.startswith(joined):
                break
    return None
