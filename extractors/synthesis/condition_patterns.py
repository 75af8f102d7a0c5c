"""Patterns of the conditions of a treatment over clean text, and of the brackets they stand in."""

from __future__ import annotations

import re

# numbers that share the unit of the quantity behind them: "575, 600, and | 625 °C", "300 or | 400 rpm"
EARLIER_NUMBERS = re.compile(r"(?<![\w.])((?:\d+(?:\.\d+)?\s{0,3}(?:,\s{0,3}(?:and|or)?|and|or|/|to|–|-)\s{0,3})+)$")
NUMBER = re.compile(r"\d+(?:\.\d+)?")
# what may stand between two quantities that are alternatives of one condition: "280 °C or 300 °C", "40 to 520 min"
# "room-temperature | conductivity" is no condition of a treatment
PROPERTY_BEHIND = re.compile(r"[\s-]*(?:\w+\s{1,3}){0,2}?(?:conductivit|resistance|performance|stability|activation)")
ALTERNATIVE = re.compile(
    r"(?:\s{0,3}\([^()]{1,40}\)(?=\s{1,3}(?:or|and)\b))?\s{0,3}(?:,|,?\s{0,3}(?:and|or|to|and then to)|/|–|-|~)\s{0,3}(?:\([a-z]\d?(?:\s(?:and|–|-)\s[a-z]\d?)?\)\s)?(?:about|ca\.?|at)?\s{0,3}"
)
# an atmosphere has to be called one: "under Ar", "in flowing oxygen", "Ar atmosphere"
_GAS_ADJECTIVE = (
    r"(?:flowing|dry|inert|static|ambient|pure|high|high-purity|dynamic|purified|constant|protective|reducing)"
)
GAS_BEFORE = re.compile(
    rf"(?:\b(?:in|under|with|by|of)\s{{1,3}}(?:an?\s{{1,3}}|the\s{{1,3}})?(?:{_GAS_ADJECTIVE}\s{{1,3}})*|[(,/]\s{{0,3}}|\+\s{{0,3}})$"
)
GAS_AFTER = re.compile(
    r"\s{0,3}(?:gas\s{1,3}|flow\s{1,3})?(?:-filled|atmospheres?|environment|gas|flow|ambient|glove\s?box|stream|sealed)\b"
    r"|\s{0,3}[,)]|\s{0,3}$|\.$"
)
CALLED_GAS = re.compile(r"\s{0,3}(?:gas\s{1,3}|flow\s{1,3})?(?:atmospheres?|environment|gas|flow)\b")
SOLVENT_BEFORE = re.compile(
    r"(?:\b(?:in|with|using|via|by|into|from|of|and|or|anhydrous)\s{1,3}(?:an?\s{1,3}|the\s{1,3}|as\s{1,3})?(?:[\w,-]+\s{1,3}){0,2}"
    r"|[(,/+]\s{0,3}|^)$"
)
BRACKET_ACRONYM = re.compile(r"\s{0,3}\(([A-Z][A-Za-z]{1,5})\)")

# in a table's cell
BRACKET = re.compile(r"\(([^()]*)\)?")
