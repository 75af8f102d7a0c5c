"""How a value stands in a CSV cell."""

from __future__ import annotations

import json
from typing import Any

# A spreadsheet runs a cell that begins so as a formula (OWASP, "CSV Injection").
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


# Control characters as the pictures Unicode has of them; line ends and tabs are text. C1 has no pictures.
PICTURES = {code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n"} | {0x7F: 0x2421}
PICTURES |= dict.fromkeys(range(0x80, 0xA0), 0xFFFD)

_CONTROLS = r"[\x00-\x08\x0b-\x1f\x7f-\x{9f}]"  # the same for SQL
_RISKY, _SEVERAL = r"^[\t\n\p{Z}]*[=+\-@]|^\t", r"[^\t\n\p{Z}](?s:.*)[^\t\n\p{Z}]"


def escaped(text: str) -> str:
    """Text that no spreadsheet takes for a formula (an apostrophe in front says it is text) and no terminal obeys.

    A sign that stands alone (the comparator ``=``) is none.

    >>> escaped("=1+1"), escaped("~1"), escaped("-5 degC"), escaped("="), escaped("\x1b[2J")
    ("'=1+1", '~1', "'-5 degC", '=', '␛[2J')
    """
    text = text.translate(PICTURES)
    risky = text.startswith(FORMULA_STARTS) or text.lstrip().startswith(FORMULA_STARTS)
    return f"'{text}" if risky and len(text.strip()) > 1 else text


def cell_in_sql(name: str, kind: str) -> str:
    """The SQL of what :func:`cell` gives for a column of a type of ``columns.toml``."""
    column = f'"{name}"'
    if kind in ("integer", "number", "boolean"):
        return column
    if kind == "string":
        risky = f"regexp_matches({column}, '{_RISKY}') AND regexp_matches({column}, '{_SEVERAL}')"
        return f"CASE WHEN {risky} THEN '''' ELSE '' END || {_pictured(column)}"
    item = "to_json(item)::VARCHAR" if kind == "strings" else "item::VARCHAR"
    return _pictured(f"('[' || array_to_string([{item} for item in {column}], ', ') || ']')")


def _pictured(text: str) -> str:
    """``translate`` costs forty times as much as looking whether there is anything to do."""
    done = f"translate({text}, '{''.join(map(chr, PICTURES))}', '{''.join(map(chr, PICTURES.values()))}')"
    return f"CASE WHEN regexp_matches({text}, '{_CONTROLS}') THEN {done} ELSE {text} END"


def cell(value: Any) -> Any:
    """A value as a CSV cell: lists as JSON, text safe from being run; numbers as they are."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return value
    if isinstance(value, (list, tuple)):
        return escaped(json.dumps(value, ensure_ascii=False))
    return escaped(str(value))
