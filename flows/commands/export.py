"""``ionmine export``: the tables of the last run in another folder or format."""

from __future__ import annotations

from pathlib import Path

from flows.commands.published import published_base
from flows.console import OK, USAGE, fail, output
from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.export.files import FORMATS, write_tables
from pipeline.export.linked_data import write_linked_data
from pipeline.export.package import write_package
from pipeline.export.workbook import write_workbook
from pipeline.publish import LINKED_DATA
from pipeline.settings import Settings
from pipeline.tables import schemas

WORKBOOK = "ionmine.xlsx"


def export(target: Path, formats: list[str], names: list[str], settings: Settings) -> int:
    """Write tables (all when none is named) from the knowledge base into a folder; the exit code."""
    unknown = [name for name in names if name not in schemas()]
    if unknown:
        fail(f"no table {unknown[0]!r}; there are {', '.join(schemas())}", USAGE)
    with published_base(settings) as base_file, KnowledgeBase(base_file, read_only=True) as base:
        chosen = tuple(names) or tuple(schemas())
        tables = [form for form in formats if form in FORMATS]
        written = write_tables(base, target, tuple(tables), chosen)
        if tables:
            written.append(write_package(target, chosen, tuple(tables)))
        if "xlsx" in formats:
            write_workbook(base, target / WORKBOOK, chosen)
            written.append(target / WORKBOOK)
        if "jsonld" in formats:
            write_linked_data(base, target / LINKED_DATA)
            written.append(target / LINKED_DATA)
    for path in written:
        output().print(str(path))
    return OK
