"""The tables as one Excel workbook (Office Open XML, ECMA-376), a sheet each, written piece by piece."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.export.cells import cell
from pipeline.export.files import batches
from pipeline.store import replacing
from pipeline.tables import schemas

MOST_ROWS = 1_048_575  # below the head, in Excel
LONGEST = 32_767  # characters of a cell
LONGEST_NAME = 31  # of a sheet
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def write_workbook(base: KnowledgeBase, path: Path, tables: Sequence[str]) -> None:
    """Write the tables as an ``.xlsx`` file; texts are texts, none is run as a formula."""
    numbers = range(1, len(tables) + 1)
    parts = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_TYPE}.worksheet+xml"/>' for n in numbers
    )
    sheets = "".join(f'<sheet name="{tables[n - 1][:LONGEST_NAME]}" sheetId="{n}" r:id="rId{n}"/>' for n in numbers)
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in numbers
    )
    with replacing(path) as temporary, zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(archive, "[Content_Types].xml", (
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.'
            'openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>{parts}</Types>'
        ))  # fmt: skip
        _put(archive, "_rels/.rels", (
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>'
        ))  # fmt: skip
        _put(archive, "xl/workbook.xml", f'<workbook {_MAIN} xmlns:r="{_OFFICE}"><sheets>{sheets}</sheets></workbook>')
        _put(
            archive,
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>',
        )
        for number, table in enumerate(tables, start=1):
            with archive.open(_info(f"xl/worksheets/sheet{number}.xml"), "w", force_zip64=True) as stream:
                for piece in _sheet(base, table):
                    stream.write(piece.encode("utf-8", "replace"))


def _sheet(base: KnowledgeBase, table: str) -> Iterator[str]:
    yield f"{_XML}<worksheet {_MAIN}><sheetData>"
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


def _put(archive: zipfile.ZipFile, name: str, text: str) -> None:
    archive.writestr(_info(name), _XML + text)


def _info(name: str) -> zipfile.ZipInfo:
    """A part of the archive with a fixed date, so that equal tables give equal files."""
    made = zipfile.ZipInfo(name)
    made.compress_type = zipfile.ZIP_DEFLATED
    return made
