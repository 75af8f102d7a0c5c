"""The tables as one Excel workbook (Office Open XML, ECMA-376), a sheet each, written piece by piece."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from jinja2 import Template

from corpus.data import data_of
from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.export.cells import cell
from pipeline.export.files import batches
from pipeline.store import replacing
from pipeline.tables import schemas

MOST_ROWS = 1_048_575  # below the head, in Excel
LONGEST = 32_767  # characters of a cell
LONGEST_NAME = 31  # of a sheet
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def write_workbook(base: KnowledgeBase, path: Path, tables: Sequence[str]) -> None:
    """Write the tables as an ``.xlsx`` file; texts are texts, none is run as a formula."""
    parts = data_of(__file__)
    names = [name[:LONGEST_NAME] for name in tables]
    with replacing(path) as temporary, zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, template in parts.items():
            archive.writestr(_info(name), _XML + Template(template).render(names=names, main=MAIN))
        for number, table in enumerate(tables, start=1):
            with archive.open(_info(f"xl/worksheets/sheet{number}.xml"), "w", force_zip64=True) as stream:
                for piece in _sheet(base, table):
                    stream.write(piece.encode("utf-8", "replace"))


def _sheet(base: KnowledgeBase, table: str) -> Iterator[str]:
    yield f'{_XML}<worksheet xmlns="{MAIN}"><sheetData>'
    yield _row([column.name for column in schemas()[table].columns])
    left = MOST_ROWS
    for batch in batches(base, table):
        for values in zip(*(batch.column(name).to_pylist() for name in batch.column_names), strict=True):
            if left:
                left -= 1
                yield _row([cell(value) for value in values])
    yield "</sheetData></worksheet>"


def _row(values: Sequence[Any]) -> str:
    return f"<row>{''.join(map(_cell, values))}</row>"


def _cell(value: Any) -> str:
    if isinstance(value, (int, float)):
        return f"<c><v>{value!r}</v></c>"
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(value[:LONGEST])}</t></is></c>' if value else "<c/>"


def _info(name: str) -> zipfile.ZipInfo:
    """A part of the archive with a fixed date, so that equal tables give equal files."""
    made = zipfile.ZipInfo(name)
    made.compress_type = zipfile.ZIP_DEFLATED
    return made
