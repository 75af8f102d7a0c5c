"""Records as a table for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extractors.properties.specification import specification, varieties

if TYPE_CHECKING:
    from rich.table import Table

SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
WIDE = 100  # columns of a terminal from which on references, confidence and evidence are shown too


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
    units = {"temperature_c": "°C", "duration_h": "h", "pressure_mpa": "MPa", "speed_rpm": "rpm"}
    parts = [f"{_span(step[name])} {unit}" for name, unit in units.items() if step.get(name) is not None]
    return f"{step['op']} {' '.join(parts)}" if parts else ""


def _span(value: float | list[float]) -> str:
    ends = value if isinstance(value, list) else [value]
    return "–".join(f"{end:g}" for end in dict.fromkeys(ends))


def record_table(records: list[dict[str, Any]], width: int) -> Table:
    """The records for a terminal of this many columns; one row a record, ordered as they were read."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    several = len({record["document_id"] for record in records}) > 1
    wide = width >= WIDE
    if several:
        table.add_column("document", overflow="ellipsis", no_wrap=True, max_width=14)
    table.add_column("material", overflow="fold", min_width=14, ratio=2)
    table.add_column("fact", no_wrap=True)
    table.add_column("value", overflow="fold", min_width=20, ratio=2)
    table.add_column("at", justify="right", no_wrap=True)
    if wide:
        table.add_column("refs", overflow="ellipsis", no_wrap=True, max_width=10)
        table.add_column("section", overflow="ellipsis", no_wrap=True, max_width=24)
    table.add_column("sure", justify="right", no_wrap=True)
    for record in records:
        kelvin = record.get("temperature_k")
        cells = [record["document_id"]] if several else []
        cells += [
            record["material"] or "?", fact_text(record),
            value_text(record), f"{kelvin - 273.15:.0f} °C" if kelvin is not None else "",
        ]  # fmt: skip
        if wide:
            cells += [",".join(map(str, record["references"])), record["section"]]
        cells.append(f"{record['confidence']:.2f}" + ("!" if record["flags"] else ""))
        table.add_row(*[Text(item) for item in cells])
    count = f"{len(records)} record{'' if len(records) == 1 else 's'}"
    table.caption = count + ("; ! flagged by a check" if any(r["flags"] for r in records) else "")
    return table
