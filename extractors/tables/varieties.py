"""Which variety of its property a column holds: bulk or total, electronic, a barrier."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.properties import PropertySpec
from extractors.tables.columns import Column, Meaning
from extractors.tables.cues import CUES
from extractors.tables.grid import Row

LONGEST = 3
"""Words of a cell that names a variety and nothing else: ``total``, ``grain boundary``."""


def variety(spec: PropertySpec, head: str, caption: str) -> str:
    """The variety that the head names, else the only one that the caption does."""
    own = named_in(head, spec)
    said = own[:1] or named_in(caption, spec)
    return said[0] if len(said) == 1 else spec.default


def keep_to_named(columns: Sequence[Column]) -> None:
    """A variety of the caption that a column's own head names is that column's, and not that of the others.

    ``electronic leakage`` in the caption of columns σ_i and σ_e, ``barriers`` in that of columns E_a and barrier.
    """
    values = [column for column in columns if column.spec is not None]
    for column in values:
        assert column.spec is not None
        named = {name for other in values if other.spec is column.spec for name in named_in(other.head, column.spec)}
        if column.property in named and not named_in(column.head, column.spec):
            column.property = column.spec.default


def named_in(text: str, spec: PropertySpec) -> list[str]:
    """The varieties that words name, in the order of the specification."""
    return [v.name for v in spec.varieties.values() if v.table_head is not None and v.table_head.search(text)]


def of_row(row: Row, columns: Sequence[Column], spec: PropertySpec) -> str | None:
    """The variety that a cell of a row names where no column is headed by it: ``total`` beside a formula.

    A remark (``electronic leakage``) tells of the material and not what was measured.
    """
    others = [c for c in columns if c.meaning is Meaning.OTHER and not CUES.REMARKS_HEAD.search(c.head)]
    texts = (row.text(column.index) for column in others)
    told = {name for text in texts if len(text.split()) <= LONGEST for name in named_in(text, spec)}
    return told.pop() if len(told) == 1 else None
