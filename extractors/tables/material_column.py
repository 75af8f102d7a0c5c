"""The one column of a table that names the materials of its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from corpus.tables.cell_types import CellType
from extractors.tables.columns import Column, Meaning, share
from extractors.tables.cues import CUES

_PARTS = (Meaning.MATRIX, Meaning.SALT, Meaning.FILLER)
_LABELS = (Meaning.MATERIAL, Meaning.KIND, Meaning.FORM, Meaning.OTHER, Meaning.AMOUNT)


def find_material(columns: Sequence[Column], kinds: Sequence[Counter[CellType]]) -> None:
    """Leave one column of materials: of several, the one of formulas; without any, the likeliest label column.

    ``kinds``: the sorts of each column's cells.
    """
    formulas = [share(kind, CellType.FORMULA) for kind in kinds]
    named = [column for column in columns if column.meaning is Meaning.MATERIAL]
    if len({column.head for column in named}) < len(named):
        for column in columns:  # materials side by side below one head: none tells whose the values are
            column.meaning = Meaning.OTHER
    elif len(named) > 1:
        _keep_one(named, formulas)
    elif named and formulas[named[0].index] <= 0.5:
        named[0].explained = _explanation(columns, formulas)
    elif not named and not any(column.meaning in _PARTS for column in columns):
        label = _likeliest(columns, kinds, formulas)
        if label is not None:
            label.meaning = Meaning.MATERIAL


def _explanation(columns: Sequence[Column], formulas: Sequence[float]) -> int | None:
    """The column of remarks that gives the compositions of codes."""
    remarks = (c for c in columns if c.meaning is Meaning.OTHER and CUES.REMARKS_HEAD.search(c.head))
    return next((c.index for c in remarks if formulas[c.index] > 0.5), None)


def _keep_one(named: Sequence[Column], formulas: Sequence[float]) -> None:
    changed = {c.index: bool(CUES.CHANGED_COMPOSITION.search(c.head)) for c in named}
    best = max(
        named,
        key=lambda column: (
            changed[column.index],
            not CUES.ELECTRODE_HEAD.search(column.head),
            formulas[column.index] > 0.5,
            -column.index,
        ),
    )
    others = [column for column in named if column is not best]
    best.instead = others[0].index if changed[best.index] else None
    for column in others:
        column.meaning = Meaning.OTHER


def _likeliest(
    columns: Sequence[Column], kinds: Sequence[Counter[CellType]], formulas: Sequence[float]
) -> Column | None:
    """A column of formulas, else one of kinds, else a first column of words."""
    free = [
        column for column in columns if not (CUES.NO_LABEL.search(column.head) or CUES.ION_HEAD.search(column.head))
    ]
    labels = [column for column in free if column.meaning in _LABELS and formulas[column.index] >= 0.5]
    if not labels and not any(column.meaning is Meaning.DOPANT for column in columns):
        labels = _without_formulas(columns, free, kinds)
    return next(iter(labels), None)


def _without_formulas(
    columns: Sequence[Column], free: Sequence[Column], kinds: Sequence[Counter[CellType]]
) -> list[Column]:
    """Columns of kinds, and behind them the first column if it is ``free`` to be one of labels and holds words."""
    worded = share(kinds[0], CellType.TEXT, CellType.FORMULA) > 0.5
    first = [c for c in free if c.index == 0 and c.meaning is Meaning.OTHER and worded]
    return [column for column in columns if column.meaning is Meaning.KIND] + first
