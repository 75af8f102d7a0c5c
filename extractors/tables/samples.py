"""Which material a row is about: from its cells, the rows above, the sub-heading and the caption's series formula."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpus.document import Cell, Table
from corpus.tables.cell_types import CellType, cell_type
from extractors.composition import NameContext
from extractors.composition.classes import family_of_words
from extractors.composition.definitions import definitions_in
from extractors.composition.names import plain
from extractors.mentions import Material, SubjectKind
from extractors.tables import patterns
from extractors.tables.columns import Column, Meaning
from extractors.tables.composites import composite_name, is_composite, part_names
from extractors.tables.cues import CUES
from extractors.tables.glued import source_start
from extractors.tables.grid import Row
from extractors.tables.labels import Label, form_of
from extractors.tables.names import (
    PLACEHOLDER,
    assignments,
    hosts_in,
    is_compound,
    is_salt,
    is_substance,
    places_of,
    put_in,
    read_label,
    series_in,
    variables_of,
    with_values_behind,
    written_out,
)
from extractors.tables.temperatures import note_mark
from extractors.tables.values import values_of

_JOINED = (Meaning.MATERIAL, Meaning.MATRIX, Meaning.SALT, Meaning.FILLER)
# A composite is named by its polymer, then its salt, then what fills it.
_ORDER = {Meaning.MATERIAL: 0, Meaning.MATRIX: 0, Meaning.SALT: 1, Meaning.FILLER: 2}
NAMING = (*_JOINED, Meaning.VARIABLE, Meaning.DOPANT)


@dataclass(frozen=True, slots=True)
class Sample:
    """The material of a row. Offsets count characters of the cell's clean text."""

    name: str
    cell: Cell
    start: int
    end: int
    formula: str | None = None
    form: str | None = None
    subject_kind: SubjectKind = SubjectKind.SPECIFIC
    family: str | None = None
    mobile_ion: str | None = None
    reasons: tuple[str, ...] = ()
    phase: str | None = None


@dataclass(slots=True)
class Samples:
    """Reads the materials of one table's rows in order, remembering what is carried down."""

    table: Table
    columns: Sequence[Column]
    context: NameContext
    rows: Sequence[Row] = ()
    _series: str | None = None
    _parent: str | None = None
    _of_caption: Sample | None = None
    _above: dict[int, Cell] = field(default_factory=dict)
    _explained: dict[str, str] = field(default_factory=dict)  # compositions of the codes that caption and notes give

    def __post_init__(self) -> None:
        for text in (self.table.caption.text, *(note.text for note in self.table.footnotes)):
            self._explained.update((short, formula) for short, formula, _ in definitions_in(text))
        said = [self.table.caption.text, *(column.head for column in self.columns)]
        series = list(dict.fromkeys(name for text in said for name in series_in(text, self.context)))
        self._series = series[0] if len(series) == 1 else None
        self._of_caption = self._caption_sample()
        self._parent = self._end_member(series)

    def of(self, row: Row) -> list[Sample]:
        """The row's materials: mostly one, none when the row does not say, several when a cell lists several."""
        found = self._told_by(row, self._cells(row))
        if len(found) == 1 and found[0].formula is None:
            found = [replace(found[0], formula=self._written_beside(row, found[0].name))]
        return [self._finish(sample, row) for sample in found]

    def _told_by(self, row: Row, cells: Sequence[tuple[Column, Cell]]) -> list[Sample]:
        """The materials of the row's labels, else of the place in a series that its cells give, else the caption's."""
        labels = [(column, cell) for column, cell in cells if column.meaning in _JOINED]
        first = {column.meaning: cell for column, cell in reversed(cells)}
        variable, dopant = first.get(Meaning.VARIABLE), first.get(Meaning.DOPANT)
        given = _values_given(cells)
        if labels:
            return [_with_values(sample, given) for sample in self._labelled(row, labels)]
        if variable is not None or (dopant is not None and self._has_places(given)):
            return self._from_series(dopant or variable, given, row)
        unnamed = not any(column.meaning in NAMING for column in self.columns)
        above = self._of_title(row) or self._of_caption
        return [self._with_additive(above, row)] if above is not None and unnamed else []

    def _with_additive(self, host: Sample, row: Row) -> Sample:
        """A host and what the row adds to it by an amount of its own; what only helps to make it is no part of it."""
        if not any(column.meaning is Meaning.AMOUNT for column in self.columns):
            return host
        for column in self.columns:
            cell = row.cells[column.index] if column.meaning is Meaning.ADDITIVE else None
            added = plain(cell.text.text) if cell is not None else ""
            if cell is not None and is_substance(added) and not patterns.NO_PART.match(added):
                name, formula = f"{host.name}-{added}", f"{host.formula or host.name}-{added}"
                end = len(cell.text.text)
                return replace(host, name=name, formula=formula, cell=cell, start=0, end=end, form="composite")
        return host

    def _of_title(self, row: Row) -> Sample | None:
        """The material that the sub-heading over a row consists of, for rows that tell but how it was measured."""
        if row.titled is None or not is_compound(plain(row.title)) or variables_of(plain(row.title)):
            return None
        return self._named(row.titled, 0, len(row.titled.text.text))

    def _labelled(self, row: Row, labels: Sequence[tuple[Column, Cell]]) -> list[Sample]:
        if len(labels) > 1:
            return self._joined(labels)
        second = patterns.BEHIND_DASH.fullmatch(labels[0][1].text.text.strip())
        return self._two_rows(row, *labels[0], second["name"]) if second else self._single(row, *labels[0])

    def _written_beside(self, row: Row, name: str) -> str | None:
        """The composition that caption, notes or a column of remarks give for a code."""
        places = (column.explained for column in self.columns if column.explained is not None)
        beside = next((plain(row.text(place)) for place in places), "")
        return self._explained.get(name) or (beside if is_compound(beside) else None)

    def _caption_sample(self) -> Sample | None:
        """The one electrolyte that the caption names, for rows that tell only how it was made or measured."""
        caption = self.table.caption
        hosts = hosts_in(caption.text, self.context)
        named = [host for host in hosts if not _is_short_name(host, hosts, caption.text)]
        if len(named) != 1 or series_in(caption.text, self.context):
            return None
        host = named[0]
        return Sample(
            host.name, Cell(-1, -1, caption), host.start, host.end, host.formula, family=host.family,
            mobile_ion=host.mobile_ion, reasons=("material of the caption",),
        )  # fmt: skip

    def _end_member(self, series: Sequence[str]) -> str | None:
        """The composition that all series of caption and rows start from (x = 0)."""
        labels = [row.text(c.index) for c in self.columns if c.meaning is Meaning.MATERIAL for row in self.rows]
        named = {*series, *(name for label in labels if variables_of(name := plain(label)))}
        ends = {put_in(name, dict.fromkeys(variables_of(name), "0")) for name in named}
        return next(iter(ends)) if len(ends) == 1 else None

    def _has_places(self, given: dict[str, str]) -> bool:
        places = places_of(self._series) if self._series is not None else ()
        return bool(places) and set(places) <= set(given)

    def _cells(self, row: Row) -> list[tuple[Column, Cell]]:
        """Filled cells of the columns that name the material; an empty one is carried down from the row above."""
        found = []
        own = False
        for column in self.columns:
            if column.meaning not in NAMING:
                continue
            cell = row.cells[column.index]
            if column.instead is not None and (cell is None or patterns.NOTHING.match(cell.text.text)):
                cell = row.cells[column.instead]
            if cell is not None and cell.text.text.strip():
                own = True
                self._above[column.index] = cell
            elif not own and column.index in self._above and column.meaning in _JOINED:
                cell = self._above[column.index]
            else:
                continue
            part = column.meaning in (Meaning.SALT, Meaning.FILLER) and patterns.NO_PART.match(cell.text.text.strip())
            if not patterns.NOTHING.match(cell.text.text) and not part:
                found.append((column, cell))
        return found

    def _single(self, row: Row, column: Column, cell: Cell) -> list[Sample]:
        end = source_start(cell.text.text) if column.sources_glued else None
        if end is not None:
            return [self._named(cell, 0, end)]
        text = cell.text.text.strip()
        given = assignments(text)
        if given or patterns.BARE_NUMBER.match(text) is not None:
            return self._from_series(cell, given or {"": text}, row)
        written = with_values_behind(text)
        if written is not None:
            return [self._composed(written, cell, "values put into the series before them")]
        known = self._known(row, cell, text)
        if known is not None:
            return [known]
        return [self._named(cell, *span) for span in _listed(text) or [(0, len(cell.text.text))]]

    def _known(self, row: Row, cell: Cell, text: str) -> Sample | None:
        """The end member of the series for "undoped", the caption's material for a label that tells but a treatment."""
        if CUES.UNDOPED.search(text) and self._parent is not None and not is_compound(text.split()[-1]):
            return self._composed(self._parent, cell, "end member of the series")
        above = self._of_title(row) or self._of_caption
        if above is not None and _tells_state(text):
            return replace(above, cell=cell, start=0, end=len(cell.text.text))
        return None

    def _two_rows(self, row: Row, column: Column, cell: Cell, second: str) -> list[Sample]:
        """The materials of two rows printed into one: a dash for what another column names, and a name behind it.

        None unless all cells of values hold two, one for each.
        """
        first = row.cells[column.instead] if column.instead is not None else None
        values = [c for c in self.columns if c.meaning is Meaning.VALUE]
        held = {len(values_of(row.text(c.index), c)) for c in values}
        if first is None or held != {2} or not is_compound(plain(second)):
            return []
        end = len(cell.text.text.rstrip())
        return [self._named(first, 0, len(first.text.text)), self._named(cell, end - len(second), end)]

    def _named(self, cell: Cell, start: int, end: int) -> Sample:
        """The sample that a stretch of a cell names; words of form and remarks in brackets are taken off."""
        label = Label(cell.text.text, start, end)
        label.strip()
        label.take_mark({note_mark(note.text) for note in self.table.footnotes})
        label.take_number()
        label.take_share()
        if is_composite(label.text(), self.context) and len(parts := part_names(label.text(), self.context)) > 1:
            return self._composite(cell, label, parts)
        label.take_remark(self.context)
        form = label.take_form()
        kind = label.take_kind()
        added = label.take_additives()
        values, formula, remark_form = label.take_bracket(self.context)
        text = label.text()
        reading = read_label(text, self.context, _raw_start(cell))
        name, formula = reading.name, formula or reading.formula
        if values and variables_of(name):
            series = put_in(name, values)
            name, formula = (series, series) if series is not None else (name, formula)
        if added:
            name = "-".join([name, *added])
            formula = name if formula is not None else None
        class_name = formula is None and CUES.CLASS_NAME.search(text)
        return Sample(
            name,
            cell,
            label.start,
            label.end,
            formula,
            form or remark_form,
            reading.subject_kind or (SubjectKind.CLASS if class_name else SubjectKind.SPECIFIC),
            kind or reading.family,
            reading.mobile_ion,
            phase=reading.phase,
        )

    def _composite(self, cell: Cell, label: Label, parts: Sequence[str]) -> Sample:
        name = composite_name(parts)
        known = read_label(name, self.context)
        form = "composite" if any(is_compound(part) or part.isupper() for part in parts[1:]) else "polymer"
        return Sample(
            name, cell, label.start, label.end, known.formula, form, family=known.family or "polymer",
            mobile_ion=known.mobile_ion, reasons=("parts of a mixture",),
        )  # fmt: skip

    def _joined(self, labels: Sequence[tuple[Column, Cell]]) -> list[Sample]:
        """Matrix, salt and filler as the row gives them, joined by hyphens."""
        names: list[str] = []
        for _, cell in sorted(labels, key=lambda label: _ORDER[label[0].meaning]):
            listed = part_names(cell.text.text, self.context)
            for name in listed or [patterns.TRAILING_MARK.sub("", plain(cell.text.text))]:
                if name and not any(name in known for known in names):
                    names.append(name)
        first = labels[0][1]
        reading = read_label("-".join(names), self.context, _raw_start(first))
        filled = any(column.meaning is Meaning.FILLER for column, _ in labels) and len(names) > 1
        form = "composite" if filled else "polymer"
        ion = reading.mobile_ion
        return [
            Sample(
                "-".join(names), first, 0, len(first.text.text), reading.formula, form, SubjectKind.SPECIFIC,
                reading.family or form, ion, ("joined columns",),
            )
        ]  # fmt: skip

    def _from_series(self, cell: Cell | None, given: dict[str, str], row: Row) -> list[Sample]:
        """A row label that is the x (and the element) of the series of sub-heading or caption, else the document's."""
        titled = series_in(row.title, self.context) if row.title else []
        series = (
            (titled[0] if len(titled) == 1 else None)
            or self._series
            or (self.context.only_series(frozenset(given)) if self._of_caption is None else None)
        )
        name = written_out(series, given) if series is not None else None
        if name is None or cell is None:
            return []
        return [self._composed(name, cell, "series of the caption" if self._series else "the document's only series")]

    def _composed(self, name: str, cell: Cell, reason: str) -> Sample:
        known = read_label(name, self.context)
        return Sample(
            name, cell, 0, len(cell.text.text), name, family=known.family, mobile_ion=known.mobile_ion,
            reasons=(reason,),
        )  # fmt: skip

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


def _values_given(cells: Sequence[tuple[Column, Cell]]) -> dict[str, str]:
    """Values of variables that the row's own columns give; the key is empty where the head names no variable."""
    given: dict[str, str] = {}
    for column, cell in cells:
        text = cell.text.text.strip()
        if column.meaning is Meaning.VARIABLE:
            number = patterns.BARE_NUMBER.match(text)
            letter = patterns.HEAD_VARIABLE.search(column.head)
            given.update(assignments(text) or ({letter[1] if letter else "": number[1]} if number else {}))
        elif column.meaning is Meaning.DOPANT and (element := patterns.DOPANT_ELEMENT.match(text)):
            letter = patterns.HEAD_PLACEHOLDER.search(column.head)
            given[letter[0] if letter else PLACEHOLDER] = element[1]
    return given


def _with_values(sample: Sample, given: dict[str, str]) -> Sample:
    """The row's series with the values of its other columns put in."""
    name = written_out(sample.name, given) if given and places_of(sample.name) else None
    return sample if name is None else replace(sample, name=name, formula=name, reasons=("x of the row",))


def _listed(text: str) -> list[tuple[int, int]]:
    """Where the compositions stand that a label lists, "Li3InCl6 and Li3YCl6"; empty where it lists none."""
    parts = [part for part in patterns.LIST_JOINT.split(text) if part]
    if len(parts) < 2 or not all(is_compound(plain(part)) for part in parts):
        parts = text.split()
    if len(parts) < 2 or not all(is_salt(plain(part)) and len(part) > 5 for part in parts):
        return []
    spans: list[tuple[int, int]] = []
    for part in parts:
        at = text.index(part, spans[-1][0] + 1 if spans else 0)
        spans.append((at, at + len(part)))
    return spans


def _tells_state(text: str) -> bool:
    """Whether a label tells a treatment or a condition and names no material."""
    kind = cell_type(text)
    return bool(kind in (CellType.TEMPERATURE, CellType.CONDITION) or CUES.STATE.search(text))


def _is_short_name(material: Material, others: Sequence[Material], text: str) -> bool:
    """Whether a name only stands in brackets behind another: ``Li7La3Zr2O12 (LLZO)``."""
    before = text[: material.start].rstrip()
    return before.endswith("(") and any(other.end == len(before[:-1].rstrip()) for other in others)


def _raw_start(cell: Cell) -> int | None:
    return cell.text.raw_span(0, 1)[0] if cell.text.text else None
