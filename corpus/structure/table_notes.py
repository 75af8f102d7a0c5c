"""Notes that stand as paragraphs of their own below a table, where no mark of the format says that they are its."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.document import Block, BlockKind
from corpus.structure.patterns import STRUCTURE
from corpus.tables import patterns

_LONGEST: Final = 300  # characters; longer paragraphs are running text
_MOST: Final = 12
_MAY_NOTE: Final = (BlockKind.PARAGRAPH, BlockKind.HEADING)  # a line of its own may look like a heading on a page
_SENTENCES: Final = re.compile(r"[.!?]\s+[A-Z]")


def attach_notes(blocks: Sequence[Block]) -> None:
    """Give each table the notes directly behind it; they stay paragraphs, whose own facts are read as any."""
    for index, block in enumerate(blocks):
        if block.table is None or block.table.footnotes or not block.table.cells:
            continue
        for below in blocks[index + 1 : index + 1 + _MOST]:
            if below.kind not in _MAY_NOTE or not is_table_note(below.text.text):
                break
            block.table.footnotes.append(below.text)


def is_table_note(text: str) -> bool:
    """Whether a paragraph is a note: a mark, short names written out, or one sentence on all values of a table.

    >>> is_table_note("Conductivities refer to 25 °C."), is_table_note("Conductivities of 25 samples fell. All broke.")
    (True, False)
    """
    if len(text) > _LONGEST:
        return False
    if patterns.FOOTNOTE.match(text) or patterns.ABBREVIATION_NOTE.match(text) or STRUCTURE.SYMBOLS_NOTE.match(text):
        return True
    of_all = STRUCTURE.TABLE_NOTE.match(text) or STRUCTURE.MEASURED_NOTE.match(text)
    return of_all is not None and _SENTENCES.search(text) is None
