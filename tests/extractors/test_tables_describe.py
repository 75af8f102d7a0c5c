"""The view of a document's tables: meanings of columns, rows as shown, problems of unreadable ones."""

from __future__ import annotations

import csv
from pathlib import Path

from corpus.document import Block, BlockKind, Document
from corpus.repair import profile_of, repair_with_citations
from corpus.tables import find_tables
from extractors.tables import TableDescription, describe_tables
from pipeline.export.source_tables import write_source_tables

READABLE = (
    "Table 1. Halides at 25 °C\n\nMaterial\tσ (10^-4 S cm^-1)\tBulk conductivity (mS/cm)\tE_g (eV)\tRef.\n"
    "Chlorides\t\t\t\t\nLi3YCl6\t5.1\t0.6\t0.40\t[1]\nLi3ErCl6\t3.3\t0.4\t0.41\t[2,3]\n"
)
UNREADABLE = (
    "Table 2. Summary\nMaterial\nσ (S cm−1)\nEa (eV)\nT (°C)\nRef.\n"
    "Li3YCl6\n5.1 × 10−4\n25\n[1]\nLi3YBr6\n1.7 × 10−3\n0.37\n[2]\n"
    "Li3InCl6\n1.5 × 10−3\n[3]\nLi3ScCl6\n0.33\n60\n[4]\n"
)  # every row lacks another cell


def document_of(raw: str) -> Document:
    profile = profile_of(raw)
    found = find_tables(raw, 0, len(raw), lambda text: repair_with_citations(text, profile))
    document = Document("own", None, "", "text/plain", raw)
    for one in found:
        kind = BlockKind.TABLE if one.table.cells else BlockKind.UNREADABLE
        document.blocks.append(Block(kind, one.table.caption, table=one.table))
        document.problems.extend(one.problems)
    return document


def described(raw: str) -> list[TableDescription]:
    return describe_tables(document_of(raw))


def test_meaning_unit_and_remark_of_each_column() -> None:
    (table,) = described(READABLE)
    assert [(c.meaning, c.unit, c.remark) for c in table.columns] == [
        ("material", "", ""),
        ("conductivity", "S/cm", "× 0.0001"),
        ("conductivity", "mS/cm", "bulk"),
        ("activation energy", "eV", "head misprint"),
        ("reference", "", ""),
    ]


def test_rows_with_sub_headings_and_sources() -> None:
    (table,) = described(READABLE)
    assert table.rows == [
        ["Chlorides", "", "", "", ""],
        ["Li3YCl6", "5.1", "0.6", "0.40", "1"],
        ["Li3ErCl6", "3.3", "0.4", "0.41", "2, 3"],
    ]


def test_an_unreadable_table_is_listed_with_its_problem() -> None:
    readable, unreadable = described(READABLE + "\n\n" + UNREADABLE)
    assert readable.problems == [] and unreadable.columns == []
    assert len(unreadable.problems) == 1 and "Table 2" in unreadable.problems[0]


def test_a_document_without_tables() -> None:
    assert described("A sentence and no table.") == []


def test_csv_files_of_the_readable_tables(tmp_path: Path) -> None:
    written = write_source_tables(described(READABLE + "\n\n" + UNREADABLE), tmp_path, "own")
    assert [path.name for path in written] == ["own.01.table-1.csv"]
    with written[0].open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    assert rows[0][0] == "Material" and rows[2] == ["Li3YCl6", "5.1", "0.6", "0.40", "1"]


def test_no_cell_runs_as_a_formula(tmp_path: Path) -> None:
    raw = READABLE.replace("Li3ErCl6", "=1+1")
    (path,) = write_source_tables(described(raw), tmp_path, "own")
    assert "'=1+1" in path.read_text(encoding="utf-8")
