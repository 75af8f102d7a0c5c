"""Which material a row is about: from its cells, the rows above, the sub-heading and the caption's series formula."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpus.document import Cell, Table
from extractors.composition import NameContext
from extractors.composition.classes import family_of_words
from extractors.composition.names import plain
from extractors.tables import patterns
from extractors.tables.columns import Column, Meaning
from extractors.tables.grid import Row
from extractors.tables.names import hosts_in, is_compound, put_in, read_label, series_in, variables_of

_JOINED = (Meaning.MATERIAL, Meaning.MATRIX, Meaning.SALT, Meaning.FILLER)
_NAMING = (*_JOINED, Meaning.VARIABLE, Meaning.DOPANT)


@dataclass(frozen=True, slots=True)
class Sample:
    """The material of a row. Offsets count characters of the cell's clean text."""

    name: str
    cell: Cell
    start: int
    end: int
    formula: str | None = None
    form: str | None = None
    subject_kind: str = "specific"
    family: str | None = None
    mobile_ion: str | None = None
    reasons: tuple[str, ...] = ()


@dataclass(slots=True)
class Samples:
    """Reads the materials of one table's rows in order, remembering what is carried down."""

    table: Table
    columns: Sequence[Column]
    context: NameContext
    _series: str | None = None
    _host: str | None = None
    _above: dict[int, Cell] = field(default_factory=dict)

    def __post_init__(self) -> None:
        said = [self.table.caption.text, *(column.head for column in self.columns)]
        series = list(dict.fromkeys(name for text in said for name in series_in(text, self.context)))
        self._series = series[0] if len(series) == 1 else None
        hosts = {material.name for text in said for material in hosts_in(text, self.context)}
        self._host = next(iter(hosts)) if len(hosts) == 1 else None

    def of(self, row: Row) -> list[Sample]:
        """The row's materials: mostly one, none when the row does not say, several when a cell lists several."""
        cells = self._cells(row)
        labels = [(column, cell) for column, cell in cells if column.meaning in _JOINED]
        variable = next((cell for column, cell in cells if column.meaning is Meaning.VARIABLE), None)
        dopant = next((cell for column, cell in cells if column.meaning is Meaning.DOPANT), None)
        if labels:
            found = self._joined(labels) if len(labels) > 1 else self._single(labels[0][1])
            if variable is not None:
                found = [_with_row_variable(sample, variable) for sample in found]
        elif variable is not None:
            found = self._with_variable(variable)
        else:
            found = self._doped(dopant) if dopant is not None else []
        return [self._finish(sample, row) for sample in found]

    def _cells(self, row: Row) -> list[tuple[Column, Cell]]:
        """Filled cells of the columns that name the material; an empty one is carried down from the row above."""
        found = []
        own = False
        for column in self.columns:
            if column.meaning not in _NAMING:
                continue
            cell = row.cells[column.index]
            if cell is not None and cell.text.text.strip():
                own = True
                self._above[column.index] = cell
            elif not own and column.index in self._above and column.meaning in _JOINED:
                cell = self._above[column.index]
            else:
                continue
            if not patterns.NOTHING.match(cell.text.text):
                found.append((column, cell))
        return found

    def _single(self, cell: Cell) -> list[Sample]:
        text = cell.text.text.strip()
        if patterns.BARE_NUMBER.match(text) is not None:
            return self._with_variable(cell)
        parts = [part for part in patterns.LIST_JOINT.split(text) if part]
        if len(parts) < 2 or not all(is_compound(plain(part)) for part in parts):
            parts = [part for part in text.split() if part]
        if len(parts) > 1 and all(is_compound(plain(part)) and len(part) > 5 for part in parts):
            starts: list[int] = []
            for part in parts:
                starts.append(text.index(part, starts[-1] + 1 if starts else 0))
            return [self._named(cell, at, at + len(part)) for at, part in zip(starts, parts, strict=True)]
        return [self._named(cell, 0, len(cell.text.text))]

    def _named(self, cell: Cell, start: int, end: int) -> Sample:
        """The sample that a stretch of a cell names; words of form and remarks in brackets are taken off."""
        label = _Label(cell.text.text, start, end)
        label.strip()
        form = label.take_form()
        values, formula, remark_form = label.take_bracket(self.context)
        text = label.text()
        reading = read_label(text, self.context, _raw_start(cell))
        name, formula = reading.name, formula or reading.formula
        if values and variables_of(name):
            series = put_in(name, values)
            name, formula = (series, series) if series is not None else (name, formula)
        class_name = formula is None and patterns.CLASS_NAME.search(text) is not None
        return Sample(
            name,
            cell,
            label.start,
            label.end,
            formula,
            form or remark_form,
            reading.subject_kind or ("class" if class_name else "specific"),
            reading.family,
            reading.mobile_ion,
        )

    def _joined(self, labels: list[tuple[Column, Cell]]) -> list[Sample]:
        """Matrix, salt and filler as the row gives them, joined by hyphens."""
        names: list[str] = []
        for _, cell in labels:
            name = patterns.TRAILING_MARK.sub("", plain(cell.text.text))
            if name and not any(name in known for known in names):
                names.append(name)
        first = labels[0][1]
        reading = read_label("-".join(names), self.context, _raw_start(first))
        filled = any(column.meaning is Meaning.FILLER for column, _ in labels) and len(names) > 1
        form = "composite" if filled else "polymer"
        ion = reading.mobile_ion
        return [
            Sample(
                "-".join(names), first, 0, len(first.text.text), reading.formula, form, "specific",
                reading.family or form, ion, ("joined columns",),
            )
        ]  # fmt: skip

    def _with_variable(self, cell: Cell) -> list[Sample]:
        """A row label that is the x of the caption's series formula."""
        match = patterns.BARE_NUMBER.match(cell.text.text.strip())
        variables = variables_of(self._series) if self._series is not None else ()
        if match is None or self._series is None or len(variables) != 1:
            return []
        name = put_in(self._series, {variables[0]: match[1]})
        if name is None:
            return []
        known = read_label(name, self.context)
        return [
            Sample(
                name, cell, 0, len(cell.text.text), name, family=known.family, mobile_ion=known.mobile_ion,
                reasons=("series of the caption",),
            )
        ]  # fmt: skip

    def _doped(self, cell: Cell) -> list[Sample]:
        """A row that names only its dopant in a table on one doped host."""
        text = cell.text.text.strip()
        element = patterns.DOPANT_ELEMENT.match(text)
        if self._host is None or element is None:
            return []
        known = read_label(self._host, self.context)
        name = f"{element[1]}-doped {self._host}"
        return [
            Sample(
                name, cell, 0, len(text), family=known.family, mobile_ion=known.mobile_ion,
                reasons=("dopant of the caption's host",),
            )
        ]  # fmt: skip

    def _finish(self, sample: Sample, row: Row) -> Sample:
        """With the form and family that the row's own columns, the sub-heading or the caption give it."""
        form, family = sample.form, sample.family
        if form is None:
            said = [form_of(row.text(column.index)) for column in self.columns if column.meaning is Meaning.FORM]
            said += [form_of(text, only_glass=True) for text in (row.title, self.table.caption.text)]
            form = next((word for word in said if word is not None), None)
        if family is None:
            family = family_of_words(row.title) if row.title else None
        return replace(sample, form=form, family=family)


@dataclass(slots=True)
class _Label:
    """The stretch of a cell that names the material, made shorter step by step."""

    whole: str
    start: int
    end: int

    def text(self) -> str:
        return self.whole[self.start : self.end]

    def strip(self) -> None:
        text = self.text()
        self.start += len(text) - len(text.lstrip())
        self.end = self.start + len(text.strip())
        mark = patterns.TRAILING_MARK.search(self.text())
        if mark is not None and mark.start() > 0:
            self.end = self.start + mark.start()

    def take_form(self) -> str | None:
        """Take "glass", "amorphous" ... off one end; the form they name."""
        affix = patterns.FORM_AFFIX.search(self.text())
        if affix is None or affix.end() - affix.start() == self.end - self.start:
            return None
        if affix.start() == 0:
            self.start += affix.end()
        else:
            self.end = self.start + affix.start()
        return form_of(affix.group())

    def take_bracket(self, context: NameContext) -> tuple[dict[str, str], str | None, str | None]:
        """Take a remark in brackets off the end: values of variables, the composition or the form that it gives."""
        match = patterns.REMARK.match(self.text())
        if match is None:
            return {}, None, None
        name, remark = match["name"].strip(), match["remark"].strip()
        values = dict(patterns.VARIABLE_VALUE.findall(remark))
        inside = read_label(remark, context)
        form = form_of(remark)
        known = read_label(name, context)
        described = is_compound(inside.name) and not is_compound(known.name)
        if not (values or described or form is not None or is_compound(known.name)):
            return {}, None, None
        self.end = self.start + len(match["name"].rstrip())
        return values, inside.formula if described else None, form


def _with_row_variable(sample: Sample, cell: Cell) -> Sample:
    """The row's series with the x of another column put in."""
    variables = variables_of(sample.name)
    match = patterns.BARE_NUMBER.match(cell.text.text.strip())
    if match is None or len(variables) != 1:
        return sample
    name = put_in(sample.name, {variables[0]: match[1]})
    return sample if name is None else replace(sample, name=name, formula=name, reasons=("x of the row",))


def _raw_start(cell: Cell) -> int | None:
    return cell.text.raw_span(0, 1)[0] if cell.text.text else None


def form_of(text: str, only_glass: bool = False) -> str | None:
    """The form that words name: glass, glass-ceramic, thin film ...; ``only_glass``: no word that is also a class."""
    for form, pattern in patterns.FORM_WORDS:
        if pattern.search(text):
            return form if not only_glass or form in ("glass", "glass-ceramic", "thin film") else None
    return None
