"""How a value stands in a CSV cell."""

from __future__ import annotations

import json
from typing import Any

# A spreadsheet runs a cell that begins so as a formula (OWASP, "CSV Injection").
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


# Control characters as the pictures Unicode has of them; line ends and tabs are text. C1 has no pictures.
PICTURES = {code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n"} | {0x7F: 0x2421}
PICTURES |= dict.fromkeys(range(0x80, 0xA0), 0xFFFD)


def escaped(text: str) -> str:
    """Text that no spreadsheet takes for a formula (an apostrophe in front says it is text) and no terminal obeys.

    A sign that stands alone (the comparator ``=``) is none.

    >>> escaped("=1+1"), escaped("~1"), escaped("-5 degC"), escaped("="), escaped("\x1b[2J")
    ("'=1+1", '~1', "'-5 degC", '=', '␛[2J')
    """
    text = text.translate(PICTURES)
    risky = text.startswith(FORMULA_STARTS) or text.lstrip().startswith(FORMULA_STARTS)
    return f"'{text}" if risky and len(text.strip()) > 1 else text


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
