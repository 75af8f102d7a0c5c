"""Patterns of routes that are told by their solvent, over masked sentences."""

from __future__ import annotations

import re

# "prepared via | ethanol", "from anhydrous | THF"
BY_SOLVENT = re.compile(
    r"\b(?:by|via|using|in|from|with)\s{1,3}(?:adopting\s{1,3})?(?:(?!which\b|and\b)[\w,()-]+\s{1,3}){0,4}$"
)
# "were developed (by Kim et al.) in anhydrous | ethanol"
WEAK_SOLVENT = re.compile(
    r"(?:\s{1,3}by\s{1,3}[^,;]{0,60}?)?\s{1,3}(?:in|using|via|from)\s{1,3}(?:an?\s{1,3})?(?:anhydrous\s{1,3}|absolute\s{1,3}|dry\s{1,3})?"
)
# between solvents that are tried one by one, and between those mixed
SOLVENT_LIST = re.compile(
    r"(?:\s{0,3}\([^()]*\))?\s{0,3}(?:,\s{0,3}(?:and\s{1,3}|or\s{1,3})?|\band\s{1,3}|\bor\s{1,3})\s{0,3}(?:\([A-Z]\)\s{0,3})?"
)
SOLVENT_MIX = re.compile(r"(?:\s{0,3}\([A-Z]{2,5}\))?\s{0,3}(?:[/+-]|and|-?\s{1,3}and)\s{0,3}")
# "In | ethanol, M was made"
PREPOSED_SOLVENT = re.compile(r"(?:^|[,;]\s)(?:[Ff]rom|[Ii]n|[Uu]sing|[Vv]ia|[Ww]ith)\s[^,;]{0,40}$")
# "ethanol | as a medium to | prepare"
AS_MEDIUM = re.compile(
    r"[^.;]*\b(?:as\s{1,3}(?:an?\s{1,3}|the\s{1,3})?(?:\w+\s{1,3}){0,3}(?:solvents?|medi(?:um|a))|solvents?\s{1,3}(?:(?:was|were)\s{1,3})?(?:used|employed|applied|adopted)?)"
    r"[^.;,]*\b(?:to|for)\s{1,3}(?:\w+ly\s{1,3})?$"
)
# "used | acetonitrile | to make"
SOLVENT_USED = re.compile(
    r"\b(?:us(?:ed|ing)|employ(?:ed|ing)|utili[sz](?:ed|ing))\s{1,3}(?:an?\s{1,3}|the\s{1,3})?(?:[\w-]+\s{1,3})?$"
)
TO_MAKE = re.compile(r"(?:\s{0,3}\([A-Z]{2,5}\))?\s{1,3}to\s{1,3}(?:\w+ly\s{1,3})?")
