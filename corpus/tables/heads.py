"""Which rows of a table are heads and which only title the rows below them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.tables import patterns
from corpus.tables.cell_types import CellType, column_types, is_data, is_numeric
from corpus.tables.grid.head_words import is_known

MAXIMUM_HEADER_ROWS = 3
_CONDITION_HEAD = (CellType.TEMPERATURE,)


def _filled(kinds: Sequence[CellType]) -> int:
    return sum(kind is not CellType.EMPTY for kind in kinds)


def _may_be_head(texts: Sequence[str], kinds: Sequence[CellType]) -> bool:
    """No cell of data but temperatures ("25 °C" over a column) and units."""
    for text, kind in zip(texts, kinds, strict=True):
        if is_data(kind) and kind not in _CONDITION_HEAD and not patterns.UNIT_ONLY.match(text):
            return False
    return _filled(kinds) > 0


def count_header_rows(texts: Sequence[Sequence[str]], kinds: Sequence[Sequence[CellType]], least: int = 0) -> int:
    """How many rows at the top are heads (0 when the table begins with data).

    The first row is a head when it holds no data. A further row is one when it holds units, temperatures or known head
    words above columns of data, but no data itself, or when it leaves the first column free and titles columns of data
    ("Bulk", "Total"). ``least`` rows are known to be heads.
    """
    if not texts or least >= len(texts):
        return min(least, len(texts))
    if not least and not _may_be_head(texts[0], kinds[0]):
        known = sum(map(is_known, texts[0]))
        numbers = sum(is_numeric(kind) or kind is CellType.REFERENCE for kind in kinds[0])
        return int(known >= 2 and known > numbers)
    count = max(least, 1)
    columns = max(map(len, kinds))
    most = min(MAXIMUM_HEADER_ROWS, len(texts) - 1)
    while count < most and _is_further_head(texts[count], kinds[count], column_types(kinds[count + 1 :], columns)):
        count += 1
    return count


def _is_further_head(texts: Sequence[str], kinds: Sequence[CellType], below: Sequence[CellType | None]) -> bool:
    """Whether a row below a head stands above columns of data (sorts ``below``) and says what they hold."""
    filled, first_is_free = _filled(kinds), kinds[0] is CellType.EMPTY
    if not _may_be_head(texts, kinds) or (filled == 1 and not first_is_free):
        return False
    over_data = sum(
        kind in (CellType.TEXT, CellType.TEMPERATURE) and usual is not None and is_data(usual)
        for kind, usual in zip(kinds, below, strict=False)
    )
    titles = first_is_free and over_data == filled >= 2
    return over_data > 0 and (titles or any(map(_tells, texts, kinds)))


def _tells(text: str, kind: CellType) -> bool:
    """Whether a cell is a unit, a condition or a known word of heads."""
    return kind is CellType.TEMPERATURE or patterns.UNIT_ONLY.match(text) is not None or is_known(text)


_SENTENCE_END = re.compile(r"[.;]$")


def find_subheadings(
    texts: Sequence[Sequence[str]], kinds: Sequence[Sequence[CellType]], header_rows: int, spans: Sequence[int]
) -> tuple[int, ...]:
    """Rows below the head in which one cell of words, or a temperature, stands alone while other rows are filled.

    ``spans`` holds the column span of each row's first filled cell.
    """
    widths = [_filled(row) for row in kinds[header_rows:]]
    if not widths or max(widths) < 2:
        return ()
    found = []
    for row in range(header_rows, len(texts)):
        filled = [i for i, kind in enumerate(kinds[row]) if kind is not CellType.EMPTY]
        if len(filled) != 1 or row == len(texts) - 1:
            continue
        kind = kinds[row][filled[0]]
        alone = filled[0] == 0 or spans[row] > 1
        if (
            alone
            and kind in (CellType.TEXT, CellType.FORMULA, CellType.TEMPERATURE)
            and not _SENTENCE_END.search(texts[row][filled[0]])
        ):
            found.append(row)
    return tuple(found)
