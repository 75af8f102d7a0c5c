"""Records as a table for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extractors.mentions import ZERO_CELSIUS_K
from extractors.properties.specification import specification, varieties
from pipeline.checks.repetition import FLAG as REPEATED
from pipeline.steps import conditions

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
WIDE = 100  # columns of a terminal from which on the section is shown too
OTHERS = 47  # columns of a narrow terminal that the other things told of a record take
PLAIN_WIDTH = 160  # columns of a file


def value_text(record: dict[str, Any]) -> str:
    """The value with comparator and unit; of a synthesis its method and conditions."""
    if record["kind"] == "synthesis":
        return ", ".join([record["method"], *filter(None, (step_text(step) for step in record["steps"]))])
    unit = specification(record["kind"]).shown_unit
    low, high = record["value_low"], record["value_high"]
    if record["comparator"] == "range" or low != high:
        return f"{number_text(low)} – {number_text(high)} {unit}".rstrip()
    sign = "" if record["comparator"] == "=" else f"{record['comparator']} "
    return f"{sign}{number_text(low)} {unit}".rstrip()


def fact_text(record: dict[str, Any]) -> str:
    """What a record tells, in a word or two."""
    told = varieties().get(record.get("property") or "")
    return (told.short or told.name) if told else "synthesis"


def number_text(value: float) -> str:
    """Three digits, with a power of ten where the number is small or large.

    >>> number_text(0.25), number_text(1.3e-3)
    ('0.25', '1.3×10⁻³')
    """
    if value == 0 or 0.01 <= abs(value) < 1000:
        return f"{value:.3g}"
    digits, _, exponent = f"{value:.2e}".partition("e")
    return f"{float(digits):g}×10{str(int(exponent)).translate(SUPERSCRIPTS)}"


def step_text(step: dict[str, Any]) -> str:
    """One operation with its conditions, in a few characters; empty when it has none."""
    parts = conditions(step)
    return f"{step['op']} {' '.join(parts)}" if parts else ""


def record_tables(records: list[dict[str, Any]], width: int) -> list[Table | Text]:
    """The records for a terminal of this many columns: those of definite materials, then the others, then the checks.

    Nothing at all, and no empty table, where there are no records.
    """
    from rich.text import Text

    definite = [record for record in records if record["material"] and record["subject_kind"] == "specific"]
    others = [record for record in records if record not in definite]
    found: list[Table | Text] = [_table(definite, width)] if definite else []
    if others:
        found.append(_table(others, width, title="on classes of materials, or without a name"))
    if records:
        found.append(Text(f"{len(records)} record{'' if len(records) == 1 else 's'}"))
        found += [Text(f"! {line}") for line in _checks(records)]
    return found


def _table(records: list[dict[str, Any]], width: int, title: str = "") -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    several, wide = len({record["document_id"] for record in records}) > 1, width >= WIDE
    table = Table(
        box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, int(wide)), title=title or None, title_justify="left",
        title_style="bold",
    )  # fmt: skip
    if several:
        table.add_column("document", overflow="ellipsis", no_wrap=True, max_width=14)
    longest = max((len(record["material"] or "?") for record in records), default=1)
    table.add_column(
        "material", overflow="ellipsis", no_wrap=True, width=None if wide else max(8, min(longest, width - OTHERS))
    )
    table.add_column("fact", no_wrap=True)
    table.add_column("value", overflow="fold", min_width=14)
    table.add_column("at", justify="right", no_wrap=True)
    table.add_column("refs", overflow="ellipsis", no_wrap=True, max_width=10)
    if wide:
        table.add_column("section", overflow="ellipsis", no_wrap=True, max_width=24)
    table.add_column("sure", justify="right", no_wrap=True)
    for record in records:
        kelvin = record.get("temperature_k")
        cells = [record["document_id"]] if several else []
        cells += [
            record["material"] or "?", fact_text(record), value_text(record),
            f"{kelvin - ZERO_CELSIUS_K:.0f} °C" if kelvin is not None else "", ",".join(map(str, record["references"])),
        ]  # fmt: skip
        cells += [record["section"]] if wide else []
        cells.append(f"{record['confidence']:.2f}" + ("!" if _warnings(record) else ""))
        table.add_row(*[Text(item) for item in cells])
    return table


def _warnings(record: dict[str, Any]) -> list[str]:
    """The flags that doubt a record; that it is told twice is none."""
    return [flag for flag in record["flags"] if flag != REPEATED]


def _checks(records: list[dict[str, Any]]) -> list[str]:
    """What the checks say, a line each: the check, the material, the value, the reason."""
    found: dict[str, None] = {}
    for record in records:
        if _warnings(record):
            told = ", ".join(flag.replace("_", " ") for flag in _warnings(record))
            why = next(
                (r for r in record["reasons"] if r.startswith(("balanced", "plausible", "unit_", "exponent"))), ""
            )
            found[f"{told}: {record['material'] or '?'}, {value_text(record)}{f' ({why})' if why else ''}"] = None
    return list(found)
