"""Tables of our own making in the styles of many publishers and converters, with the values a reader takes from them.

The tables stand in ``printed_tables/*.txt``: a title line (``### ...``), the text as a converter leaves it, a line of
three dashes, and one line a value: material, property, value in S/cm or eV, temperature in K, cited numbers.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpus import reader
from extractors.extract import extract
from extractors.records import PropertyRecord, SynthesisRecord

FILES = sorted((Path(__file__).parent / "printed_tables").glob("*.txt"))
PROSE = "Solid electrolytes are looked at in this section, which tells of the ionic conductivity of solids in short."


def cases() -> list[tuple[str, str, list[str]]]:
    """Title, raw text and expected lines of every table."""
    found = []
    for file in FILES:
        for part in re.split(r"^### ", file.read_text(encoding="utf-8"), flags=re.M)[1:]:
            title, _, rest = part.partition("\n")
            raw, _, expected = rest.partition("\n---\n")
            found.append((title, raw, [line for line in expected.splitlines() if line.strip()]))
    return found


def line_of(record: PropertyRecord) -> str:
    """A record as a line of the files."""
    sign = record.comparator if record.comparator in ("<", ">", "~") else ""
    value = f"{record.value_low:.4g}"
    if record.value_high != record.value_low:
        value += f"–{record.value_high:.4g}"
    kelvin = "-" if record.temperature_k is None else f"{record.temperature_k:g}"
    cited = ", ".join(map(str, record.references)) or "-"
    return f"{record.material} | {record.property} | {sign}{value} | {kelvin} | {cited}"


@pytest.mark.parametrize(("raw", "expected"), [case[1:] for case in cases()], ids=[case[0] for case in cases()])
def test_values_of_a_printed_table(raw: str, expected: list[str]) -> None:
    document = reader.read_text(f"{PROSE}\n\n{raw}\n\n{PROSE}\n")
    records = [record for record in extract(document) if isinstance(record, PropertyRecord)]
    assert [line_of(record) for record in records] == expected
    assert {record.block for record in records} <= {"table"}


SYNTHESIS = """Table 2. Argyrodites and glasses.

| Material | Synthesis | Annealing T (°C) | Annealing time | σ (mS cm-1) |
|---|---|---|---|---|
| Li6PS5Cl | Ball milling | 550 | 5 h | 2.1 |
| Li6PS5Br | Ball milling | 430 | 8 h | 1.0 |
| Li7P3S11 | Melt quenching | 260 | 2 h | 3.2 |
"""


def test_temperature_and_time_of_one_treatment_stand_in_two_columns() -> None:
    document = reader.read_text(f"{PROSE}\n\n{SYNTHESIS}\n\n{PROSE}\n")
    found = [record for record in extract(document) if isinstance(record, SynthesisRecord)]
    assert [(r.material, r.method) for r in found] == [
        ("Li6PS5Cl", "ball-milling"),
        ("Li6PS5Br", "ball-milling"),
        ("Li7P3S11", "melt-quenching"),
    ]
    heated = [[step for step in r.steps if step.op == "heat"] for r in found]
    assert [(s.temperature_c, s.duration_h) for (s,) in heated] == [(550.0, 5.0), (430.0, 8.0), (260.0, 2.0)]


@pytest.mark.parametrize("title", ["stack doubt", "rotated"])
def test_a_table_that_is_not_read_leaves_a_problem(title: str) -> None:
    raw = next(case[1] for case in cases() if case[0] == title)
    document = reader.read_text(f"{PROSE}\n\n{raw}\n\n{PROSE}\n")
    assert "unreadable_table" in {problem.code for problem in document.problems}


def test_there_are_tables_of_every_file() -> None:
    assert len(FILES) >= 4 and len(cases()) >= 100
