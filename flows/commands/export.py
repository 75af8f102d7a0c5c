"""``ionmine export``: the tables of the last run in another folder or format."""

from __future__ import annotations

from pathlib import Path

from flows.commands.published import published_base
from flows.console import OK, USAGE, fail, output
from flows.options import TableFormat
from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.export.files import FORMATS, write_tables
from pipeline.export.linked_data import write_linked_data
from pipeline.export.package import write_package
from pipeline.export.workbook import write_workbook
from pipeline.publish import LINKED_DATA
from pipeline.settings import Settings
from pipeline.tables import schemas

WORKBOOK = "ionmine.xlsx"


def export(target: Path, formats: list[TableFormat] | None, tables: list[str] | None, settings: Settings) -> int:
    """Write tables (all when none is named) from the knowledge base into a folder; the exit code."""
    formats = formats or [TableFormat.CSV]
    unknown = [name for name in tables or () if name not in schemas()]
    if unknown:
        fail(f"no table {unknown[0]!r}; there are {', '.join(schemas())}", USAGE)
    with published_base(settings) as base_file, KnowledgeBase(base_file, read_only=True) as base:
        chosen = tuple(tables or schemas())
        plain = tuple(str(form) for form in formats if form in FORMATS)
        written = write_tables(base, target, plain, chosen)
        if plain:
            written.append(write_package(target, chosen, plain))
        if TableFormat.XLSX in formats:
            write_workbook(base, target / WORKBOOK, chosen)
            written.append(target / WORKBOOK)
        if TableFormat.JSONLD in formats:
            write_linked_data(base, target / LINKED_DATA)
            written.append(target / LINKED_DATA)
    for path in written:
        output().print(str(path))
    return OK
