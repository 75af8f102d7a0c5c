"""Patterns over clean text that several of the synthesis rules share; words of methods are in ``vocabulary.toml``."""

from __future__ import annotations

import re

# numbers that share the unit of the quantity behind them: "575, 600, and | 625 °C", "300 or | 400 rpm"
EARLIER_NUMBERS = re.compile(r"(?<![\w.])((?:\d+(?:\.\d+)?\s*(?:,\s*(?:and|or)?|and|or|/|to|–|-)\s*)+)$")
NUMBER = re.compile(r"\d+(?:\.\d+)?")
# what may stand between two quantities that are alternatives of one condition: "280 °C or 300 °C", "40 to 520 min"
# "room-temperature | conductivity" is no condition of a treatment
PROPERTY_BEHIND = re.compile(r"[\s-]*+(?:\w+\s++){0,2}?(?:conductivit|resistance|performance|stability|activation)")
ALTERNATIVE = re.compile(r"\s*+(?:,|,?\s*+(?:and|or|to|and then to)|/|–|-|~)\s*+(?:about|ca\.?|at)?\s*+")
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
# kinds of material that say nothing but that it conducts
GENERIC = re.compile(
    r"(?:(?:all-)?solid(?:-state)?\s+|liquid\s+|free-standing\s+|inorganic\s+|the\s+)*(?:electrolytes?|SEs?|SSEs?|ISEs?|conductors?)",
    re.I,
)
NOT_DONE_REACH = 50  # characters in front of a verb in which it is said not to be done
# in front of a verb of making: it was not done
NOT_DONE = re.compile(
    r"\b(?:not|cannot|hardly|barely|scarcely|never|difficult\s+to|impossible\s+to|hard\s+to|failed\s+to|unable\s+to)\s+(?:be\s+)?(?:\w+ly\s+)?$"
)
# binary and pseudo-binary systems are families: "the M system"
PLURAL_CLASS_BEHIND = re.compile(
    r"[\s-]*+(?:based|type)?\s*+(?:[\w-]+\s++){0,2}?(?:electrolytes|SSEs|SEs|glass-ceramics|conductors|materials|compounds)\b"
)
# one body is named after its main part: "the M-based polymer electrolyte"
BASED_BODY = re.compile(r"-based\s+(?:[\w-]+\s+){0,2}?(?:electrolyte|membrane|film|SPE|GPE|CPE|CSE|SSE|SE)\b")
# a free variable of a series, and the values it is given
VARIABLE = re.compile(r"(?<![A-Za-z])[xyzδ](?![a-z])|(?<=[A-Z])[xyz](?=[A-Z(]|$)|(?<=[a-z])[xy](?=[A-Z(])")
VARIABLE_GIVEN = re.compile(r"\b[xyz]\s*=\s*\d|\d\s*[≤<]\s*[xyz]\s*[≤<]\s*\d")
# behind a series: its members one by one, "... were made by R, such as 70Li2S-30P2S5, ..."
LISTED_MEMBERS = re.compile(r"\b(?:such\s+as|including|namely|e\.g\.,?)\s+(?:\d[\d.]*|Li|Na)[A-Z\d(]")
# a series of a salt and a free amount of another: "M.xNa2B12H12"
GLUED_BEHIND = re.compile(r"[.·]\d*[xyn][A-Z]")
SYSTEM_BEHIND = re.compile(r"\s*(?:\w+\s+)?systems?\b")
BRACKET = re.compile(r"\(([^()]*)\)?")
