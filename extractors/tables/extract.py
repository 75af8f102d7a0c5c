"""Rows of a table as records."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.document import Block, Cell, Document, Table
from corpus.tables.cell_types import cell_type, is_numeric
from extractors.composition import NameContext, context_of
from extractors.places import page_and_box, raw_span, surface_of
from extractors.properties import PropertySpec
from extractors.records import AnyRecord, PropertyRecord, SynthesisRecord
from extractors.tables.columns import Column, Meaning
from extractors.tables.cues import CUES
from extractors.tables.grid import Row
from extractors.tables.labels import form_of
from extractors.tables.meanings import parts_of, read_columns
from extractors.tables.references import row_references
from extractors.tables.routes import Route, Routes
from extractors.tables.samples import NAMING, Sample, Samples
from extractors.tables.temperatures import (
    Measured,
    column_temperature,
    marked_temperature,
    table_temperature,
    title_temperature,
)
from extractors.tables.values import Value, values_of
from extractors.tables.varieties import of_row

# A cell read under a clear head is right more often than any sentence; each doubt takes a share off.
SURE = 0.97
DOUBT = 0.12
LOOSE = 0.4
"""What is taken off where the cells are no likelier those of their columns than any; nothing from :data:`CLOSE` on.

Of values read from plain forms of library papers 0.85 were right below 0.85, 0.99 above; how far the next likely grid
is behind tells no more of those that are read at all.
"""
CLOSE = 0.9  # log likelihood a cell


def extract_table(block: Block, document: Document, context: NameContext | None = None) -> list[AnyRecord]:
    """The records of one table block, row by row; empty when the table tells nothing of an electrolyte's properties.

    ``context``: the names of the document, read from it when not given. Values in their property's unit, K.
    """
    table = block.table
    if table is None or not table.cells:
        return []
    names = context or context_of(document)
    return [record for part in parts_of(table) for record in _TableReading(block, part, document, names).records()]


def silence(table: Table) -> str | None:
    """Why a table with values in a property's unit, or whose caption speaks of conductivity, gives no record.

    None for tables of other things: they are not expected to tell anything.
    """
    grid, columns = read_columns(table)
    values = [column for column in columns if column.meaning is Meaning.VALUE and column.unit]
    measured = [column for column in columns if any(is_numeric(cell_type(row.text(column.index))) for row in grid.rows)]
    if any(column in measured for column in values):
        named = any(column.meaning in NAMING for column in columns)
        return "no value below its heads could be read" if named else "no column names the materials of its values"
    if not values and measured and CUES.CONDUCTIVITY.search(table.caption.text):
        return "no head tells which column holds the values that its caption speaks of"
    return None


class _TableReading:
    def __init__(self, block: Block, table: Table, document: Document, names: NameContext) -> None:
        self.block, self.table, self.document = block, table, document
        self.grid, self.columns = read_columns(table)
        self.samples = Samples(table, self.columns, names, self.grid.rows)
        self.routes = Routes(table, self.columns, document)
        self.general = table_temperature(table)
        titles = filter(None, map(title_temperature, {row.title for row in self.grid.rows}))
        self.titled = len({title.kelvin for title in titles}) > 1  # of one alone the next may have been lost
        loose = max(1.0 - table.fit / CLOSE, 0.0)
        self._sure = SURE - LOOSE * loose
        self._reasons = [f"row of {table.label or 'a table'}", *["cells fit their columns loosely"] * (loose > 0.2)]
        self.values = [column for column in self.columns if column.meaning is Meaning.VALUE]

    def records(self) -> list[AnyRecord]:
        found: list[AnyRecord] = []
        if not self.values and not self.routes.made:
            return found
        for row in self.grid.rows:
            samples = self.samples.of(row)
            if not samples:
                continue
            for column in self.values:
                found.extend(self._properties(row, column, samples))
            if len(samples) == 1:
                references = row_references(row, self.columns, self.table)
                named = samples[0].cell
                route = self.routes.of(row, named if named.row >= 0 else row.first_cell())
                if route is not None:
                    found.append(self._synthesis(row, samples[0], route, references))
        return found

    def _properties(self, row: Row, column: Column, samples: Sequence[Sample]) -> list[PropertyRecord]:
        cell = row.cells[column.index]
        if cell is None:
            return []
        values = values_of(cell.text.text, column)
        if len(samples) == 1:
            pairs = [(value, samples[0]) for value in values]
        elif len(values) == len(samples):
            pairs = list(zip(values, samples, strict=True))
        else:
            pairs = [(value, sample) for value in values for sample in samples] if len(values) == 1 else []
        found = []
        for value, sample in pairs:
            measured = self._temperature(row, column, value, values.index(value), len(values))
            references = row_references(row, self.columns, self.table, samples.index(sample), len(samples), column)
            found.append(self._property(row, column, cell, value, sample, references, measured))
        return found

    def _property(
        self,
        row: Row,
        column: Column,
        cell: Cell,
        value: Value,
        sample: Sample,
        references: list[int],
        measured: Measured | None,
    ) -> PropertyRecord:
        assert column.spec is not None
        start, end = raw_span(cell.text, self.document.raw, value.start, value.end)
        flags = [*value.flags, *column.flags]
        record = PropertyRecord(
            kind=column.spec.kind,
            property=self._variety(row, column.spec, value),
            origin=_origin(column, cell, sample),
            value_surface=surface_of(self.document, start, end),
            value_low=value.low,
            value_high=value.high,
            comparator=value.comparator,
            unit=value.unit,
            temperature_k=round(measured.kelvin, 2) if measured else None,
            temperature_surface=measured.surface if measured else None,
            start=start,
            end=end,
            flags=flags,
            confidence=round(self._sure - DOUBT * len(flags), 2),
        )
        self._describe(record, row, cell, sample, references)
        record.form = form_of(column.head, only_glass=True) or record.form
        return record

    def _variety(self, row: Row, spec: PropertySpec, value: Value) -> str:
        """Of a value's own words or its head, else of the row."""
        said = of_row(row, self.columns, spec) if value.property == spec.default else None
        return said or value.property

    def _temperature(self, row: Row, column: Column, value: Value, place: int, count: int) -> Measured | None:
        """The cell's own; for what depends on it else that of the head, the row, the caption or a footnote.

        ``place``: which of the cell's ``count`` values it is.
        """
        if (own := _own_temperature(value, column)) is not None:
            return own
        if column.spec is None or not column.spec.needs_temperature:
            return None
        of_heads = {other.temperature.low for other in self.values if other.temperature is not None}
        if len(of_heads) == 1 and (told := column_temperature(row, self.columns, place, count)) is not None:
            return told  # "σ at RT" over all rows, and a column that tells the temperature of each
        if column.temperature is not None:
            return Measured(column.temperature.low, column.temperature.surface, "head")
        marked = marked_temperature((cell for cell in row.cells if cell is not None), self.table)
        told = column_temperature(row, self.columns, place, count) or marked
        return told or (title_temperature(row.title) if self.titled else None) or self.general

    def _synthesis(self, row: Row, sample: Sample, route: Route, references: list[int]) -> SynthesisRecord:
        start, end = raw_span(route.cell.text, self.document.raw, *route.span)
        record = SynthesisRecord(
            method=route.methods[0],
            methods=route.methods,
            precursors=route.precursors,
            method_surface=surface_of(self.document, start, end) if route.named_in_row else None,
            steps=route.steps,
            start=start,
            end=end,
            confidence=round(self._sure, 2),
        )
        self._describe(record, row, route.cell, sample, references)
        return record

    def _describe(
        self, record: PropertyRecord | SynthesisRecord, row: Row, cell: Cell, sample: Sample, references: list[int]
    ) -> None:
        """Material, sources and place, which every record carries."""
        record.document_id = self.document.document_id
        record.material, record.formula, record.form = sample.name, sample.formula, sample.form
        record.phase = sample.phase
        record.subject_kind = sample.subject_kind
        record.references = references
        record.block, record.section = "table", self.block.section
        record.sentence = row.sentence()
        record.reasons = [*self._reasons, *sample.reasons]
        record.family, record.mobile_ion = sample.family, sample.mobile_ion
        low, high = raw_span(sample.cell.text, self.document.raw, sample.start, sample.end)
        record.material_start, record.material_end = low, high
        record.material_surface = surface_of(self.document, low, high)
        place = page_and_box(self.document, record.start, record.end)
        record.page = cell.page if place[0] is None else place[0]
        record.bbox = cell.box if place[1] is None else place[1]


def _own_temperature(value: Value, column: Column) -> Measured | None:
    """The temperature that the cell itself gives; a range is that of an energy's fit and none it was measured at."""
    own = value.temperature
    if own is None or (own.low != own.high and (column.spec is None or not column.spec.needs_temperature)):
        return None
    return Measured(own.low, own.surface, "cell")


def _origin(column: Column, cell: Cell, sample: Sample) -> str:
    """What the head says of the values below it, or a remark of the cell or of the row's label."""
    said = (cell.text.text, sample.cell.text.text if sample.cell.row == cell.row else "")
    return "computed" if any(CUES.REMARK_COMPUTED.search(text) for text in said) else column.origin
