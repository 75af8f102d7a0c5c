"""What each column of a table holds, from its head, its unit and its cells together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from corpus.document import Cell, Table
from corpus.tables.cell_types import CellType, cell_type, is_data, is_formula, is_numeric
from extractors.composition.codes import is_code
from extractors.composition.names import plain
from extractors.mentions import QuantityKind
from extractors.properties.specification import of_quantity
from extractors.quantities import find_unit
from extractors.quantities.cells import parse_cell
from extractors.tables import patterns
from extractors.tables.columns import Column, Meaning, share
from extractors.tables.cues import CUES
from extractors.tables.glued import source_start, sources_are_glued
from extractors.tables.grid import Grid, grid_of, groups_below, melt, transpose
from extractors.tables.head_units import read_unit, unit_said
from extractors.tables.head_words import head_meaning, head_property
from extractors.tables.making import find_making, find_remarks
from extractors.tables.material_column import find_material
from extractors.tables.names import assignments, ends_whole, is_compound
from extractors.tables.temperatures import LOWEST_BARE_KELVIN, head_temperature, temperature_of_marks
from extractors.tables.unfolded import unfolded
from extractors.tables.values import HOTTEST
from extractors.tables.varieties import keep_to_named, variety

PROPERTY_ROW = (Meaning.VALUE, Meaning.REFERENCE, Meaning.TEMPERATURE)
MAKING_ROW = (Meaning.METHOD, Meaning.CONDITIONS, Meaning.PRECURSORS, Meaning.TEMPERATURE)
"""What the first column of a table names whose properties are rows, or its rows what was done to make each."""
MEASURED = (CellType.SCIENTIFIC, CellType.NUMBER, CellType.ENERGY, CellType.PERCENT, CellType.TEMPERATURE)
"""The sorts of cells that are numbers with or without a unit."""


def parts_of(table: Table) -> list[Table]:
    """The table cut where a row of heads stands among its rows: the same as above, or those of other columns."""
    cuts = [
        number
        for number, row in enumerate(table.rows())
        if number > table.header_rows and number not in table.subheadings and _are_heads(row)
    ]
    return [
        replace(
            table,
            cells=[replace(cell, row=cell.row - first) for cell in table.cells if first <= cell.row < last],
            row_count=last - first,
            header_rows=1 if first else table.header_rows,
            subheadings=tuple(number - first for number in table.subheadings if first <= number < last),
        )
        for first, last in pairwise([0, *cuts, table.row_count])
    ]


def _are_heads(row: Sequence[Cell | None]) -> bool:
    """Whether cells hold no data, one names a property with its unit, and another the materials or the sources."""
    texts = [cell.text.text.strip() for cell in row if cell is not None]
    if any(is_data(cell_type(text)) or is_compound(plain(text)) for text in texts):
        return False
    meanings = {head_meaning(text) for text in texts}
    measured = any(head_property(text) is not None and find_unit(text) is not None for text in texts)
    return measured and not meanings.isdisjoint((Meaning.MATERIAL, Meaning.REFERENCE))


def read_columns(table: Table) -> tuple[Grid, list[Column]]:
    """Rows of samples and the meaning of each column; samples that stand in columns are turned into rows first."""
    grid = unfolded(grid_of(table))
    columns = _columns(grid, table)
    if not any(column.meaning is Meaning.VALUE for column in columns) and _properties_are_rows(table):
        turned = unfolded(transpose(table))
        turned_columns = _columns(turned, table)
        if any(column.meaning is Meaning.VALUE for column in turned_columns) or _making_is_rows(table):
            _name_by_heads(turned, turned_columns)
            return turned, turned_columns
    below = groups_below(table, _names_sample, _tells_kind)
    if below is not None:
        head = _property_of_caption(columns, table)
        told = any(head_property(head) is not None for head in below.heads)
        heads = [head] if head is not None and not told and len(below.heads) == 1 else below.heads
        if head is not None or told:
            melted = melt(table, heads, below)
            return melted, _columns(melted, table)
    return grid, columns


def _tells_kind(head: str) -> bool:
    """Whether a head says no more of the samples below it than their kind, or the code of each."""
    meaning = head_meaning(head)
    return meaning in (Meaning.FORM, Meaning.KIND) or (meaning is Meaning.OTHER and is_code(head))


def _names_sample(head: str) -> bool:
    """Whether a head is a composition or the place of a sample in a series."""
    return is_compound(plain(head)) or is_formula(head.partition(" ")[0]) or bool(assignments(head))


def _name_by_heads(turned: Grid, columns: Sequence[Column]) -> None:
    """What stood above the columns of samples names them, unless a row below gives their compositions."""
    first, *others = columns
    if first.meaning is Meaning.VALUE:
        return
    named = [column for column in others if column.meaning is Meaning.MATERIAL]
    coded = share(_cell_kinds(turned, first.index), CellType.FORMULA) <= 0.5
    if coded and any(share(_cell_kinds(turned, column.index), CellType.FORMULA) > 0.5 for column in named):
        first.meaning = Meaning.OTHER
        return
    first.meaning = Meaning.MATERIAL
    for column in named:
        column.meaning = Meaning.OTHER


def _property_of_caption(columns: Sequence[Column], table: Table) -> str | None:
    """The words of a caption that name the one property (with its unit) of a table of temperatures."""
    if columns[0].meaning is not Meaning.TEMPERATURE:
        return None
    caption = table.caption.text
    unit = find_unit(caption)
    said = [match for match in CUES.CONDUCTIVITY.finditer(caption) if unit and match.end() <= unit.start]
    if unit is None or unit.unit.kind is not QuantityKind.CONDUCTIVITY or not said:
        return None
    return caption[said[-1].start() : unit.end]


def _properties_are_rows(table: Table) -> bool:
    """Whether words of the first column name properties whose values stand beside them."""
    rows = [row for row in table.rows() if row and row[0] is not None]
    labels = [head_meaning(row[0].text.text) if row[0] is not None else Meaning.OTHER for row in rows]
    return (
        sum(label in PROPERTY_ROW for label in labels) >= 2
        or any(
            label is Meaning.VALUE and _all_numbers(row[1:]) for row, label in zip(rows[1:], labels[1:], strict=True)
        )
        or _making_is_rows(table)
    )


def _making_is_rows(table: Table) -> bool:
    """Whether words of the first column name what was done to make the compounds that head the others."""
    heads, *rows = [[cell.text.text if cell is not None else "" for cell in row] for row in table.rows()] or [[]]
    said = {head_meaning(row[0]) for row in rows if row}
    made = Meaning.METHOD in said and len(said & {*MAKING_ROW}) > 1
    return made and len(heads) > 1 and all(is_compound(plain(head)) for head in heads[1:])


def _all_numbers(cells: Sequence[Cell | None]) -> bool:
    kinds = [cell_type(cell.text.text) for cell in cells if cell is not None]
    return any(is_numeric(kind) for kind in kinds) and all(is_numeric(k) or k is CellType.DASH for k in kinds)


def _columns(grid: Grid, table: Table) -> list[Column]:
    columns = [Column(index, head, head_meaning(head)) for index, head in enumerate(grid.heads)]
    kinds = [_cell_kinds(grid, column.index) for column in columns]
    lowest = [low or column.head for column, low in zip_longest(columns, grid.lowest)]
    for column, kind, low in zip(columns, kinds, lowest, strict=True):
        column.meaning = _by_cells(column, kind, low)
        if column.meaning is Meaning.TEMPERATURE and cell_type(low) is CellType.TEMPERATURE:
            column.meaning = Meaning.OTHER  # one temperature of those that a head above spans: what was measured there
        if column.meaning is Meaning.VALUE:
            column.spec = head_property(column.head.strip())
    for column, kind in zip(columns, kinds, strict=True):
        _read_head(column, table)
        _check_cells(column, kind, table)
    find_remarks(grid, columns)
    find_making(grid, columns, table)
    _tell_kelvin(grid, columns)
    _find_values_of_caption(columns, kinds, lowest, table)
    keep_to_named(columns)
    _find_references(columns, kinds)
    _find_assignments(grid, columns)
    find_material(columns, kinds)
    _find_glued_sources(grid, columns)
    return columns


def _by_cells(column: Column, kinds: Counter[CellType], lowest: str) -> Meaning:
    """The meaning of a head in view of its lowest level and its cells.

    "Glass" may stand over all its numbers, "conductivity" over the temperature too; numbers below "Filler (wt%)" are
    shares.
    """
    own = head_meaning(lowest)
    numbers = share(kinds, *MEASURED) > 0.5
    if column.meaning is Meaning.VALUE and own is Meaning.TEMPERATURE:
        return own
    if column.meaning is Meaning.MATERIAL and find_unit(column.head) and numbers:
        return own
    if column.meaning in (Meaning.FILLER, Meaning.SALT, Meaning.ADDITIVE) and numbers:
        return Meaning.AMOUNT
    return column.meaning


def _cell_kinds(grid: Grid, column: int) -> Counter[CellType]:
    cells = (row.cells[column] for row in grid.rows if column < len(row.cells))
    kinds = Counter(_kind(cell) for cell in cells if cell is not None)
    del kinds[CellType.EMPTY], kinds[CellType.DASH]
    return kinds


def _kind(cell: Cell) -> CellType:
    """The sort of a cell; of a number with its raised source behind it, that of the number; a code is no formula."""
    text = patterns.TRAILING_MARK.sub("", cell.text.text)
    kind = cell_type(text, bool(cell.citations))
    if kind is CellType.FORMULA and patterns.SAMPLE_CODE.fullmatch(text.strip()):
        return CellType.TEXT
    if kind is CellType.TEXT and patterns.BEGINS_NUMBER.match(text) and parse_cell(text):
        return CellType.SCIENTIFIC
    end = source_start(text) if kind is CellType.TEXT else None
    cut = cell_type(text[:end]) if end is not None else kind
    return cut if is_numeric(cut) else kind


def _read_head(column: Column, table: Table) -> None:
    """Unit, multiplier, property, temperature and origin that the head gives to the values below it."""
    if column.spec is not None:
        read_unit(column, column.spec.quantity, table.caption.text)
        column.temperature = head_temperature(column.head) or temperature_of_marks(column.head, table)
        degrees = patterns.BARE_DEGREES.search(column.head) if column.temperature is None else None
        if degrees is not None and column.unit and column.spec.needs_temperature:
            column.degrees = degrees["unit"].replace(" ", "")
        raised_to = patterns.LOGARITHM.search(column.head)
        if raised_to is not None:
            column.logarithm = -1 if raised_to["minus"] else 1
        column.property = variety(column.spec, column.head, table.caption.text)
        caption = table.caption.text
        only_computed = CUES.COMPUTED.search(caption) and not CUES.MEASURED.search(f"{caption} {column.head}")
        if CUES.COMPUTED.search(column.head) or only_computed:
            column.origin = "computed"


def _check_cells(column: Column, kinds: Counter[CellType], table: Table) -> None:
    """Drop a meaning that the cells contradict."""
    if column.meaning is Meaning.VALUE and kinds and share(kinds, *MEASURED) < 0.3:
        column.meaning = Meaning.OTHER
    if column.meaning is Meaning.TEMPERATURE and kinds and share(kinds, *MEASURED, CellType.CONDITION) < 0.3:
        column.meaning = Meaning.OTHER
    if (
        column.spec is not None
        and column.spec.quantity is QuantityKind.ENERGY
        and column.head.lstrip()[:1] == "E"
        and "g" in column.head[:4]
    ):
        # "Eg" is the print of a band gap; without any word of band gaps it is a misprint of Ea.
        if CUES.BAND_GAP.search(table.caption.text):
            column.meaning = Meaning.OTHER
        else:
            column.flags.append("head_misprint")
    if column.meaning is Meaning.METHOD and share(kinds, CellType.TEMPERATURE, CellType.CONDITION) > 0.5:
        column.meaning = Meaning.CONDITIONS


def _find_values_of_caption(
    columns: Sequence[Column], kinds: Sequence[Counter[CellType]], lowest: Sequence[str], table: Table
) -> None:
    """Columns headed by a temperature, or by the way of finding it, hold the property whose unit the caption names.

    ``lowest`` is what stands right above the cells of each.
    """
    caption = table.caption.text
    unit = find_unit(caption)
    spec = of_quantity(unit.unit.kind) if unit is not None else None
    said = unit_said(caption, spec.quantity) if spec is not None else None
    if spec is None or said is None:
        return
    named = spec.table_head.search(caption) is not None
    for column, kind, low in zip(columns, kinds, lowest, strict=True):
        at_temperature = spec.needs_temperature and CellType.TEMPERATURE in (cell_type(low), cell_type(column.head))
        headed = at_temperature or (named and (CUES.FOUND_BY.search(column.head) or CUES.PATH.search(column.head)))
        if column.meaning is Meaning.OTHER and headed and share(kind, CellType.SCIENTIFIC, CellType.NUMBER) > 0.5:
            column.meaning, column.spec = Meaning.VALUE, spec
            column.unit, column.multiplier = said
            column.temperature = head_temperature(column.head)
            column.property = variety(spec, column.head, caption)
            if CUES.COMPUTED.search(column.head):
                column.origin = "computed"


def _tell_kelvin(grid: Grid, columns: Sequence[Column]) -> None:
    """Figures of 250 and more below a head of temperatures without unit are in K, and none has a source behind it."""
    for column in columns:
        if column.meaning is Meaning.TEMPERATURE and find_unit(column.head) is None:
            figures = [float(text) for row in grid.rows if (text := row.text(column.index)).isdigit()]
            if sum(LOWEST_BARE_KELVIN <= figure <= HOTTEST for figure in figures) > 0.5 * len(figures):
                column.head = f"{column.head} (K)"


def _find_references(columns: Sequence[Column], kinds: Sequence[Counter[CellType]]) -> None:
    if any(column.meaning is Meaning.REFERENCE for column in columns):
        return
    for column, kind in zip(columns, kinds, strict=True):
        if column.meaning is Meaning.OTHER and not column.head.strip() and share(kind, CellType.REFERENCE) > 0.6:
            column.meaning = Meaning.REFERENCE


def _find_assignments(grid: Grid, columns: Sequence[Column]) -> None:
    """Columns that give values of a series' variables: "M = Ge, x = 0.2" below any head, elements below "M"."""
    for column in columns:
        texts = [text for row in grid.rows if (text := row.text(column.index))]
        given = sum(bool(assignments(text)) for text in texts)
        elements = sum(bool(patterns.DOPANT_ELEMENT.match(text)) for text in texts)
        if column.meaning is not Meaning.VALUE and given and 2 * given > len(texts):
            column.meaning = Meaning.VARIABLE
        elif patterns.PLACEHOLDER_HEAD.match(column.head) and 2 * elements > len(texts):
            column.meaning = Meaning.DOPANT


def _find_glued_sources(grid: Grid, columns: Sequence[Column]) -> None:
    """Columns of materials or values with a raised source behind each cell, where no column of sources stands."""
    if any(column.meaning is Meaning.REFERENCE for column in columns):
        return
    for column in columns:
        texts = [row.text(column.index) for row in grid.rows]
        if column.meaning is Meaning.MATERIAL:
            column.sources_glued = sources_are_glued(texts, ends_whole)
        elif column.meaning is Meaning.VALUE or column.meaning is Meaning.TEMPERATURE:
            column.sources_glued = sources_are_glued(texts, lambda text: len(parse_cell(text)) == 1)
