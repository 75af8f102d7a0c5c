"""What tests of table reading share: a table typed in a line or two, and the records read from it."""

from __future__ import annotations

from typing import Any

from corpus.document import Block, BlockKind, Document, Table
from corpus.repair import profile_of, repair_with_citations
from corpus.tables import find_tables
from extractors.records import AnyRecord, PropertyRecord, SynthesisRecord
from extractors.tables import extract_table
from tests.extractors.own_names import names_of


def tables_of(raw: str) -> tuple[Document, list[Table]]:
    profile = profile_of(raw)
    found = find_tables(raw, 0, len(raw), lambda text: repair_with_citations(text, profile))
    return Document("own", None, "", "text/plain", raw), [one.table for one in found]


def records_of(raw: str, names: dict[str, str] | None = None) -> list[AnyRecord]:
    document, tables = tables_of(raw)
    context = names_of(names or {})
    blocks = [Block(BlockKind.TABLE, table.caption, table=table) for table in tables]
    return [record for block in blocks for record in extract_table(block, document, context)]


def tab(caption: str, head: str, *rows: str, notes: str = "") -> str:
    """A tab-separated table; ``|`` stands for the tab."""
    lines = "\n".join(line.replace(" | ", "\t").replace(" |", "\t").replace("| ", "\t") for line in (head, *rows))
    return f"Table 1. {caption}\n\n{lines}\n\n{notes}\n"


def properties(raw: str, kind: str = "conductivity", names: dict[str, str] | None = None) -> list[PropertyRecord]:
    return [r for r in records_of(raw, names) if isinstance(r, PropertyRecord) and r.kind == kind]


def routes(raw: str) -> list[SynthesisRecord]:
    return [record for record in records_of(raw) if isinstance(record, SynthesisRecord)]


def facts(records: list[PropertyRecord]) -> list[tuple[Any, ...]]:
    return [(r.material, r.value_low, r.temperature_k, r.references) for r in records]
