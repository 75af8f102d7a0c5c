"""How the row's sample was made: a method column, columns of conditions, or a method named by the caption."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.document import Cell, Document, Table
from extractors.composition.names import plain
from extractors.records import SynthesisStep
from extractors.synthesis import parse_method_cell
from extractors.synthesis.cells import NO_METHOD, MethodCell, ways_in
from extractors.synthesis.method_choice import MINOR, choose_methods
from extractors.synthesis.operations import find_operations
from extractors.synthesis.vocabulary import find_methods, method_operation
from extractors.tables import patterns
from extractors.tables.columns import Column, Meaning
from extractors.tables.cues import CUES
from extractors.tables.grid import Row
from extractors.tables.labels import remark_behind
from extractors.tables.samples import NAMING
from extractors.tables.temperatures import cell_marks, note_mark
from extractors.tables.written_out import with_unit

_LISTED = re.compile(r"\s*[,;+]\s+|\s+(?:and|\+)\s+")
_WORD = re.compile(r"[A-Za-z][\w-]*")
_SHORT_NAME = re.compile(r"[A-Z][A-Z-]{1,7}")


@dataclass(frozen=True, slots=True)
class Route:
    """A route as the row gives it; ``span``: clean span of its method's (or first condition's) words in ``cell``."""

    methods: list[str]
    steps: list[SynthesisStep]
    precursors: list[str]
    cell: Cell
    span: tuple[int, int]
    named_in_row: bool


@dataclass(slots=True)
class _Told:
    """What has been gathered of a row's route: methods, steps, and where the first of them stands."""

    methods: list[str] = field(default_factory=list)
    steps: list[SynthesisStep] = field(default_factory=list)
    place: tuple[Cell, tuple[int, int]] | None = None

    def add(self, parsed: MethodCell, place: tuple[Cell, tuple[int, int]], *, named: bool) -> None:
        """Take what a cell says; the cell that names the method is the route's place."""
        if self.place is None or (named and not self.methods):
            self.place = place
        if named:
            self.methods.extend(code for code in parsed.methods if code not in self.methods)
        _add_steps(self.steps, parsed.steps)


@dataclass(slots=True)
class Routes:
    """Reads the routes of one table's rows."""

    table: Table
    columns: Sequence[Column]
    document: Document
    _short: dict[str, str] = field(default_factory=dict)
    _caption_methods: list[str] = field(default_factory=list)
    _above: dict[int, Cell] = field(default_factory=dict)
    _notes: dict[str, MethodCell] = field(default_factory=dict)  # what footnotes tell of making, by their marks
    made: bool = False  # whether a column tells of making

    def __post_init__(self) -> None:
        said = " ".join([self.table.caption.text, *(note.text for note in self.table.footnotes)])
        for long_first, short_second, short_first, long_second in patterns.SHORT_AND_LONG.findall(said):
            short, long = (short_second, long_first) if short_second else (short_first, long_second)
            if find_methods(long, in_cell=True):
                self._short.setdefault(short, _last_words(long, short))
        for definition in self.document.definitions:
            if find_methods(definition.long, in_cell=True):
                self._short.setdefault(definition.short, definition.long)
        self._caption_methods = _caption_methods(self.table.caption.text)
        self.made = any(column.meaning in (Meaning.METHOD, Meaning.CONDITIONS) for column in self.columns)
        for note in self.table.footnotes:
            if (mark := note_mark(note.text)) and find_methods(note.text):
                self._notes[mark] = parse_method_cell(note.text)

    def of(self, row: Row, sample: Cell | None) -> Route | None:
        """The route of a row; None when nothing tells a method or condition.

        A method that its cells do not name is that of a marked footnote, the row's title, the caption, a head, or what
        its steps amount to.
        """
        noted = self._noted(row, sample)
        elsewhere = noted.methods or ways_in(row.title) or self._caption_methods
        told = self._from_cells(row, elsewhere)
        named = bool(told.methods)
        if not named:
            _add_told_elsewhere(told, noted, elsewhere, sample)
        if told.place is None or (not told.methods and self._names_unknown(row)):
            return None
        precursors = [plain(part) for c in self.columns if c.meaning is Meaning.PRECURSORS for part in _parts(row, c)]
        methods = told.methods or self._unnamed(told.steps, precursors)
        if methods == ["other"] and all(step.op == "press" for step in told.steps):
            return None  # a pellet's pressing makes no material
        return Route(methods, told.steps, precursors, *told.place, named)

    def _unnamed(self, steps: Sequence[SynthesisStep], precursors: Sequence[str]) -> list[str]:
        """What steps amount to; where that is no more than a heat treatment, the method of a head of conditions."""
        mixed = any(step.op == "mix" for step in steps)  # what is mixed before it is heated are starting materials
        methods = choose_methods([], steps, precursors, from_several=mixed)
        return methods if methods[0] not in MINOR else self._head_methods() or methods

    def _names_unknown(self, row: Row) -> bool:
        """Whether a short name that nothing writes out stands for the method."""
        return any(c.meaning is Meaning.METHOD and _SHORT_NAME.fullmatch(row.text(c.index)) for c in self.columns)

    def _noted(self, row: Row, sample: Cell | None) -> MethodCell:
        """What a marked footnote, or words behind the name of the row's material, tell of its making."""
        marks = [mark for cell in row.cells if cell is not None for mark in cell_marks(cell)]
        noted = next((self._notes[mark] for mark in marks if mark in self._notes), NO_METHOD)
        return noted if noted is not NO_METHOD else self._remarked(row, sample)

    def _remarked(self, row: Row, sample: Cell | None) -> MethodCell:
        """What stands behind the material's name, or in a bracket behind it or a value."""
        behind = remark_behind(sample.text.text) if sample is not None else None
        if behind is not None:
            return parse_method_cell(behind[1])
        told = [sample, *(row.cells[c.index] for c in self.columns if c.meaning is Meaning.VALUE)]
        remarks = (patterns.REMARK.match(cell.text.text.strip()) for cell in told if cell is not None)
        made = [remark["remark"] for remark in remarks if remark is not None and ways_in(remark["remark"])]
        return parse_method_cell(made[0]) if made else NO_METHOD

    def _from_cells(self, row: Row, elsewhere: Sequence[str]) -> _Told:
        """What the cells tell; bare conditions are those of the method that one names, else of ``elsewhere``."""
        texts = [(column, cell, text) for column, cell in self._making(row) if (text := self._text(cell, column))]
        named = next((codes for _, _, text in texts if (codes := ways_in(text))), elsewhere)
        op = method_operation(named[0]) if named else ""
        told = _Told()
        for column, cell, text in texts:
            parsed = _parsed(text, column, _left_open(told.steps) or op)
            span = parsed.method_span if text == cell.text.text else None
            if parsed.method is not None or parsed.steps:
                named_here = parsed.method_span is not None or (
                    column.meaning is Meaning.METHOD and not any(step.solvent for step in parsed.steps)
                )
                told.add(parsed, (cell, span or (0, len(cell.text.text))), named=named_here)
        return told

    def _making(self, row: Row) -> Iterator[tuple[Column, Cell]]:
        """The cells of the row that tell of making."""
        for column in self.columns:
            cell = self._cell(row, column) if self._tells(column) else None
            if cell is not None:
                yield column, cell

    def _text(self, cell: Cell, column: Column) -> str | None:
        text = self._written_out(cell.text.text, column)
        told = text is not None and not CUES.LOOKED_AT.search(text) and not patterns.NOT_DONE.match(text)
        return text if told else None

    def _cell(self, row: Row, column: Column) -> Cell | None:
        """The row's cell; one that groups the rows below it, standing before what names them, is carried down."""
        cell = row.cells[column.index]
        if cell is not None and cell.text.text.strip():
            self._above[column.index] = cell
        groups = any(other.index > column.index and other.meaning in NAMING for other in self.columns)
        return cell or (self._above.get(column.index) if groups and column.meaning is not Meaning.ADDITIVE else None)

    def _tells(self, column: Column) -> bool:
        """Whether a column tells of making: a solvent does where another column does."""
        solvent = column.meaning is Meaning.ADDITIVE and CUES.SOLVENT_HEAD.search(column.head)
        return bool(column.meaning in (Meaning.METHOD, Meaning.CONDITIONS) or (solvent and self.made))

    def _written_out(self, text: str, column: Column) -> str | None:
        """A cell with the short names of methods that caption, notes or glossary define written out.

        A bare number gets the unit of its head; None when a cell of conditions holds nothing to read.
        """
        stripped = text.strip()
        if stripped in self._short:
            return self._short[stripped]
        if column.meaning is not Meaning.ADDITIVE and (told := with_unit(text, column.head)) != text:
            return told
        if not stripped or not _WORD.search(stripped):
            return None
        return _WORD.sub(lambda word: self._long(word.group()), text) if self._short else text

    def _long(self, word: str) -> str:
        """A short name that caption or notes define, written out unless it is known by itself."""
        return self._short[word] if word in self._short and not ways_in(word) else word

    def _head_methods(self) -> list[str]:
        conditions = (column.head for column in self.columns if column.meaning is Meaning.CONDITIONS)
        return next((codes for head in conditions if (codes := ways_in(head))), [])


def _add_told_elsewhere(told: _Told, noted: MethodCell, methods: list[str], sample: Cell | None) -> None:
    """Give a route without a method that of a marked footnote, the row's title or the caption."""
    _add_steps(told.steps, noted.steps)
    told.methods = methods
    if told.place is None and methods and sample is not None:
        told.place = sample, (0, len(sample.text.text))
    if not methods and any(step.solvent and step.op != "quench" for step in told.steps):
        told.methods = ["liquid-phase"]  # a solvent alone names a wet route


def _parsed(text: str, column: Column, op: str) -> MethodCell:
    """What a cell tells; one that names no method has that of its column's head ("Quenching method")."""
    parsed = parse_method_cell(text, column.head, op)
    if parsed is NO_METHOD and column.meaning is Meaning.CONDITIONS and _WORD.search(text):
        return MethodCell("other", ["other"], None, [SynthesisStep(op=op, surface=text.strip()) for op in _ops(column)])
    if column.meaning is not Meaning.METHOD or parsed.method is not None or not _WORD.search(text):
        return parsed
    codes = ways_in(column.head)
    return MethodCell(codes[0], codes, None, []) if codes else NO_METHOD


def _ops(column: Column) -> list[str]:
    """The operation that a head of conditions names, for a cell that tells but where it was done: "mortar"."""
    return [mention.code for mention in find_operations(column.head)][:1]


def _parts(row: Row, column: Column) -> list[str]:
    return [part for part in _LISTED.split(row.text(column.index)) if _WORD.search(part)]


def _add_steps(steps: list[SynthesisStep], more: list[SynthesisStep]) -> None:
    """Add steps; conditions of one operation from neighbouring columns (temperature, time) become one step."""
    for step in more:
        if len(more) == 1 and steps and steps[-1].op == step.op and not _conditions(steps[-1]) & _conditions(step):
            given = {name: getattr(step, name) for name in _conditions(step)}
            steps[-1] = steps[-1].model_copy(update={**given, "surface": f"{steps[-1].surface} {step.surface}"})
        else:
            steps.append(step)


def _left_open(steps: Sequence[SynthesisStep]) -> str | None:
    """The operation that was told with its temperature and without its time, which the next cell may tell."""
    last = steps[-1] if steps else None
    return last.op if last is not None and _conditions(last) == {"temperature_c"} else None


def _conditions(step: SynthesisStep) -> set[str]:
    return {name for name, value in step.model_dump(exclude={"op", "surface"}).items() if value is not None}


def _caption_methods(caption: str) -> list[str]:
    """The one method that a caption says all rows were made by; empty for none or several."""
    said = [match.group() for match in CUES.MADE_BY.finditer(caption)]
    if any(CUES.COMPARED.search(words) for words in said):
        return []
    codes = list(dict.fromkeys(code for words in said for code in ways_in(words)))
    return codes if len(codes) == 1 else []


def _last_words(long: str, short: str) -> str:
    """As many words before a bracket as the short name has letters."""
    words = long.split()
    return " ".join(words[-max(len(short.replace("-", "")), 1) :])
