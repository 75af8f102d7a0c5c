"""Which material a row is about: from its cells, the rows above, the sub-heading and the caption's series formula."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpus.document import Cell, Table
from extractors.tables import patterns
from extractors.tables.columns import Column, Meaning
from extractors.tables.grid import Row
from extractors.tables.names import Names, series_with, variables_of

_DASH = re.compile(r"^[\s/–—−-]*$|^n\.?[/.]?a\.?$", re.IGNORECASE)
_JOINED = (Meaning.MATERIAL, Meaning.MATRIX, Meaning.SALT, Meaning.FILLER)
_ELEMENT = re.compile(r"^[A-Z][a-z]?(?:\d?[+-]|\^\d?[+-]|\d\+)?$")
_TOKEN_EDGES = " ,.;:()[]"


@dataclass(frozen=True, slots=True)
class Sample:
    """The material of a row. Offsets count characters of the cell's clean text."""

    name: str
    cell: Cell | None = None
    start: int = 0
    end: int = 0
    formula: str | None = None
    form: str | None = None
    subject_kind: str = "specific"
    reasons: tuple[str, ...] = ()


@dataclass(slots=True)
class Samples:
    """Reads the materials of one table's rows in order, remembering what is carried down."""

    table: Table
    columns: Sequence[Column]
    names: Names
    series: str | None = None
    host: str | None = None
    _above: dict[int, Cell] = field(default_factory=dict)

    def __post_init__(self) -> None:
        said = [*_formulas(self.table.caption.text), *(f for c in self.columns for f in _formulas(c.head))]
        with_variables = [formula for formula in said if variables_of(formula)]
        if len(set(with_variables)) == 1:
            self.series = with_variables[0]
        definite = [f for f in dict.fromkeys(said) if not variables_of(f) and (self.names.formula_of(f) is not None)]
        if len(definite) == 1:
            self.host = definite[0]

    def of(self, row: Row) -> list[Sample]:
        """The row's materials: mostly one, none when the row does not say, several when a cell lists several."""
        cells = self._cells(row)
        labels = [(column, cell) for column, cell in cells if column.meaning in _JOINED]
        variable = next((cell for column, cell in cells if column.meaning is Meaning.VARIABLE), None)
        dopant = next((cell for column, cell in cells if column.meaning is Meaning.DOPANT), None)
        if labels:
            found = self._joined(labels) if len(labels) > 1 else self._single(labels[0][1], labels[0][0])
        elif variable is not None:
            found = self._with_variable(variable)
        elif dopant is not None:
            found = self._doped(dopant)
        else:
            found = []
        if labels and variable is not None:
            found = [self._put_in(sample, variable) for sample in found]
        return [self._finish(sample, row) for sample in found]

    def _cells(self, row: Row) -> list[tuple[Column, Cell]]:
        """Filled cells of the columns that name the material; an empty one is carried down from the row above."""
        found = []
        own = False
        for column in self.columns:
            if column.meaning not in (*_JOINED, Meaning.VARIABLE, Meaning.DOPANT):
                continue
            cell = row.cells[column.index]
            if cell is not None and cell.text.text.strip():
                own = True
                self._above[column.index] = cell
                if not _DASH.match(cell.text.text):
                    found.append((column, cell))
            elif not own and column.index in self._above and column.meaning in _JOINED:
                above = self._above[column.index]
                if not _DASH.match(above.text.text):
                    found.append((column, above))
        return found

    def _single(self, cell: Cell, column: Column) -> list[Sample]:
        text = cell.text.text.strip()
        number = patterns.BARE_NUMBER.match(text)
        if number is not None:
            return self._with_variable(cell)
        parts = [part for part in patterns.LIST_JOINT.split(text) if part]
        if len(parts) > 1 and all(self.names.formula_of(part) is not None for part in parts):
            return [self._named(cell, text.index(part), text.index(part) + len(part)) for part in parts]
        return [self._named(cell, 0, len(text))]

    def _named(self, cell: Cell, start: int, end: int) -> Sample:
        """The sample that a stretch of a cell names, words of form and remarks in brackets taken off."""
        text = cell.text.text
        while start < end and text[start].isspace():
            start += 1
        mark = patterns.TRAILING_MARK.search(text[start:end])
        if mark is not None and mark.start() > 0:
            end = start + mark.start()
        form = None
        for affix in (patterns.FORM_AFFIX.search(text[start:end]), patterns.FORM_AFFIX.search(text[start:end])):
            if affix is None or affix.end() - affix.start() == end - start:
                continue
            form = form_of(affix.group())
            if affix.start() == 0:
                start += affix.end()
            else:
                end = start + affix.start()
            break
        name, formula, remark_form = self._bracket(text[start:end])
        sample = Sample(name, cell, start, start + len(name) if text.startswith(name, start) else end)
        resolved = formula or self.names.formula_of(name)
        return replace(sample, formula=resolved, form=form or remark_form, subject_kind=_subject_kind(name, resolved))

    def _bracket(self, text: str) -> tuple[str, str | None, str | None]:
        """Name, composition and form of "LATP (Li1.3Al0.3Ti1.7(PO4)3)", "Li7-xLa3... (x = 0.25)", "LiPON (film)"."""
        match = re.match(r"^(?P<name>\S.*?)\s+\((?P<remark>[^()]*(?:\([^()]*\)[^()]*)*)\)$", text)
        if match is None:
            return text.strip(), None, None
        name, remark = match["name"].strip(), match["remark"].strip()
        values = dict(patterns.VARIABLE_VALUE.findall(remark))
        if values and variables_of(name):
            put_in = series_with(name, values)
            return (put_in, put_in, None) if put_in is not None else (text.strip(), None, None)
        if self.names.formula_of(remark) is not None and self.names.formula_of(name) != name:
            return name, self.names.formula_of(remark), None
        form = form_of(remark)
        if self.names.formula_of(name) is not None or form is not None:
            return name, None, form
        return (name, None, None) if any(c.isdigit() for c in name) else (text.strip(), None, None)

    def _joined(self, labels: list[tuple[Column, Cell]]) -> list[Sample]:
        """Matrix, salt and filler as the row gives them, joined by hyphens."""
        names: list[str] = []
        for _, cell in labels:
            name = patterns.TRAILING_MARK.sub("", cell.text.text.strip())
            if name and not any(name in known for known in names):
                names.append(name)
        first = labels[0][1]
        name = "-".join(names)
        form = "polymer" if any(column.meaning is Meaning.MATRIX for column, _ in labels) else None
        if any(column.meaning is Meaning.FILLER for column, _ in labels):
            form = "composite"
        return [Sample(name, first, 0, len(first.text.text), form=form, reasons=("joined columns",))]

    def _with_variable(self, cell: Cell) -> list[Sample]:
        """A row label that is the x of the caption's series formula."""
        match = patterns.BARE_NUMBER.match(cell.text.text.strip())
        if match is None or self.series is None:
            return []
        variables = variables_of(self.series)
        if len(variables) != 1:
            return []
        name = series_with(self.series, {variables[0]: match[1]})
        if name is None:
            return []
        return [Sample(name, cell, 0, len(cell.text.text), formula=name, reasons=("series of the caption",))]

    def _put_in(self, sample: Sample, cell: Cell) -> Sample:
        variables = variables_of(sample.name)
        match = patterns.BARE_NUMBER.match(cell.text.text.strip())
        if match is None or len(variables) != 1:
            return sample
        name = series_with(sample.name, {variables[0]: match[1]})
        return sample if name is None else replace(sample, name=name, formula=name, reasons=("x of the row",))

    def _doped(self, cell: Cell) -> list[Sample]:
        """A row that names only its dopant in a table on one doped host."""
        text = cell.text.text.strip()
        if self.host is None or not _ELEMENT.match(text):
            return []
        element = re.match(r"[A-Z][a-z]?", text)
        name = f"{element.group() if element else text}-doped {self.host}"
        return [Sample(name, cell, 0, len(text), reasons=("dopant of the caption's host",))]

    def _finish(self, sample: Sample, row: Row) -> Sample:
        """With the form that the row's own column of forms, the sub-heading or the caption gives it."""
        if sample.form is not None:
            return sample
        said = [form_of(row.text(column.index)) for column in self.columns if column.meaning is Meaning.FORM]
        form = next((form for form in said if form is not None), None)
        if form is None:
            form = form_of(row.title, only_glass=True) or form_of(self.table.caption.text, only_glass=True)
        return replace(sample, form=form)


def form_of(text: str, only_glass: bool = False) -> str | None:
    """The form that words name: glass, glass-ceramic, thin film ...; ``only_glass``: no word that is also a class."""
    for form, pattern in patterns.FORM_WORDS:
        if pattern.search(text):
            return form if not only_glass or form in ("glass", "glass-ceramic", "thin film") else None
    return None


def _subject_kind(name: str, formula: str | None) -> str:
    if formula is not None:
        return "specific"
    return "class" if patterns.CLASS_NAME.search(name) else "specific"


def _formulas(text: str) -> list[str]:
    """Formulas with or without variables that a caption or head names, in order."""
    found = []
    for token in text.split():
        core = token.strip(_TOKEN_EDGES[:5])
        for candidate in (core, core.strip("()[]")):
            if (
                len(candidate) > 3
                and any(c.isdigit() for c in candidate)
                and (variables_of(candidate) or _is_compound(candidate))
            ):
                found.append(candidate)
                break
    return found


def _is_compound(text: str) -> bool:
    return Names().formula_of(text) is not None
