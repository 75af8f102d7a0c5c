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
from extractors.records import PropertyRecord

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


def test_there_are_tables_of_every_file() -> None:
    assert len(FILES) >= 4 and len(cases()) >= 100
