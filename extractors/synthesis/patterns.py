"""Patterns over clean text that the synthesis rules share.

The words of methods, operations, atmospheres and solvents are in ``vocabulary.toml``.
"""

from __future__ import annotations

import re


def _words(alternatives: str) -> str:
    """Any of the blank-separated expressions as a whole word."""
    return rf"\b(?:{'|'.join(alternatives.split())})\b"


# ------------------------------------------------------------------ conditions

# numbers that share the unit of the quantity behind them: "575, 600, and | 625 °C", "300 or | 400 rpm"
EARLIER_NUMBERS = re.compile(r"(?<![\w.])((?:\d+(?:\.\d+)?\s*(?:,\s*(?:and|or)?|and|or|/|to|–|-)\s*)+)$")
NUMBER = re.compile(r"\d+(?:\.\d+)?")
# what may stand between two quantities that are alternatives of one condition: "280 °C or 300 °C", "40 to 520 min"
ALTERNATIVE = re.compile(r"\s*(?:,|,?\s*(?:and|or|to|and then to)|/|–|-|~)\s*(?:about|ca\.?|at)?\s*")
# a temperature behind these words is where something was measured or what a curve shows, not a treatment
MEASURED = re.compile(
    _words(
        r"conductivit(?:y|ies) measured tested cycl(?:ed|ing) capacity operat(?:ed|ing) S\scm density energy peak "
        r"resistance impedance stab(?:le|ility) transference Arrhenius spectra exotherm endotherm"
    )
    + r"[^.;]*$"
)
# an atmosphere has to be called one: "under Ar", "in flowing oxygen", "Ar atmosphere"
_GAS_ADJECTIVE = (
    r"(?:flowing|dry|inert|static|ambient|pure|high|high-purity|dynamic|purified|constant|protective|reducing)"
)
GAS_BEFORE = re.compile(rf"(?:\b(?:in|under|with|by|of)\s+(?:an?\s+|the\s+)?(?:{_GAS_ADJECTIVE}\s+)*|[(,/]\s*|\+\s*)$")
GAS_AFTER = re.compile(
    r"\s*(?:gas\s+|flow\s+)?(?:-filled|atmospheres?|environment|gas|flow|ambient|glove\s?box|stream|sealed)\b"
    r"|\s*[,)]|\s*$|\.$"
)
CALLED_GAS = re.compile(r"\s*(?:gas\s+|flow\s+)?(?:atmospheres?|environment|gas|flow)\b")
SOLVENT_BEFORE = re.compile(
    r"(?:\b(?:in|with|using|via|by|into|from|of|and|or|anhydrous)\s+(?:an?\s+|the\s+|as\s+)?(?:[\w,-]+\s+){0,2}"
    r"|[(,/+]\s*|^)$"
)
BRACKET_ACRONYM = re.compile(r"\s*\(([A-Z][A-Za-z]{1,5})\)")

# ------------------------------------------------------------------ steps

# conditions of the operation in front end where a new statement begins
CLAUSE_END = re.compile(
    r"[;:]|\.\s|" + _words(r"which while whereas but resulting showed shows exhibit\w* displayed delivered possess\w*")
)

# ------------------------------------------------------------------ table cells

BRACKET = re.compile(r"\(([^()]*)\)?")
