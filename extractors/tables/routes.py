"""How the row's sample was made: a method column, columns of conditions, or a method named by the caption."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.document import Cell, Document, Table
from extractors.records import SynthesisStep
from extractors.synthesis import parse_method_cell
from extractors.synthesis.vocabulary import find_methods
from extractors.tables import patterns
from extractors.tables.columns import Column, Meaning
from extractors.tables.grid import Row

# "1100/12" below "Sintering (°C/h)"
_BOTH_UNITS = re.compile(r"(°\s?C|K)\s?[/,;×x]\s?(h|min)\b")
_BOTH = re.compile(r"(\d{3,4})\s?[/,;×x]\s?(\d{1,3}(?:\.\d)?)")
_WORD = re.compile(r"[A-Za-z][\w-]*")


@dataclass(frozen=True, slots=True)
class Route:
    """A route as the row gives it; ``span``: clean span of its method's (or first condition's) words in ``cell``."""

    method: str
    methods: list[str]
    steps: list[SynthesisStep]
    cell: Cell
    span: tuple[int, int]
    named_in_row: bool


@dataclass(slots=True)
class Routes:
    """Reads the routes of one table's rows."""

    table: Table
    columns: Sequence[Column]
    document: Document
    _short: dict[str, str] = field(default_factory=dict)
    _caption_methods: list[str] = field(default_factory=list)

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

    def of(self, row: Row, sample: Cell | None) -> Route | None:
        """The route of a row; None when neither row nor caption names a method or condition."""
        route = self._from_cells(row)
        if route is not None:
            return route
        if self._caption_methods and sample is not None:
            return Route(self._caption_methods[0], self._caption_methods, [], sample, (0, len(sample.text.text)), False)
        return None

    def _from_cells(self, row: Row) -> Route | None:
        methods: list[str] = []
        steps: list[SynthesisStep] = []
        place: tuple[Cell, tuple[int, int]] | None = None
        named = False
        for column in self.columns:
            cell = row.cells[column.index]
            if cell is None or column.meaning not in (Meaning.METHOD, Meaning.CONDITIONS):
                continue
            text = self._written_out(cell.text.text, column)
            if text is None or patterns.LOOKED_AT.search(text):
                continue
            parsed = parse_method_cell(text, column.head)
            conditions_only = column.meaning is Meaning.CONDITIONS and parsed.method_span is None
            if parsed.method is None and not parsed.steps:
                continue
            only_solvent = parsed.method_span is None and any(step.solvent for step in parsed.steps)
            if not conditions_only and not only_solvent:
                methods.extend(code for code in parsed.methods if code not in methods)
                named = True
            _add_steps(steps, parsed.steps)
            if place is None or (not conditions_only and not named):
                span = parsed.method_span if parsed.method_span and text == cell.text.text else (0, len(cell.text.text))
                place = (cell, span)
        if place is None:
            return None
        if not named and any(step.solvent for step in steps):
            methods = ["liquid-phase"]  # a solvent alone names a wet route
        methods = methods or self._caption_methods or self._head_methods() or ["annealing-only"]
        return Route(methods[0], methods, steps, place[0], place[1], named)

    def _written_out(self, text: str, column: Column) -> str | None:
        """A cell with the short names of methods that caption, notes or glossary define written out.

        A bare number gets the unit of its head; None when a cell of conditions holds nothing to read.
        """
        stripped = text.strip()
        if stripped in self._short:
            return self._short[stripped]
        both = _BOTH_UNITS.search(column.head)
        if both is not None and (pair := _BOTH.fullmatch(stripped)) is not None:
            return f"{pair[1]} {both[1]}, {pair[2]} {both[2]}"
        if column.meaning is Meaning.CONDITIONS and re.fullmatch(
            r"\d+(?:\.\d+)?(?:\s?[–-]\s?\d+(?:\.\d+)?)?", stripped
        ):
            unit = re.search(r"[(/\[]\s*(°\s?C|K|h|hours?|min|MPa|GPa|rpm)\s*[)\]]?\s*$", column.head)
            return f"{stripped} {unit[1]}" if unit is not None else None
        if not stripped or not _WORD.search(stripped):
            return None
        return text

    def _head_methods(self) -> list[str]:
        for column in self.columns:
            if column.meaning is Meaning.CONDITIONS:
                found = [method.code for _, method in find_methods(column.head, in_cell=True)]
                if found:
                    return found
        return []


def _add_steps(steps: list[SynthesisStep], more: list[SynthesisStep]) -> None:
    """Add steps; conditions of one operation from neighbouring columns (temperature, time) become one step."""
    for step in more:
        if len(more) == 1 and steps and steps[-1].op == step.op and not _conditions(steps[-1]) & _conditions(step):
            given = {name: getattr(step, name) for name in _conditions(step)}
            steps[-1] = steps[-1].model_copy(update={**given, "surface": f"{steps[-1].surface} {step.surface}"})
        else:
            steps.append(step)


def _conditions(step: SynthesisStep) -> set[str]:
    return {name for name, value in step.model_dump(exclude={"op", "surface"}).items() if value is not None}


def _caption_methods(caption: str) -> list[str]:
    """The one method that a caption says all rows were made by; empty for none or several."""
    said = [match.group() for match in patterns.MADE_BY.finditer(caption)]
    if any(patterns.COMPARED.search(words) for words in said):
        return []
    codes = list(dict.fromkeys(method.code for words in said for _, method in find_methods(words, in_cell=True)))
    return codes if len(codes) == 1 else []


def _last_words(long: str, short: str) -> str:
    """As many words before a bracket as the short name has letters."""
    words = long.split()
    return " ".join(words[-max(len(short.replace("-", "")), 1) :])
